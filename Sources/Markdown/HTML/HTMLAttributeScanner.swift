/// Reads the attributes of a tag.
struct HTMLAttributeScanner {
  let bytes: [UInt8]
  /// Behind the tag's name at first, then at the `>` or `/>` that ends the tag.
  private(set) var offset: Int
  private(set) var attributes: [HTMLAttribute] = []

  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// - Returns: false if the text ends inside the tag.
  mutating func scan() -> Bool {
    while true {
      while ByteClass.isSpace(byte) || byte == 0x2F && byte(offset + 1) != 0x3E { offset += 1 }
      guard offset < bytes.count else { return false }
      if byte == 0x3E || byte == 0x2F { return true }
      guard takeAttribute() else { return false }
    }
  }

  private mutating func takeAttribute() -> Bool {
    let start = offset
    offset += 1
    while offset < bytes.count, !ByteClass.isSpace(byte), byte != 0x2F, byte != 0x3D,
      byte != 0x3E
    { offset += 1 }
    let name = string(start..<offset)
    var end = offset
    while ByteClass.isSpace(byte(end)) { end += 1 }
    guard byte(end) == 0x3D else {
      attributes.append(HTMLAttribute(name: name))
      return true
    }
    offset = end + 1
    while ByteClass.isSpace(byte) { offset += 1 }
    guard let value = takeValue() else { return false }
    attributes.append(HTMLAttribute(name: name, value: HTMLEntities.decode(value)))
    return true
  }

  private mutating func takeValue() -> String? {
    let quote = byte
    if quote == 0x22 || quote == 0x27 {
      let start = offset + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
      offset = end + 1
      return string(start..<end)
    }
    let start = offset
    while offset < bytes.count, !ByteClass.isSpace(byte), byte != 0x3E { offset += 1 }
    return string(start..<offset)
  }

  private var byte: UInt8 { byte(offset) }
  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
