extension StringProtocol {
  /// The text that a part of an address stands for. A `%` without two digits stands for itself.
  package var percentDecoded: String {
    guard utf8.contains(0x25) else { return String(self) }
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2, let high = digits.first?.hexadecimalValue,
        let low = digits.last?.hexadecimalValue
      {
        result.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text as part of an address.
  var percentEncoded: String {
    let kept = Set("-_.!~*'();/?:@&=+$,#%".utf8)
    return percentEncoded { byte in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || kept.contains(byte)
    }
  }

  /// The text with `%` and two digits for every byte that is not kept.
  package func percentEncoded(keeping isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in utf8 {
      if isKept(byte) {
        result.append(byte)
      } else {
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  package var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x57
    default: nil
    }
  }
}
