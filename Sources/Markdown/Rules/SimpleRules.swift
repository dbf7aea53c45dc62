internal import DocTree

/// `% text`: lines for whoever edits the source. (MyST: myst_line_comment.)
struct CommentRule: BlockRule {
  let name = "myst_line_comment"
  let triggers: [Character] = ["%"]

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    var text: [String] = []
    while let line = lines[text.count], line.indent < 4, line[0] == 0x25 {
      text.append(line[1..<line.bytes.count].text)
    }
    lines.consumed = text.count
    let comment = Comment(text: text.joined(separator: "\n").trimmingSpaces())
    return .nodes([comment])
  }
}

/// `+++ text`: the end of a part. (MyST: myst_block_break.)
struct BlockBreakRule: BlockRule {
  let name = "myst_block_break"
  let triggers: [Character] = ["+"]

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0] else { return nil }
    var count = 0
    var offset = 0
    while offset < line.bytes.count {
      if line[offset] == 0x2B { count += 1 } else if !line.isSpace(offset) { break }
      offset += 1
    }
    guard count >= 3 else { return nil }
    let comment = Comment(text: line[offset..<line.bytes.count].text.trimmingSpaces())
    comment.classes = ["block_break"]
    return .nodes([comment])
  }
}

/// `(label)=`: a place that references can name. (MyST: myst_target.)
struct TargetRule: BlockRule {
  let name = "myst_target"
  let triggers: [Character] = ["("]

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0] else { return nil }
    var end = line.bytes.count
    while end > 0, line.isSpace(end - 1) { end -= 1 }
    guard end > 3, line[end - 1] == 0x3D, line[end - 2] == 0x29 else { return nil }
    let label = line[1..<(end - 2)]
    let target = Target()
    target.position = line.position
    target.names = [ReferenceName.normalized(label.text)]
    return .nodes([target])
  }
}

extension BlockLine {
  /// Whether there are nothing but spaces and tabs.
  var isBlankText: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Where the name of a field ends that begins the line; nil if none does. The name has no escapes.
  var fieldNameEnd: Int? {
    guard self[0] == 0x3A, let end = bytes.dropFirst().firstIndex(of: 0x3A) else { return nil }
    let length = end - bytes.startIndex
    return self[1..<length].isBlankText ? nil : length
  }

  /// Whether the line makes a heading of the paragraph before it.
  var isUnderline: Bool {
    guard indent < 4, self[0] == 0x2D || self[0] == 0x3D else { return false }
    return trimmed(0..<bytes.count).bytes.allSatisfy { $0 == self[0] }
  }

  /// Whether the line begins like the definition of a link.
  var isLinkDefinition: Bool {
    guard self[0] == 0x5B, self[1] != 0x5E, let end = bytes.firstIndex(of: 0x5D) else {
      return false
    }
    return self[end - bytes.startIndex + 1] == 0x3A
  }

  func isSpace(_ offset: Int) -> Bool { self[offset] == 0x20 || self[offset] == 0x09 }

  /// The offset of the first byte from `offset` on that is neither space nor tab.
  func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while isSpace(offset) { offset += 1 }
    return offset
  }

  /// The part without white space around it.
  func trimmed(_ range: Range<Int>) -> BlockLine {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(start) { start += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    return self[start..<end]
  }
}

extension String {
  /// Without white space at both ends.
  func trimmingSpaces() -> String {
    let start = utf8.firstIndex { !BlockScanner.isSpace($0) } ?? endIndex
    let end = utf8.lastIndex { !BlockScanner.isSpace($0) }.map { utf8.index(after: $0) } ?? start
    return start < end ? String(self[start..<end]) : ""
  }
}
