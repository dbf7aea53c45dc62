/// Cuts HTML into tags and what stands between them.
///
/// It goes through the text once. What is not finished when the text ends is text, and everything
/// behind it too, so that no part is looked at again and again. (Python: html.parser, which MyST uses.)
struct HTMLTokenizer: Sequence, IteratorProtocol {
  let bytes: [UInt8]
  /// Where the next token begins.
  private(set) var offset = 0
  /// The tag whose content is no markup: `script` or `style`.
  private var rawTag: [UInt8]?
  /// Whether no `]]>` stands in what is left.
  private var hasNoSectionEnd = false

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> HTMLToken? {
    guard offset < bytes.count else { return nil }
    if let tag = rawTag { return rawText(of: tag) }
    switch bytes[offset] {
    case 0x3C: return markup()
    case 0x26: return reference()
    default:
      let end = bytes[offset...].firstIndex { $0 == 0x3C || $0 == 0x26 } ?? bytes.count
      return text(to: end)
    }
  }

  // MARK: - Text

  private mutating func text(to end: Int) -> HTMLToken {
    defer { offset = end }
    return .text(string(offset..<end))
  }

  private mutating func reference() -> HTMLToken {
    var end = offset + 1
    let isNumber = byte(end) == 0x23
    if isNumber {
      end += 1
      let isHexadecimal = byte(end) | 0x20 == 0x78
      if isHexadecimal { end += 1 }
      let start = end
      while isHexadecimal ? Self.isHexadecimal(byte(end)) : ByteClass.isDigit(byte(end)) {
        end += 1
      }
      guard end > start else { return text(to: offset + 2) }
    } else {
      guard ByteClass.isLetter(byte(end)) else { return text(to: offset + 1) }
      while Self.isNameByte(byte(end)) { end += 1 }
    }
    let name = string((offset + (isNumber ? 2 : 1))..<end)
    offset = byte(end) == 0x3B ? end + 1 : end
    return isNumber ? .character(name) : .entity(name)
  }

  /// The content of a tag in which there is no markup.
  private mutating func rawText(of tag: [UInt8]) -> HTMLToken? {
    rawTag = nil
    var end = offset
    while end < bytes.count {
      if bytes[end] == 0x3C, byte(end + 1) == 0x2F, endsTag(tag, at: end + 2) { break }
      end += 1
    }
    return end > offset ? text(to: end) : next()
  }

  private func endsTag(_ tag: [UInt8], at start: Int) -> Bool {
    guard start + tag.count <= bytes.count else { return false }
    for index in tag.indices where bytes[start + index] | 0x20 != tag[index] { return false }
    let end = skipSpaces(start + tag.count)
    return byte(end) == 0x3E
  }

  // MARK: - Markup

  private mutating func markup() -> HTMLToken? {
    switch byte(offset + 1) {
    case 0x2F: return endTag()
    case 0x21: return declaration()
    case 0x3F: return upToBracket(from: offset + 2).map { .instruction($0) } ?? rest()
    case let byte where ByteClass.isLetter(byte): return startTag()
    default: return text(to: offset + 1)
    }
  }

  private mutating func endTag() -> HTMLToken? {
    let start = skipSpaces(offset + 2)
    if byte(start) == 0x3E {
      offset = start + 1
      return next()
    }
    guard ByteClass.isLetter(byte(start)) else {
      return upToBracket(from: offset + 2).map { .comment($0) } ?? rest()
    }
    let end = endOfTagName(start)
    let name = string(start..<end).lowercased()
    return upToBracket(from: end).map { _ in .endTag(name: name) } ?? rest()
  }

  private mutating func declaration() -> HTMLToken {
    if byte(offset + 2) == 0x2D, byte(offset + 3) == 0x2D {
      var end = offset + 4
      while end < bytes.count {
        if bytes[end] == 0x2D, byte(end + 1) == 0x2D {
          let close = skipSpaces(end + 2)
          if byte(close) == 0x3E {
            defer { offset = close + 1 }
            return .comment(string((offset + 4)..<end))
          }
          // The spaces need not be looked at again.
          end = close > end + 2 ? close : end + 1
        } else {
          end += 1
        }
      }
      return rest()
    }
    if starts(with: "[cdata[", at: offset + 2), let end = indexOfSectionEnd() {
      defer { offset = end + 3 }
      return .declaration(string((offset + 2)..<(end + 2)))
    }
    let isDeclaration = starts(with: "doctype", at: offset + 2) || byte(offset + 2) == 0x5B
    guard let text = upToBracket(from: offset + 2) else { return rest() }
    return isDeclaration ? .declaration(text) : .comment(text)
  }

  private mutating func startTag() -> HTMLToken {
    let nameEnd = endOfTagName(offset + 1)
    let name = string((offset + 1)..<nameEnd).lowercased()
    var scanner = HTMLAttributeScanner(bytes: bytes, offset: nameEnd)
    guard scanner.scan() else { return rest() }
    let end = scanner.offset
    let isEmpty = byte(end) == 0x2F && byte(end + 1) == 0x3E
    guard isEmpty || byte(end) == 0x3E else { return text(to: Swift.max(end, offset + 1)) }
    offset = end + (isEmpty ? 2 : 1)
    if !isEmpty, name == "script" || name == "style" { rawTag = Array(name.utf8) }
    return .startTag(name: name, attributes: scanner.attributes, isEmpty: isEmpty)
  }

  /// What is left, as text.
  private mutating func rest() -> HTMLToken { text(to: bytes.count) }

  /// The text up to the next `>`, behind which reading goes on.
  private mutating func upToBracket(from start: Int) -> String? {
    guard start <= bytes.count, let end = bytes[start...].firstIndex(of: 0x3E) else { return nil }
    offset = end + 1
    return string(start..<end)
  }

  // MARK: - Bytes

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func skipSpaces(_ start: Int) -> Int {
    var end = start
    while ByteClass.isSpace(byte(end)) { end += 1 }
    return end
  }

  private func endOfTagName(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, !ByteClass.isSpace(bytes[end]), bytes[end] != 0x2F,
      bytes[end] != 0x3E, bytes[end] != 0
    { end += 1 }
    return end
  }

  /// Whether a word of lower-case letters and brackets stands there, in any case.
  private func starts(with word: StaticString, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for index in 0..<count where bytes[start + index] | 0x20 != word.utf8Start[index] | 0x20 {
      return false
    }
    return true
  }

  private mutating func indexOfSectionEnd() -> Int? {
    var index = offset + 9
    while !hasNoSectionEnd, index + 2 < bytes.count {
      if bytes[index] == 0x5D, bytes[index + 1] == 0x5D, bytes[index + 2] == 0x3E { return index }
      index += 1
    }
    hasNoSectionEnd = true
    return nil
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    ByteClass.isDigit(byte) || (byte | 0x20) &- 0x61 < 6
  }
  private static func isNameByte(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E
  }
}
