/// Addresses as they stand in a tree: everything that an address cannot hold is percent-encoded,
/// and what is encoded already stays so. (cmark: houdini_escape_href; markdown-it: normalizeLink.)
enum URLEncoding {
  static func encode(_ url: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = url.firstIndex(where: { !isSafe($0) }) else {
      return String(decoding: url, as: UTF8.self)
    }
    var result = Array(url[..<first])
    for byte in url[first...] {
      if isSafe(byte) {
        result.append(byte)
      } else {
        result.append(0x25)
        result.append(hexadecimal(byte >> 4))
        result.append(hexadecimal(byte & 0xF))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// An address as a reader sees it: what is percent-encoded without need is decoded.
  /// (markdown-it: normalizeLinkText.)
  static func decode(_ url: some Collection<UInt8>) -> String {
    guard url.contains(0x25) else { return String(decoding: url, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = url[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2, let first = digits.first.flatMap(value),
        let second = digits.dropFirst().first.flatMap(value),
        !isReserved(first << 4 | second)
      {
        result.append(first << 4 | second)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46, 0x61...0x66: (digit | 0x20) - 0x57
    default: nil
    }
  }

  /// ; / ? : @ & = + $ , # %
  private static func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3B, 0x2F, 0x3F, 0x3A, 0x40, 0x26, 0x3D, 0x2B, 0x24, 0x2C, 0x23, 0x25: true
    default: false
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x37 + digit
  }

  @inline(__always)
  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // - _ . + ! * ( ) , % # @ ? = ; : / & $ ~ '
    case 0x2D, 0x5F, 0x2E, 0x2B, 0x21, 0x2A, 0x28, 0x29, 0x2C, 0x25, 0x23, 0x40, 0x3F, 0x3D, 0x3B,
      0x3A, 0x2F, 0x26, 0x24, 0x7E, 0x27:
      true
    default: false
    }
  }
}
