/// Cuts HTML into tags and what stands between them, as browsers do.
///
/// It goes through the text once: nothing behind markup that does not end is looked at. What tags
/// mean, and which of them belong together, it does not know. (HTML: "Tokenization".)
package struct HTMLTokenizer {
  private let bytes: [UInt8]
  /// Where the last token begins.
  package private(set) var start = 0
  /// Where the next token begins.
  private var offset = 0
  private let rawTextElements: [[UInt8]]
  /// The element in whose content there is no markup, if such a one just began.
  private var rawText: [UInt8]?
  /// Whether no `]]>` stands in what is left.
  private var hasNoSectionEnd = false

  /// - Parameter rawTextElements: the names, in lower case, of the elements in which there is no
  ///   markup.
  package init(_ bytes: [UInt8], rawTextElements: [String] = []) {
    self.bytes = bytes
    self.rawTextElements = rawTextElements.map { Array($0.utf8) }
  }

  package mutating func next() -> HTMLToken? {
    while offset < bytes.count {
      start = offset
      if let token = takeToken() { return token }
    }
    return nil
  }

  /// Goes behind the next end tag of that name, which is in lower case, or to the end if there is
  /// none.
  package mutating func skip(toEndOf name: String) {
    offset = indexOfEndTag(Array(name.utf8))
    offset = bytes[offset...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
  }

  package func bytes(in range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// - Returns: nil if what stands here is nothing.
  private mutating func takeToken() -> HTMLToken? {
    if let name = rawText {
      rawText = nil
      let end = indexOfEndTag(name)
      return end > offset ? text(to: end) : nil
    }
    switch bytes[offset] {
    case 0x3C: return markup()
    case 0x26: return reference()
    default:
      return text(to: bytes[offset...].firstIndex { $0 == 0x3C || $0 == 0x26 } ?? bytes.count)
    }
  }

  // MARK: - Text

  private mutating func text(to end: Int) -> HTMLToken {
    offset = end
    return .text(start..<end)
  }

  private mutating func reference() -> HTMLToken {
    var end = offset + 1
    if byte(end) == 0x23 {
      end += 1
      let isHexadecimal = byte(end) | 0x20 == 0x78
      if isHexadecimal { end += 1 }
      let digits = end
      while isHexadecimal ? ByteClass.isHexadecimal(byte(end)) : ByteClass.isDigit(byte(end)) {
        end += 1
      }
      guard end > digits else { return text(to: offset + 2) }
    } else {
      guard ByteClass.isLetter(byte(end)) else { return text(to: offset + 1) }
      while ByteClass.isAlphanumeric(byte(end)) || byte(end) == 0x2D || byte(end) == 0x2E {
        end += 1
      }
    }
    offset = byte(end) == 0x3B ? end + 1 : end
    return .reference(start..<offset)
  }

  /// Where the end tag of an element stands; the end of the text if there is none.
  private func indexOfEndTag(_ name: [UInt8]) -> Int {
    var index = offset
    while index < bytes.count {
      if bytes[index] == 0x3C, byte(index + 1) == 0x2F, isTagName(name, at: index + 2) {
        return index
      }
      index += 1
    }
    return index
  }

  /// Whether that is all of a tag's name, in any case.
  private func isTagName(_ name: [UInt8], at start: Int) -> Bool {
    guard start + name.count < bytes.count else { return false }
    for index in name.indices where bytes[start + index] | 0x20 != name[index] { return false }
    let end = bytes[start + name.count]
    return end == 0x3E || end == 0x2F || ByteClass.isSpace(end)
  }

  // MARK: - Markup

  private mutating func markup() -> HTMLToken? {
    switch byte(offset + 1) {
    case 0x2F: return endTag()
    case 0x21: return declaration()
    case 0x3F: return upToBracket(from: offset + 2).map { .instruction($0) } ?? unfinished()
    case let byte where ByteClass.isLetter(byte): return startTag()
    default: return text(to: offset + 1)
    }
  }

  private mutating func startTag() -> HTMLToken {
    let nameStart = offset + 1
    var scanner = HTMLAttributeScanner(bytes: bytes, offset: endOfTagName(nameStart))
    let name = string(nameStart..<scanner.offset)
    guard scanner.scan() else { return unfinished() }
    let isEmpty = bytes[scanner.offset] == 0x2F
    offset = scanner.offset + (isEmpty ? 2 : 1)
    if !isEmpty { rawText = rawTextElements.first { isTagName($0, at: nameStart) } }
    return .startTag(HTMLTag(name: name, attributes: scanner.attributes, isEmpty: isEmpty))
  }

  private mutating func endTag() -> HTMLToken? {
    let name = offset + 2
    guard ByteClass.isLetter(byte(name)) else {
      guard let text = upToBracket(from: name) else { return unfinished() }
      return text.isEmpty ? nil : .comment(text)
    }
    let end = endOfTagName(name)
    return upToBracket(from: end).map { _ in .endTag(name: string(name..<end)) } ?? unfinished()
  }

  private mutating func declaration() -> HTMLToken {
    let content = offset + 2
    if starts(with: "--", at: content) { return comment() }
    if starts(with: "[CDATA[", at: content), let end = indexOfSectionEnd(content + 7) {
      offset = end + 3
      return .section((content + 7)..<end)
    }
    guard let text = upToBracket(from: content) else { return unfinished() }
    let isDeclaration =
      byte(content) == 0x5B || string(text).lowercased().hasPrefix("doctype")
    return isDeclaration ? .declaration(text) : .comment(text)
  }

  private mutating func comment() -> HTMLToken {
    let content = offset + 4
    // The dashes at the beginning may be those at the end, too.
    var end = offset + 2
    while end + 2 < bytes.count {
      if starts(with: "-->", at: end) || starts(with: "--!>", at: end) && end >= content {
        offset = bytes[end + 2] == 0x3E ? end + 3 : end + 4
        return .comment(content..<max(content, end))
      }
      end += 1
    }
    return unfinished()
  }

  private mutating func unfinished() -> HTMLToken {
    offset = bytes.count
    return .unfinished(start..<offset)
  }

  /// What stands before the next `>`, behind which reading goes on.
  private mutating func upToBracket(from start: Int) -> Range<Int>? {
    guard start <= bytes.count, let end = bytes[start...].firstIndex(of: 0x3E) else { return nil }
    offset = end + 1
    return start..<end
  }

  private mutating func indexOfSectionEnd(_ start: Int) -> Int? {
    var index = start
    while !hasNoSectionEnd, index + 2 < bytes.count {
      if starts(with: "]]>", at: index) { return index }
      index += 1
    }
    hasNoSectionEnd = true
    return nil
  }

  // MARK: - Bytes

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func endOfTagName(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, !ByteClass.isSpace(bytes[end]), bytes[end] != 0x2F, bytes[end] != 0x3E
    { end += 1 }
    return end
  }

  private func starts(with text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for index in 0..<count where bytes[start + index] != text.utf8Start[index] { return false }
    return true
  }
}
