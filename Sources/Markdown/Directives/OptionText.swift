internal import DocTree

/// The options of a directive: a subset of YAML, keys with strings as values.
/// (MyST: parsers.options.)
struct OptionText {
  struct Line {
    var bytes: ArraySlice<UInt8>
    var position: SourcePosition

    /// Whether there is nothing but spaces and tabs.
    var isBlank: Bool { bytes.allSatisfy(ByteClass.isBlank) }
  }

  /// What is wrong with the options.
  struct Problem: Error {
    let problem: String
    let position: SourcePosition
    /// What was being read, and where that begins.
    var context: (activity: String, position: SourcePosition)?
    /// Whether the text ended too soon.
    var isAtEnd = false
    /// Where to look for it: what has no end, at its beginning.
    var place: SourcePosition { isAtEnd ? context?.position ?? position : position }
  }

  /// Where the first comment stands.
  private(set) var firstComment: SourcePosition?

  private let lines: [Line]
  /// The lines, each with a line feed.
  private var text: [UInt8] = []
  private var starts: [Int] = []
  private var offset = 0

  init(_ lines: [Line]) {
    self.lines = lines
    for line in lines {
      starts.append(text.count)
      text += line.bytes
      text.append(0x0A)
    }
  }

  /// - Returns: the options in order; of those with the same name the last one counts.
  mutating func parse() throws(Problem) -> [DirectiveOption] {
    var options: [DirectiveOption] = []
    while true {
      skipToContent()
      guard offset < text.count else { return options }
      let start = offset
      guard column(start) == 0 else {
        throw problem("expected key to start at column 0", at: start)
      }
      let name = try isQuote ? quoted() : plain(isKey: true)
      skipToContent()
      guard byte == 0x3A else { throw problem("expected ':' after key", at: offset) }
      offset += 1
      skipSpaces()
      takeComment()
      let value = try value()
      options.append(
        DirectiveOption(
          name: name, value: value.text, position: position(start),
          valuePosition: position(value.start)))
    }
  }

  /// - Returns: the value, and where its text begins.
  private mutating func value() throws(Problem) -> (text: String, start: Int) {
    if byte == 0x0A {
      // The value may begin in the next line, if that is indented.
      let lineEnd = offset
      skipToContent()
      if offset >= text.count || column(offset) == 0 {
        offset = lineEnd
        return ("", lineEnd)
      }
    }
    let start = offset
    if isQuote {
      let value = try quoted()
      skipSpaces()
      takeComment()
      return (value, start + 1)
    }
    if byte == 0x7C || byte == 0x3E { return try block() }
    return (plain(isKey: false), start)
  }

  // MARK: - Scalars

  private mutating func plain(isKey: Bool) -> String {
    var result: [UInt8] = []
    while true {
      let start = offset
      while byte != 0x0A, offset < text.count {
        if isKey, byte == 0x3A, isBlank(offset + 1) { break }
        if byte == 0x23, offset > start, isBlank(offset - 1) { break }
        offset += 1
      }
      result += trimmedEnd(start..<offset)
      if byte == 0x23 { takeComment() }
      if isKey || byte != 0x0A { break }
      // Indented lines go on with it.
      let lineEnd = offset
      skipToContent()
      guard offset < text.count, column(offset) > 0 else {
        offset = lineEnd
        break
      }
      appendFold(lineEnd, to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func quoted() throws(Problem) -> String {
    let start = offset
    let quote = byte
    offset += 1
    var result: [UInt8] = []
    while offset < text.count {
      if byte == quote {
        offset += 1
        if quote == 0x27, byte == quote {
          result.append(quote)
          offset += 1
          continue
        }
        return String(decoding: result, as: UTF8.self)
      }
      if byte == 0x5C, quote == 0x22 {
        try appendEscape(to: &result, from: start)
      } else if byte == 0x0A {
        while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
        let lineEnd = offset
        while offset < text.count, byte == 0x0A || byte == 0x20 || byte == 0x09 { offset += 1 }
        appendFold(lineEnd, to: &result)
      } else {
        result.append(byte)
        offset += 1
      }
    }
    throw problem(
      "found unexpected end of stream", at: text.count,
      while: ("while scanning a quoted scalar", start))
  }

  private mutating func appendEscape(
    to result: inout [UInt8], from start: Int
  ) throws(Problem) {
    let activity = ("while scanning a double-quoted scalar", start)
    offset += 1
    let escape = byte
    offset += 1
    let digits: Int
    switch escape {
    case 0x30: return result.append(0)
    case 0x61: return result.append(7)
    case 0x62: return result.append(8)
    case 0x74, 0x09: return result.append(9)
    case 0x6E: return result.append(10)
    case 0x76: return result.append(11)
    case 0x66: return result.append(12)
    case 0x72: return result.append(13)
    case 0x65: return result.append(27)
    case 0x20, 0x22, 0x2F, 0x5C: return result.append(escape)
    case 0x4E: return result += Array("\u{85}".utf8)
    case 0x5F: return result += Array("\u{A0}".utf8)
    case 0x4C: return result += Array("\u{2028}".utf8)
    case 0x50: return result += Array("\u{2029}".utf8)
    case 0x0A:
      while byte == 0x20 || byte == 0x09 { offset += 1 }
      return
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    default:
      throw problem(
        "found unknown escape character \(character(offset - 1))", at: offset - 1, while: activity)
    }
    let end = min(offset + digits, text.count)
    if let wrong = text[offset..<end].firstIndex(where: { !ByteClass.isHexadecimal($0) }) {
      throw problem(
        "expected escape sequence of \(digits) hexadecimal numbers, but found \(character(wrong))",
        at: offset, while: activity)
    }
    guard end - offset == digits,
      let code = UInt32(String(decoding: text[offset..<end], as: UTF8.self), radix: 16),
      let scalar = UnicodeScalar(code)
    else { throw problem("there is no such character", at: offset, while: activity) }
    offset = end
    result += Array(String(Character(scalar)).utf8)
  }

  /// A block scalar: `|` keeps line ends, `>` folds them.
  private mutating func block() throws(Problem) -> (text: String, start: Int) {
    let activity = ("while scanning a block scalar", offset)
    let isFolded = byte == 0x3E
    offset += 1
    var chomping: UInt8 = 0
    var indent = 0
    // Both indicators, in any order.
    for _ in 0..<2 {
      if chomping == 0, byte == 0x2B || byte == 0x2D {
        chomping = byte
        offset += 1
      } else if indent == 0, ByteClass.isDigit(byte) {
        guard byte != 0x30 else {
          throw problem(
            "expected indentation indicator in the range 1-9, but found 0", at: offset,
            while: activity)
        }
        indent = Int(byte - 0x30)
        offset += 1
      }
    }
    guard byte == 0x20 || byte == 0x0A else {
      throw problem(
        "expected chomping or indentation indicators, but found \(character(offset))", at: offset,
        while: activity)
    }
    skipSpaces()
    takeComment()
    guard byte == 0x0A else {
      throw problem(
        "expected a comment or a line break, but found \(character(offset))", at: offset,
        while: activity)
    }
    offset += 1
    let start = offset
    var content: [ArraySlice<UInt8>] = []
    while offset < text.count {
      let end = text[offset...].firstIndex(of: 0x0A) ?? text.count
      let spaces = text[offset..<end].prefix { $0 == 0x20 }.count
      if offset + spaces == end {
        content.append(text[min(offset + indent, end)..<end])
      } else {
        if indent == 0 { indent = spaces }
        guard indent > 0, spaces >= indent else { break }
        content.append(text[(offset + indent)..<end])
      }
      offset = end + 1
    }
    offset -= 1
    return (
      Self.join(content, isFolded: isFolded, chomping: chomping), content.first?.startIndex ?? start
    )
  }

  private static func join(
    _ lines: [ArraySlice<UInt8>], isFolded: Bool, chomping: UInt8
  ) -> String {
    var lines = lines
    var blanks = 0
    while let last = lines.last, last.isEmpty {
      lines.removeLast()
      blanks += 1
    }
    var result: [UInt8] = []
    var lineEnds = 0
    var last: ArraySlice<UInt8>?
    for line in lines {
      defer { lineEnds += 1 }
      guard !line.isEmpty else { continue }
      // Lines that are indented more keep the line ends around them.
      let isKept = !isFolded || last.map(isIndented) ?? true || isIndented(line)
      result +=
        isKept || lineEnds > 1
        ? [UInt8](repeating: 0x0A, count: isKept ? lineEnds : lineEnds - 1) : [0x20]
      result += line
      last = line
      lineEnds = 0
    }
    if chomping != 0x2D, !lines.isEmpty { result.append(0x0A) }
    if chomping == 0x2B { result += [UInt8](repeating: 0x0A, count: max(0, blanks - 1)) }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isIndented(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == 0x20 || line.first == 0x09
  }

  // MARK: - White space

  private var byte: UInt8 { offset < text.count ? text[offset] : 0x0A }
  private var isQuote: Bool { byte == 0x22 || byte == 0x27 }

  private func isBlank(_ offset: Int) -> Bool {
    offset >= text.count || text[offset] == 0x20 || text[offset] == 0x09 || text[offset] == 0x0A
  }

  private func trimmedEnd(_ range: Range<Int>) -> ArraySlice<UInt8> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return text[range.lowerBound..<end]
  }

  /// One line end is a space, more are one less.
  private func appendFold(_ lineEnd: Int, to result: inout [UInt8]) {
    let count = text[lineEnd..<offset].count { $0 == 0x0A }
    result += count == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: count - 1)
  }

  private mutating func skipSpaces() {
    while byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  private mutating func takeComment() {
    guard byte == 0x23, offset == 0 || isBlank(offset - 1) else { return }
    if firstComment == nil { firstComment = position(offset) }
    while byte != 0x0A { offset += 1 }
  }

  private mutating func skipToContent() {
    while offset < text.count {
      skipSpaces()
      takeComment()
      guard offset < text.count, byte == 0x0A else { return }
      offset += 1
    }
  }

  // MARK: - Positions

  private func lineIndex(_ offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private func column(_ offset: Int) -> Int {
    let start = starts[lineIndex(offset)]
    // `:key: value` leaves a space before no key; what counts is what stands before the text.
    return offset - start
  }

  private func position(_ offset: Int) -> SourcePosition {
    guard !lines.isEmpty else { return .unknown }
    // The end of the text is that of its last line.
    let offset = min(offset, text.count - 1)
    let index = lineIndex(offset)
    var position = lines[index].position
    position.column += max(0, offset - starts[index])
    return position
  }

  private func problem(
    _ text: String, at offset: Int, while activity: (name: String, start: Int)? = nil
  ) -> Problem {
    Problem(
      problem: text, position: position(offset),
      context: activity.map { ($0.name, position($0.start)) }, isAtEnd: offset >= self.text.count)
  }

  /// The character at an offset in quotation marks, for messages.
  private func character(_ offset: Int) -> String {
    let end = text[offset...].dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? text.count
    switch text[offset] {
    case 0x0A: return #"'\n'"#
    case 0x09: return #"'\t'"#
    case 0x27: return #""'""#
    default: return "'\(String(decoding: text[offset..<end], as: UTF8.self))'"
    }
  }
}
