import DocTree
import Testing

@testable import DocTreeMarkdown

/// Compares the blocks that the block parser finds with those of libcmark.
enum BlockDifferential {
  /// - Returns: the first difference, or nil.
  static func difference(_ text: String) throws -> String? {
    let expected = try CommonMark().read(
      Source(text), in: ReadContext(registry: Registry(extensions: [])))
    let actual = Document()
    actual.source = expected.source
    actual.position = expected.position
    let (nodes, leaves) = try BlockReading.commonMark(Source(text))
    if hasIndentedLineAfterDefinition(leaves) { return nil }
    try fill(leaves)
    try actual.append(nodes)
    return compare(expected, actual)
  }

  /// libcmark keeps the indentation of a lazy line, and so does not see the definition in
  /// `> [a]: /u` and `  [b]: /v`. (The specification strips it.)
  private static func hasIndentedLineAfterDefinition(_ leaves: [Leaf]) -> Bool {
    leaves.contains { leaf in
      leaf.lines.first?.bytes.first == 0x5B
        && leaf.lines.dropFirst().contains { $0.position.column > 1 }
    }
  }

  /// Reads each leaf's text with libcmark, alone.
  private static func fill(_ leaves: [Leaf]) throws {
    let texts = leaves.map { leaf in
      leaf.lines.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    }
    let definitions = zip(leaves, texts).filter { $0.style == .paragraph && $1.hasPrefix("[") }
      .map(\.1).joined(separator: "\n\n")
    let registry = try Registry(extensions: [])
    let context = ReadContext(registry: registry)
    for (leaf, text) in zip(leaves, texts) {
      var source = leaf.style == .line ? "# \(text) #" : text
      // A lazy line may look like the beginning of a block.
      let alone = try CommonMark().read(Source(source), in: context).children
      if leaf.style == .paragraph, alone.count > 1 || !(alone.first is Paragraph) {
        source = leaf.lines.enumerated().map { index, line in
          index == 0 ? string(line.bytes) : escaped(line.bytes)
        }.joined(separator: "\n")
      }
      if text.utf8.contains(0x5B) { source += "\n\n" + definitions }
      let document = try CommonMark().read(Source(source), in: context)
      if let first = document.children.first?.asElement, first is Paragraph || first is Title {
        try leaf.element.append(first.removeChildren())
      } else {
        try leaf.element.append(Text(text))
      }
    }
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The line, with a backslash before what may begin a block.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = bytes.prefix { BlockScanner.isDigit($0) }
    let rest = bytes.dropFirst(digits.count)
    guard let first = rest.first, ">#`~<=-*+_.)".utf8.contains(first) else { return string(bytes) }
    return string(digits) + "\\" + string(rest)
  }

  private static func compare(_ expected: Node, _ actual: Node) -> String? {
    var pairs = [(expected, actual)]
    while let (left, right) = pairs.popLast() {
      let place = "line \(left.position.line), <\(left.kind.name)>"
      if left.kind != right.kind { return "\(place): found <\(right.kind.name)>" }
      if let left = left.asText, let right = right.asText {
        if letters(left.string) != letters(right.string) {
          return "\(place): '\(left.string)', found '\(right.string)'"
        }
        continue
      }
      guard let left = left.asElement, let right = right.asElement else { continue }
      if let difference = compareElements(left, right) { return "\(place): \(difference)" }
      if left is Paragraph || left is Title || left is Rubric {
        // Text that libcmark cannot read alone, such as lazy lines, is compared roughly.
        if left.children.map(\.kind) != right.children.map(\.kind) {
          if letters(left.astext()) != letters(right.astext()) {
            return "\(place): '\(left.astext())', found '\(right.astext())'"
          }
          continue
        }
      } else if left.children.count != right.children.count {
        return "\(place): \(left.children.count) children, found \(right.children.count)"
      }
      pairs.append(contentsOf: zip(left.children, right.children).reversed())
    }
    return nil
  }

  private static func compareElements(_ left: Element, _ right: Element) -> String? {
    let isBlock =
      left.kind.categories.contains(.body) || left is ListItem || left is Title
      || left is Transition
    if isBlock, !(left.parent is TextElement),
      left.position.line != right.position.line || left.position.column != right.position.column
    {
      return "found at \(right.position)"
    }
    // libcmark does not say whether a block is fenced; ``` in an indented one looks like a fence.
    if let left = left as? LiteralBlock, let right = right as? LiteralBlock, right.info == nil,
      left.info == ""
    {
      left.info = nil
      left.language = "none"
    }
    // libcmark 0.30 lets a thematic break swallow the blank lines behind it, so that they make no
    // list loose.
    if let left = left as? BulletList, let right = right as? BulletList, hasBreak(left) {
      left.isTight = right.isTight
    } else if let left = left as? EnumeratedList, let right = right as? EnumeratedList,
      hasBreak(left)
    {
      left.isTight = right.isTight
    }
    let leftAttributes = left.attributes(hidden: true).map { "\($0.name)=\($0.value)" }
    let rightAttributes = right.attributes(hidden: true).map { "\($0.name)=\($0.value)" }
    if leftAttributes != rightAttributes { return "\(leftAttributes), found \(rightAttributes)" }
    if let left = left as? PureTextElement, let right = right as? PureTextElement,
      !(left.parent is TextElement), lines(left.text) != lines(right.text)
    {
      return "'\(left.text)', found '\(right.text)'"
    }
    if left is LiteralBlock, lines(left.astext()) != lines(right.astext()) {
      return "'\(left.astext())', found '\(right.astext())'"
    }
    return nil
  }

  private static func hasBreak(_ list: Element) -> Bool {
    var pending: [Node] = [list]
    while let node = pending.popLast() {
      if node is Transition { return true }
      pending.append(contentsOf: node.asElement?.children ?? [])
    }
    return false
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  private static func letters(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { BlockScanner.isLetter($0) || BlockScanner.isDigit($0) },
      as: UTF8.self)
  }
}
