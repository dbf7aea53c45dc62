import DocTreeMarkdown

/// Cuts HTML into tags and text, as browsers do. It goes through the text once. Unlike the one for
/// Markdown, it keeps names as they are: those of SVG have capitals.
struct XHTMLTokenizer {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String?)]
    /// Whether it ends with `/>`.
    let isEmpty: Bool

    subscript(name: String) -> String? {
      attributes.first { $0.name.lowercased() == name }.map { $0.value ?? "" }
    }
  }

  enum Token {
    case text(Range<Int>)
    /// The text that an entity stands for.
    case reference(String)
    case start(Tag)
    case end(String)
  }

  let input: [UInt8]
  private var offset = 0

  init(_ input: [UInt8]) { self.input = input }

  mutating func next() -> Token? {
    while offset < input.count {
      let start = offset
      switch input[offset] {
      case UInt8(ascii: "&"): return reference()
      case UInt8(ascii: "<"):
        switch byte(offset + 1) {
        case UInt8(ascii: "/") where Self.isLetter(byte(offset + 2)): return endTag()
        case UInt8(ascii: "/"), UInt8(ascii: "?"): skip(past: ">")
        case UInt8(ascii: "!"):
          if hasPrefix("<!--") {
            offset += 4
            skip(past: "-->")
          } else if hasPrefix("<![CDATA[") {
            offset += 9
            let content = offset
            skip(past: "]]>")
            return .text(content..<max(content, offset - 3))
          } else {
            skip(past: ">")
          }
        case let next where Self.isLetter(next):
          if let tag = startTag() { return .start(tag) }
          // It does not end, nor does anything behind it.
          offset = input.count
        default:
          offset += 1
          return .text(start..<offset)
        }
      default:
        offset = input[offset...].firstIndex { $0 == 0x26 || $0 == 0x3C } ?? input.count
        return .text(start..<offset)
      }
    }
    return nil
  }

  /// Goes behind the end tag of that name, or to the end if there is none.
  mutating func skip(toEndOf name: String) {
    while offset < input.count {
      if input[offset] == UInt8(ascii: "<"), byte(offset + 1) == UInt8(ascii: "/"),
        hasName(name, at: offset + 2)
      {
        return skip(past: ">")
      }
      offset += 1
    }
  }

  // MARK: Tags

  private mutating func endTag() -> Token {
    offset += 2
    let name = takeName()
    skip(past: ">")
    return .end(name)
  }

  private mutating func startTag() -> Tag? {
    offset += 1
    let name = takeName()
    var attributes: [(name: String, value: String?)] = []
    var taken: Set<String> = []
    while true {
      while Self.isSpace(byte(offset)) { offset += 1 }
      guard offset < input.count else { return nil }
      if input[offset] == UInt8(ascii: ">") {
        offset += 1
        return Tag(name: name, attributes: attributes, isEmpty: false)
      }
      if input[offset] == UInt8(ascii: "/") {
        offset += 1
        if byte(offset) == UInt8(ascii: ">") {
          offset += 1
          return Tag(name: name, attributes: attributes, isEmpty: true)
        }
        continue
      }
      guard let attribute = takeAttribute() else { return nil }
      // Of those with one name the first counts.
      if taken.insert(attribute.name.lowercased()).inserted { attributes.append(attribute) }
    }
  }

  private mutating func takeAttribute() -> (name: String, value: String?)? {
    let start = offset
    offset += 1
    while offset < input.count, !Self.isSpace(input[offset]),
      ![0x2F, 0x3D, 0x3E].contains(input[offset])
    { offset += 1 }
    let name = string(start..<offset)
    var end = offset
    while Self.isSpace(byte(end)) { end += 1 }
    guard byte(end) == UInt8(ascii: "=") else { return (name, nil) }
    offset = end + 1
    while Self.isSpace(byte(offset)) { offset += 1 }
    let quote = byte(offset)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = offset + 1
      guard let end = input[start...].firstIndex(of: quote) else { return nil }
      offset = end + 1
      return (name, HTMLEntities.decode(string(start..<end)))
    }
    let valueStart = offset
    while offset < input.count, !Self.isSpace(input[offset]), input[offset] != 0x3E { offset += 1 }
    return (name, HTMLEntities.decode(string(valueStart..<offset)))
  }

  private mutating func takeName() -> String {
    let start = offset
    while offset < input.count, !Self.isSpace(input[offset]), input[offset] != 0x2F,
      input[offset] != 0x3E
    { offset += 1 }
    return string(start..<offset)
  }

  // MARK: References

  private mutating func reference() -> Token {
    let start = offset
    var end = start + 1
    while end < input.count, end - start < 33,
      Self.isLetter(input[end]) || input[end] &- 0x30 < 10 || input[end] == 0x23
    { end += 1 }
    guard end > start + 1, byte(end) == UInt8(ascii: ";") else {
      offset += 1
      return .text(start..<offset)
    }
    offset = end + 1
    // Nearly all are one of these.
    switch string((start + 1)..<end) {
    case "amp": return .reference("&")
    case "lt": return .reference("<")
    case "gt": return .reference(">")
    case "quot": return .reference("\"")
    default: return .reference(HTMLEntities.decode(string(start..<offset)))
    }
  }

  // MARK: Bytes

  private func byte(_ offset: Int) -> UInt8 { offset < input.count ? input[offset] : 0 }
  private func string(_ range: Range<Int>) -> String {
    String(decoding: input[range], as: UTF8.self)
  }

  private mutating func skip(past text: StaticString) {
    let count = text.utf8CodeUnitCount
    while offset + count <= input.count {
      if input[offset] == text.utf8Start[0],
        (1..<count).allSatisfy({ input[offset + $0] == text.utf8Start[$0] })
      {
        offset += count
        return
      }
      offset += 1
    }
    offset = input.count
  }

  private func hasPrefix(_ text: StaticString) -> Bool {
    (0..<text.utf8CodeUnitCount).allSatisfy { byte(offset + $0) == text.utf8Start[$0] }
  }

  private func hasName(_ name: String, at start: Int) -> Bool {
    var index = start
    for letter in name.utf8 {
      guard byte(index) | 0x20 == letter else { return false }
      index += 1
    }
    return !Self.isLetter(byte(index))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}
