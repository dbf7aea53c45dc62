import DocTree

/// The words and signs of a filter.
struct FilterTokens {
  struct Token {
    enum Kind {
      case open, close, not
      case value(BibliographyFilter.Value, FilterSort)
      case name(String)
      case binary(FilterOperation)
    }
    let kind: Kind
    let offset: Int
    let end: Int
  }

  private let bytes: [UInt8]
  private let position: SourcePosition
  private var offset = 0
  private var known: Token?

  init(_ text: String, at position: SourcePosition) {
    bytes = Array(text.utf8)
    self.position = position
  }

  /// The next one, which is not taken; nil at the end.
  ///
  /// - Parameter operand: whether a value is expected.
  mutating func next(operand: Bool) throws(MarkupError) -> Token? {
    if let known { return known }
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    known = try read(operand)
    return known
  }

  mutating func take() {
    if let known { offset = known.end }
    known = nil
  }

  func error(_ message: String, at offset: Int) -> MarkupError {
    MarkupError(message, at: position == .unknown ? nil : position.advanced(columns: offset))
  }

  func misplaced(_ token: Token) -> MarkupError {
    let text = String(decoding: bytes[token.offset..<token.end], as: UTF8.self)
    return error("'\(text)' does not belong there", at: token.offset)
  }

  func missing() -> MarkupError {
    error(
      bytes.isEmpty ? "a filter is a condition, such as 'cited'" : "the filter is not complete",
      at: offset)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func read(_ operand: Bool) throws(MarkupError) -> Token {
    func token(_ kind: Token.Kind, _ length: Int) -> Token {
      Token(kind: kind, offset: offset, end: offset + length)
    }
    let next = byte(offset + 1)
    switch bytes[offset] {
    case 0x28: return token(.open, 1)
    case 0x29: return token(.close, 1)
    case 0x22, 0x27:
      let (text, end) = try quoted(offset)
      return Token(kind: .value(.text(text), .text), offset: offset, end: end)
    case 0x7B: return try set()
    case 0x7C: return token(.binary(.union), 1)
    case 0x26: return token(.binary(.intersection), 1)
    case 0x25: return token(.binary(.match), 1)
    case 0x3D where next == 0x3D: return token(.binary(.equal), 2)
    case 0x21 where next == 0x3D: return token(.binary(.unequal), 2)
    case 0x3C: return next == 0x3D ? token(.binary(.lessOrEqual), 2) : token(.binary(.less), 1)
    case 0x3E:
      return next == 0x3D ? token(.binary(.greaterOrEqual), 2) : token(.binary(.greater), 1)
    case let byte where Self.isWord(byte) && !(byte &- 0x30 < 10): return word(operand)
    default:
      let rest = String(decoding: bytes[offset...], as: UTF8.self)
      throw error(
        "'\(rest.prefix(1))' does not belong there; a filter has names of fields, texts in quotes, "
          + "sets in braces, parentheses, and, or, not, in, ==, !=, <, <=, >, >=, &, | and %",
        at: offset)
    }
  }

  private func word(_ operand: Bool) -> Token {
    var end = offset
    while Self.isWord(byte(end)) { end += 1 }
    func token(_ kind: Token.Kind) -> Token { Token(kind: kind, offset: offset, end: end) }
    let word = String(decoding: bytes[offset..<end], as: UTF8.self)
    switch word {
    case "True", "False": return token(.value(.flag(word == "True"), .flag))
    case "and": return token(.binary(.and))
    case "or": return token(.binary(.or))
    case "in": return token(.binary(.isIn))
    case "not":
      if operand { return token(.not) }
      var next = end
      while Self.isSpace(byte(next)) { next += 1 }
      guard byte(next) == 0x69, byte(next + 1) == 0x6E, !Self.isWord(byte(next + 2)) else {
        return token(.not)
      }
      return Token(kind: .binary(.isNotIn), offset: offset, end: next + 2)
    default: return token(.name(word))
    }
  }

  /// A text in quotes, and where it ends.
  private func quoted(_ start: Int) throws(MarkupError) -> (String, end: Int) {
    var text: [UInt8] = []
    var end = start + 1
    while end < bytes.count, bytes[end] != bytes[start] {
      // Other backslashes stay, as regular expressions are made of them.
      if bytes[end] == 0x5C, [0x22, 0x27, 0x5C].contains(byte(end + 1)) { end += 1 }
      text.append(byte(end))
      end += 1
    }
    guard end < bytes.count else { throw error("the text in quotes is not closed", at: start) }
    return (String(decoding: text, as: UTF8.self), end + 1)
  }

  /// `{"a", "b"}`
  private func set() throws(MarkupError) -> Token {
    var items: Set<String> = []
    var end = offset + 1
    func skipSpaces() { while Self.isSpace(byte(end)) { end += 1 } }
    while true {
      skipSpaces()
      guard byte(end) == 0x22 || byte(end) == 0x27 else { break }
      let (text, behind) = try quoted(end)
      items.insert(text)
      end = behind
      skipSpaces()
      guard byte(end) == 0x2C else { break }
      end += 1
    }
    guard byte(end) == 0x7D, !items.isEmpty else {
      throw error("a set is a list of texts in quotes, in braces: {\"a\", \"b\"}", at: offset)
    }
    return Token(kind: .value(.set(items), .set), offset: offset, end: end + 1)
  }
}
