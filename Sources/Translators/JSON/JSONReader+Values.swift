import DocTree

// The values of an object's keys.

extension JSONReader {
  mutating func readColon() throws {
    scanner.skipSpace()
    guard scanner.next == 0x3A else { throw scanner.expected("':'") }
    scanner.index += 1
    scanner.skipSpace()
  }

  /// Reads `[line, column]` or `[line, column, file]`.
  mutating func readPosition() throws {
    let top = frames.count - 1
    guard scanner.next == 0x5B else { throw scanner.expected("'['") }
    scanner.index += 1
    scanner.skipSpace()
    let line = try readInteger("the number of a line", minimum: 0)
    try readComma()
    let column = try readInteger("the number of a column", minimum: 0)
    scanner.skipSpace()
    var position = SourcePosition(line: line, column: column)
    if scanner.next == 0x2C {
      try readComma()
      let name = try scanner.readString("the name of a file")
      if name != lastFile.name { lastFile = (name, SourceFile(name)) }
      position.file = lastFile.file
      frames[top].hasFile = true
      scanner.skipSpace()
    }
    guard scanner.next == 0x5D else {
      throw scanner.expected(frames[top].hasFile ? "']'" : "',' or ']'")
    }
    scanner.index += 1
    frames[top].position = position
  }

  private mutating func readComma() throws {
    scanner.skipSpace()
    guard scanner.next == 0x2C else { throw scanner.expected("','") }
    scanner.index += 1
    scanner.skipSpace()
  }

  mutating func readAttributes() throws {
    let top = frames.count - 1
    guard scanner.next == 0x7B else { throw scanner.expected("'{'") }
    scanner.index += 1
    var attributes: [(name: String, value: AttributeValue)] = []
    scanner.skipSpace()
    while scanner.next != 0x7D || scanner.isAtEnd {
      if !attributes.isEmpty {
        guard scanner.next == 0x2C else { throw scanner.expected("',' or '}'") }
        scanner.index += 1
        scanner.skipSpace()
      }
      let offset = scanner.index
      let name = try scanner.readString(
        attributes.isEmpty ? "the name of an attribute or '}'" : "the name of an attribute")
      guard !attributes.contains(where: { $0.name == name }) else {
        throw scanner.error("expected each attribute once, found \"\(name)\" again", at: offset)
      }
      try readColon()
      attributes.append((name, try readValue()))
      frames[top].attributeOffsets.append(offset)
      scanner.skipSpace()
    }
    scanner.index += 1
    frames[top].attributes = attributes
  }

  private mutating func readValue() throws -> AttributeValue {
    switch scanner.next {
    case 0x22: return .string(try scanner.readString())
    case 0x5B: return .list(try readList())
    default:
      if scanner.skip("true") { return .flag(true) }
      if scanner.skip("false") { return .flag(false) }
      if scanner.skip("null") { return .none }
      return .integer(
        try readInteger("a string, an integer, true, false, null or a list of strings"))
    }
  }

  private mutating func readList() throws -> [String] {
    scanner.index += 1
    scanner.skipSpace()
    var list: [String] = []
    while scanner.next != 0x5D || scanner.isAtEnd {
      if !list.isEmpty {
        guard scanner.next == 0x2C else { throw scanner.expected("',' or ']'") }
        scanner.index += 1
        scanner.skipSpace()
      }
      list.append(try scanner.readString(list.isEmpty ? "a string or ']'" : "a string"))
      scanner.skipSpace()
    }
    scanner.index += 1
    return list
  }

  private mutating func readInteger(_ what: String, minimum: Int = .min) throws -> Int {
    let start = scanner.index
    if scanner.next == 0x2D { scanner.index += 1 }
    while scanner.next &- 0x30 < 10 { scanner.index += 1 }
    let digits = scanner.string(start..<scanner.index)
    let hasLeadingZero = digits.hasPrefix("0") && digits != "0" || digits.hasPrefix("-0")
    guard let value = Int(digits), !hasLeadingZero, value >= minimum, scanner.next != 0x2E,
      scanner.next | 0x20 != 0x65
    else {
      scanner.index = start
      throw scanner.expected(what)
    }
    return value
  }
}
