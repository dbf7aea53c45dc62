import DocTree

/// Takes XML apart, one tag or text at a time: elements, attributes, text, the five named entities,
/// character references, comments, CDATA sections and processing instructions.
///
/// A document type declaration is stepped over: it can neither define entities nor load anything.
/// Control characters, which XML has no way to write, are taken as they are.
struct XMLParser {
  enum Event {
    /// A start tag. What ends at once (`<a/>`) is followed by an `.end`.
    case start(name: String, attributes: [Attribute], offset: Int)
    /// An end tag, or the end of an empty one; `content` is where the element's content ended.
    case end(content: Int)
    /// Text between two tags, with its references resolved.
    case text(String, offset: Int)
    /// After the root's end tag.
    case endOfDocument
  }

  struct Attribute {
    let name: String
    let value: String
    let offset: Int
  }

  var scanner: ByteScanner
  private var open: [(name: Range<Int>, offset: Int)] = []
  private var endsAtOnce = false
  private(set) var hasRoot = false

  init(_ source: Source) throws {
    scanner = try ByteScanner(source, category: "xml")
    try readDeclaration()
  }

  /// Where the next thing begins; after a start tag, where the content does.
  var offset: Int { scanner.index }

  /// - Throws: ``ReadError`` where the text is no XML.
  mutating func next() throws -> Event {
    if endsAtOnce {
      endsAtOnce = false
      open.removeLast()
      return .end(content: scanner.index)
    }
    if !open.isEmpty {
      let start = scanner.index
      if let text = try readText() { return .text(text, offset: start) }
    } else {
      try skipBetween()
      if hasRoot {
        guard scanner.isAtEnd else { throw scanner.expected("the end") }
        return .endOfDocument
      }
    }
    guard scanner.next == 0x3C else {
      if let element = open.last {
        throw scanner.expected(
          "</\(scanner.string(element.name))>, opened at \(place(element.offset))")
      }
      throw scanner.expected("an element")
    }
    if scanner.sees("</") {
      guard !open.isEmpty else { throw scanner.expected("an element") }
      return try readEndTag()
    }
    return try readStartTag()
  }

  private mutating func readStartTag() throws -> Event {
    let offset = scanner.index
    scanner.index += 1
    let name = try readName("the name of an element")
    var attributes: [Attribute] = []
    while true {
      let hadSpace = isSpace(scanner.next)
      scanner.skipSpace()
      if scanner.next == 0x3E {
        scanner.index += 1
        break
      }
      if scanner.skip("/>") {
        endsAtOnce = true
        break
      }
      guard hadSpace else { throw scanner.expected("a space, '>' or '/>'") }
      let attribute = try readAttribute()
      if attributes.contains(where: { $0.name == attribute.name }) {
        throw scanner.error(
          "expected each attribute once, found '\(attribute.name)' again", at: attribute.offset)
      }
      attributes.append(attribute)
    }
    hasRoot = true
    open.append((name, offset))
    return .start(name: scanner.string(name), attributes: attributes, offset: offset)
  }

  private mutating func readEndTag() throws -> Event {
    let content = scanner.index
    scanner.index += 2
    let name = try readName("the name of an element")
    // Not empty: the caller has looked.
    let element = open.removeLast()
    guard scanner.bytes[name] == scanner.bytes[element.name] else {
      throw scanner.error(
        "expected </\(scanner.string(element.name))>, opened at \(place(element.offset)), "
          + "found </\(scanner.string(name))>", at: content)
    }
    scanner.skipSpace()
    guard scanner.next == 0x3E else { throw scanner.expected("'>'") }
    scanner.index += 1
    return .end(content: content)
  }

  private mutating func readAttribute() throws -> Attribute {
    let offset = scanner.index
    let name = try readName("an attribute, '>' or '/>'")
    scanner.skipSpace()
    guard scanner.next == 0x3D else { throw scanner.expected("'='") }
    scanner.index += 1
    scanner.skipSpace()
    let quote = scanner.next
    guard quote == 0x22 || quote == 0x27 else { throw scanner.expected("a quoted value") }
    scanner.index += 1
    var value: [UInt8] = []
    while scanner.next != quote || scanner.isAtEnd {
      guard !scanner.isAtEnd else { throw scanner.expected(quote == 0x22 ? "'\"'" : "\"'\"") }
      switch scanner.next {
      case 0x3C: throw scanner.expected("'&lt;'")
      case 0x26: try readReference(into: &value)
      case 0x0D:
        // A line break in a value is a space, however it is written.
        scanner.index += scanner.sees("\r\n") ? 2 : 1
        value.append(0x20)
      case 0x09, 0x0A:
        scanner.index += 1
        value.append(0x20)
      case let byte:
        scanner.index += 1
        value.append(byte)
      }
    }
    scanner.index += 1
    return Attribute(
      name: scanner.string(name), value: String(decoding: value, as: UTF8.self), offset: offset)
  }

  private mutating func readName(_ what: String) throws -> Range<Int> {
    let start = scanner.index
    scanner.skip(XMLName.continuing)
    guard scanner.index > start, XMLName.starts(scanner.bytes[start]) else {
      scanner.index = start
      throw scanner.expected(what)
    }
    return start..<scanner.index
  }

  private mutating func place(_ offset: Int) -> String {
    let position = scanner.position(at: offset)
    return "\(position.line):\(position.column)"
  }
}
