/// Finds the ends of what libcmark takes verbatim at a `<`: autolinks and raw HTML.
/// (CommonMark 0.30, §6.5 and §6.6.)
struct MarkupScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offsets from which on no end of a comment, an instruction, a declaration or CDATA stands.
  private var noComment = Int.max
  private var noInstruction = Int.max
  private var noDeclaration = Int.max
  private var noData = Int.max

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always)
  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// The offset behind an autolink, `<` included.
  func autolink(_ start: Int) -> Int? {
    var offset = start + 1
    guard ByteClass.isLetter(byte(offset)) else { return email(start) }
    while ByteClass.isAlphanumeric(byte(offset)) || byte(offset) == 0x2B || byte(offset) == 0x2D
      || byte(offset) == 0x2E
    {
      offset += 1
    }
    let length = offset - start - 1
    guard byte(offset) == 0x3A, length >= 2, length <= 32 else { return email(start) }
    offset += 1
    while offset < bytes.count, byte(offset) > 0x20, byte(offset) != 0x3C, byte(offset) != 0x3E {
      offset += 1
    }
    return byte(offset) == 0x3E ? offset + 1 : nil
  }

  private func email(_ start: Int) -> Int? {
    var offset = start + 1
    while ByteClass.isAlphanumeric(byte(offset)) || Self.isMailByte(byte(offset)) { offset += 1 }
    guard byte(offset) == 0x40, offset > start + 1 else { return nil }
    repeat {
      offset += 1
      let label = offset
      while ByteClass.isAlphanumeric(byte(offset)) || byte(offset) == 0x2D { offset += 1 }
      guard offset > label, offset - label <= 63, byte(label) != 0x2D, byte(offset - 1) != 0x2D
      else { return nil }
    } while byte(offset) == 0x2E
    return byte(offset) == 0x3E ? offset + 1 : nil
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E, 0x2D:
      true
    default: false
    }
  }

  /// The offset behind a tag, a comment and so on, `<` included.
  mutating func html(_ start: Int) -> Int? {
    switch byte(start + 1) {
    case 0x2F: return closingTag(start)
    case 0x3F:
      return find("?>", from: start + 2, memory: \.noInstruction)
    case 0x21:
      if byte(start + 2) == 0x2D, byte(start + 3) == 0x2D { return comment(start + 4) }
      if byte(start + 2) == 0x5B {
        guard matches("[CDATA[", at: start + 2) else { return nil }
        return find("]]>", from: start + 9, memory: \.noData)
      }
      guard byte(start + 2) &- 0x41 < 26 else { return nil }
      var offset = start + 2
      while byte(offset) &- 0x41 < 26 { offset += 1 }
      guard ByteClass.isSpace(byte(offset)) else { return nil }
      return find(">", from: offset, memory: \.noDeclaration)
    default: return openingTag(start)
    }
  }

  private mutating func comment(_ start: Int) -> Int? {
    if byte(start) == 0x3E || (byte(start) == 0x2D && byte(start + 1) == 0x3E) { return nil }
    guard let end = find("--", from: start, memory: \.noComment), byte(end) == 0x3E else {
      return nil
    }
    return end + 1
  }

  private func closingTag(_ start: Int) -> Int? {
    guard let name = tagName(start + 2) else { return nil }
    let end = LinkTail(bytes: bytes).spaces(name)
    return byte(end) == 0x3E ? end + 1 : nil
  }

  private func tagName(_ start: Int) -> Int? {
    guard ByteClass.isLetter(byte(start)) else { return nil }
    var offset = start + 1
    while ByteClass.isAlphanumeric(byte(offset)) || byte(offset) == 0x2D { offset += 1 }
    return offset
  }

  private func openingTag(_ start: Int) -> Int? {
    guard var offset = tagName(start + 1) else { return nil }
    let tail = LinkTail(bytes: bytes)
    while true {
      let next = tail.spaces(offset)
      if byte(next) == 0x3E { return next + 1 }
      if byte(next) == 0x2F { return byte(next + 1) == 0x3E ? next + 2 : nil }
      guard next > offset, let attribute = attribute(next, tail) else { return nil }
      offset = attribute
    }
  }

  private func attribute(_ start: Int, _ tail: LinkTail) -> Int? {
    let first = byte(start)
    guard ByteClass.isLetter(first) || first == 0x5F || first == 0x3A else { return nil }
    var offset = start + 1
    while ByteClass.isAlphanumeric(byte(offset)) || byte(offset) == 0x5F || byte(offset) == 0x3A
      || byte(offset) == 0x2E || byte(offset) == 0x2D
    {
      offset += 1
    }
    let equals = tail.spaces(offset)
    guard byte(equals) == 0x3D else { return offset }
    var value = tail.spaces(equals + 1)
    let quote = byte(value)
    if quote == 0x22 || quote == 0x27 {
      value += 1
      while value < bytes.count, byte(value) != quote { value += 1 }
      return value < bytes.count ? value + 1 : nil
    }
    let valueStart = value
    loop: while value < bytes.count {
      switch byte(value) {
      case 0x09...0x0D, 0x20, 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: break loop
      default: value += 1
      }
    }
    return value > valueStart ? value : nil
  }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where byte(start + index) != text.utf8Start[index] {
      return false
    }
    return true
  }

  private mutating func find(
    _ text: StaticString, from start: Int, memory: WritableKeyPath<MarkupScanner, Int>
  ) -> Int? {
    if start >= self[keyPath: memory] { return nil }
    let first = text.utf8Start[0]
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == first, matches(text, at: offset) {
        return offset + text.utf8CodeUnitCount
      }
      offset += 1
    }
    self[keyPath: memory] = start
    return nil
  }
}
