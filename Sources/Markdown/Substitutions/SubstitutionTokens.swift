/// The words, texts and signs of a substitution.
struct SubstitutionTokens {
  enum Kind { case name, number, string, sign }

  struct Token {
    var kind: Kind
    var text: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ source: String) { bytes = Array(source.utf8) }

  /// Takes the next one.
  ///
  /// - Returns: nil at the end.
  mutating func next() throws(SubstitutionError) -> Token? {
    skipSpaces()
    guard offset < bytes.count else { return nil }
    let start = offset
    let byte = bytes[offset]
    if byte == 0x22 || byte == 0x27 { return try string(byte) }
    if ByteClass.isDigit(byte) {
      while offset < bytes.count, ByteClass.isDigit(bytes[offset]) { offset += 1 }
      return token(.number, start)
    }
    if Self.isNameByte(byte) {
      while offset < bytes.count, Self.isNameByte(bytes[offset]) { offset += 1 }
      return token(.name, start)
    }
    offset += 1
    return token(.sign, start)
  }

  /// Takes the sign if it is the next.
  mutating func take(_ sign: String) throws(SubstitutionError) -> Bool {
    skipSpaces()
    guard offset < bytes.count, [bytes[offset]] == Array(sign.utf8) else { return false }
    offset += 1
    return true
  }

  /// - Parameter token: where it is; nil for where the reading has come to.
  func failure(_ message: String, _ token: Token? = nil) -> SubstitutionError {
    SubstitutionError(message: message, offset: token?.offset ?? offset)
  }

  private mutating func string(_ quote: UInt8) throws(SubstitutionError) -> Token {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count, bytes[offset] != quote {
      if bytes[offset] == 0x5C, offset + 1 < bytes.count {
        offset += 1
        text.append(bytes[offset] == 0x6E ? 0x0A : bytes[offset] == 0x74 ? 0x09 : bytes[offset])
      } else {
        text.append(bytes[offset])
      }
      offset += 1
    }
    guard offset < bytes.count else {
      throw SubstitutionError(
        message: "TemplateSyntaxError: this text has no closing quote", offset: start)
    }
    offset += 1
    return Token(kind: .string, text: String(decoding: text, as: UTF8.self), offset: start)
  }

  private func token(_ kind: Kind, _ start: Int) -> Token {
    Token(kind: kind, text: String(decoding: bytes[start..<offset], as: UTF8.self), offset: start)
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, ByteClass.isSpace(bytes[offset]) || bytes[offset] == 0x0A {
      offset += 1
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte == 0x5F || byte >= 0x80
  }
}
