/// Reads the attributes of a tag.
struct HTMLAttributeScanner {
  let bytes: [UInt8]
  /// Behind the tag's name at first, then at what ends the tag.
  private(set) var offset: Int
  /// The attributes; of those with the same name the last value counts.
  private(set) var attributes: [HTMLAttribute] = []
  private var places: [String: Int] = [:]

  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// - Returns: false if the text ends inside the tag.
  mutating func scan() -> Bool {
    while true {
      let start = offset
      while ByteClass.isSpace(byte) || byte == 0x2F && byte(offset + 1) != 0x3E { offset += 1 }
      guard offset < bytes.count else { return false }
      if byte == 0x3E || byte == 0x2F { return true }
      // An attribute begins behind a space or a quotation mark.
      let isSeparated = offset > start || bytes[offset - 1] == 0x22 || bytes[offset - 1] == 0x27
      guard isSeparated else { return true }
      guard takeAttribute() else { return false }
    }
  }

  private mutating func takeAttribute() -> Bool {
    let start = offset
    offset += 1
    while offset < bytes.count, !ByteClass.isSpace(byte), byte != 0x2F, byte != 0x3D,
      byte != 0x3E
    { offset += 1 }
    let name = string(start..<offset).lowercased()
    var end = offset
    while ByteClass.isSpace(byte(end)) { end += 1 }
    guard byte(end) == 0x3D else {
      set(name, nil)
      return true
    }
    offset = end
    while byte == 0x3D { offset += 1 }
    while ByteClass.isSpace(byte) { offset += 1 }
    let quote = byte
    if quote == 0x22 || quote == 0x27 {
      guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else { return false }
      set(name, string((offset + 1)..<end))
      offset = end + 1
    } else {
      let start = offset
      while offset < bytes.count, !ByteClass.isSpace(byte), byte != 0x3E { offset += 1 }
      set(name, string(start..<offset))
    }
    return true
  }

  private mutating func set(_ name: String, _ value: String?) {
    let attribute = HTMLAttribute(name: name, value: value.map(HTMLEntities.decode))
    if let place = places[name] {
      attributes[place] = attribute
    } else {
      places[name] = attributes.count
      attributes.append(attribute)
    }
  }

  private var byte: UInt8 { byte(offset) }
  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
