internal import CCmark
internal import DocTree

/// Where libcmark's nodes begin in the source.
///
/// libcmark counts the columns of a leaf's later lines in what is left of them after the markers of
/// the blocks around and the indentation, so these are put back. It does not count the lines of
/// link reference definitions before a paragraph's text, nor those inside a link's title; the first
/// is put right here.
struct CmarkPositions {
  private let lines: LineTable
  private let file: SourceFile
  /// How many quotations are open.
  private var quotes = 0
  /// The open leaf's first line and column.
  private var leafLine = 0
  private var leafColumn = 0
  /// How many lines of definitions stand before the open leaf's text.
  private var definitionLines = 0
  /// The line that `prefix` was counted for.
  private var prefixLine = 0
  private var prefix = 0

  init(lines: LineTable, file: SourceFile) {
    self.lines = lines
    self.file = file
  }

  mutating func enterBlock(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: quotes += 1
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      leafLine = Int(cmark_node_get_start_line(node))
      leafColumn = Int(cmark_node_get_start_column(node))
      prefixLine = 0
      definitionLines = 0
      if lines.byte(line: leafLine, column: leafColumn) == 0x5B {
        definitionLines = countDefinitionLines(node)
      }
    default: break
    }
  }

  mutating func leaveBlock(_ node: OpaquePointer) {
    if cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE { quotes -= 1 }
  }

  func ofBlock(_ node: OpaquePointer) -> SourcePosition {
    SourcePosition(
      file: file, line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node)))
  }

  mutating func ofInline(_ node: OpaquePointer) -> SourcePosition {
    var line = Int(cmark_node_get_start_line(node))
    var column = Int(cmark_node_get_start_column(node))
    if cmark_node_get_type(node) == CMARK_NODE_LINK, let child = cmark_node_first_child(node) {
      // An autolink's own column is not to be relied on; its text is behind one character.
      let first = Int(cmark_node_get_start_column(child))
      if Int(cmark_node_get_start_line(child)) == line, column >= first { column = first - 1 }
    }
    line += definitionLines
    if line > leafLine {
      if line != prefixLine {
        prefixLine = line
        prefix = lines.prefixLength(line: line, quotes: quotes)
      }
      column += prefix - (leafColumn - 1)
    }
    return SourcePosition(file: file, line: line, column: column)
  }

  /// Where a line break stands, which libcmark does not say: behind the text before it.
  func afterText(
    _ text: UnsafeBufferPointer<UInt8>, from position: SourcePosition
  ) -> SourcePosition {
    var result = position
    guard position.isKnown, !text.isEmpty else {
      return SourcePosition(file: file, line: leafLine, column: leafColumn)
    }
    for byte in text where byte == 0x0A { result.line += 1 }
    result.column = position.line == result.line ? position.column + text.count : 1
    return result
  }

  /// The byte with which a block begins: a list's bullet, a fence's character.
  func sourceByte(_ node: OpaquePointer) -> UInt8? {
    lines.byte(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
  }

  /// How many of a paragraph's lines are definitions: it has so many more lines than its text.
  private func countDefinitionLines(_ node: OpaquePointer) -> Int {
    guard let last = cmark_node_last_child(node), let first = cmark_node_first_child(node) else {
      return 0
    }
    let lineCount = Int(cmark_node_get_end_line(node)) - leafLine
    let missing = lineCount - (Int(cmark_node_get_end_line(last)) - leafLine)
    guard missing > 0, missing <= lineCount else { return 0 }
    // A title of several lines would look the same; the text must really stand there.
    let line = leafLine + missing
    let column = lines.prefixLength(line: line, quotes: quotes) + 1
    guard cmark_node_get_type(first) == CMARK_NODE_TEXT,
      let literal = cmark_node_get_literal(first)
    else { return missing }
    let byte = lines.byte(line: line, column: column)
    return byte == UInt8(bitPattern: literal.pointee) || byte == 0x26 || byte == 0x5C ? missing : 0
  }
}
