import DocTreeMarkdown

/// Finds the start tags of HTML that comes in pieces, in memory that does not depend on how much comes.
/// (HTML: "Tokenization".)
struct HTMLScanner {
  struct Tag {
    /// In lower case.
    var name = ""
    /// Those that were asked for, with lower-case names and decoded values.
    var attributes: [(name: String, value: String)] = []
    /// How many lines come before it.
    var line = 0
    /// How many bytes come before it in its line.
    var column = 0
  }

  private enum State {
    case text, tagOpen, tagName, beforeName, name, afterName, beforeValue, value(quote: UInt8?)
    /// Behind `<!`.
    case declaration
    /// With the number of dashes before.
    case comment(dashes: Int)
    /// Up to the next `>`.
    case skipped
    /// What has no tags in it but the one that ends it.
    case rawText
  }

  private let wanted: Set<String>
  private var state = State.text
  private var tag = Tag()
  private var name: [UInt8] = []
  private var value: [UInt8] = []
  private var isWanted = false
  /// The name of the tag that ends raw text, and how much of `</name` was seen.
  private var rawName: [UInt8] = []
  private var rawCount = 0
  private var line = 0
  private var column = 0

  private static let nameLimit = 64
  private static let valueLimit = 8192
  private static let rawElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  /// - Parameter attributes: the lower-case names of those that are wanted.
  init(attributes: Set<String>) { wanted = attributes }

  /// - Parameter body: takes a tag, and says whether more are wanted.
  /// - Returns: whether more are wanted.
  @discardableResult
  mutating func scan(_ bytes: some Sequence<UInt8>, _ body: (Tag) -> Bool) -> Bool {
    for byte in bytes {
      if take(byte) {
        let isGoingOn = body(tag)
        if Self.rawElements.contains(tag.name) {
          rawName = Array(("</" + tag.name).utf8)
          rawCount = 0
          state = .rawText
        }
        if !isGoingOn { return false }
      }
      column += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
    }
    return true
  }

  /// - Returns: whether the byte ends a start tag.
  private mutating func take(_ byte: UInt8) -> Bool {
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    let isEnd = byte == UInt8(ascii: ">")
    switch state {
    case .text:
      guard byte == UInt8(ascii: "<") else { return false }
      tag = Tag(line: line, column: column)
      state = .tagOpen
    case .tagOpen:
      if (byte | 0x20) &- 0x61 < 26 {
        name = [byte | 0x20]
        state = .tagName
      } else {
        switch byte {
        case UInt8(ascii: "!"):
          name = []
          state = .declaration
        case UInt8(ascii: "/"), UInt8(ascii: "?"): state = .skipped
        case UInt8(ascii: "<"): tag = Tag(line: line, column: column)
        default: state = .text
        }
      }
    case .tagName:
      guard isSpace || isEnd || byte == UInt8(ascii: "/") else {
        append(byte)
        return false
      }
      tag.name = String(decoding: name, as: UTF8.self)
      state = isEnd ? .text : .beforeName
      return isEnd
    case .beforeName:
      if isEnd {
        state = .text
        return true
      }
      guard !isSpace, byte != UInt8(ascii: "/") else { return false }
      name = []
      append(byte)
      state = .name
    case .name, .afterName: return takeName(byte, isSpace: isSpace, isEnd: isEnd)
    case .beforeValue, .value: return takeValue(byte, isSpace: isSpace, isEnd: isEnd)
    case .declaration:
      if byte == UInt8(ascii: "-") {
        name.append(byte)
        if name.count == 2 { state = .comment(dashes: 2) }
      } else {
        state = isEnd ? .text : .skipped
      }
    case .comment(let dashes):
      if byte == UInt8(ascii: "-") {
        state = .comment(dashes: min(dashes + 1, 2))
      } else {
        state = isEnd && dashes >= 2 ? .text : .comment(dashes: 0)
      }
    case .skipped: if isEnd { state = .text }
    case .rawText: takeRawText(byte, isSpace: isSpace, isEnd: isEnd)
    }
    return false
  }

  private mutating func takeName(_ byte: UInt8, isSpace: Bool, isEnd: Bool) -> Bool {
    if byte == UInt8(ascii: "=") {
      let text = String(decoding: name, as: UTF8.self)
      isWanted = wanted.contains(text)
      value = []
      state = .beforeValue
    } else if isEnd {
      state = .text
      return true
    } else if isSpace {
      state = .afterName
    } else if byte == UInt8(ascii: "/") {
      state = .beforeName
    } else if case .afterName = state {
      name = []
      append(byte)
      state = .name
    } else {
      append(byte)
    }
    return false
  }

  private mutating func takeValue(_ byte: UInt8, isSpace: Bool, isEnd: Bool) -> Bool {
    guard case .value(let quote) = state else {
      if isSpace { return false }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
      case UInt8(ascii: ">"):
        state = .text
        return true
      default:
        state = .value(quote: nil)
        appendToValue(byte)
      }
      return false
    }
    let isDone = quote.map { $0 == byte } ?? (isSpace || isEnd)
    guard isDone else {
      appendToValue(byte)
      return false
    }
    // What is cut off would be another value.
    if isWanted, value.count < Self.valueLimit {
      let text = HTMLEntities.decode(String(decoding: value, as: UTF8.self))
      tag.attributes.append((String(decoding: name, as: UTF8.self), text))
    }
    let endsTag = quote == nil && isEnd
    state = endsTag ? .text : .beforeName
    return endsTag
  }

  private mutating func takeRawText(_ byte: UInt8, isSpace: Bool, isEnd: Bool) {
    if rawCount == rawName.count {
      if isSpace || isEnd || byte == UInt8(ascii: "/") {
        state = isEnd ? .text : .skipped
        return
      }
      rawCount = 0
    }
    let isLetter = (byte | 0x20) &- 0x61 < 26
    if (isLetter ? byte | 0x20 : byte) == rawName[rawCount] {
      rawCount += 1
    } else {
      rawCount = byte == UInt8(ascii: "<") ? 1 : 0
    }
  }

  private mutating func append(_ byte: UInt8) {
    guard name.count < Self.nameLimit else { return }
    name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
  }

  private mutating func appendToValue(_ byte: UInt8) {
    if isWanted, value.count < Self.valueLimit { value.append(byte) }
  }
}
