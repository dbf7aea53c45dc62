internal import CCmark
internal import DocTree

/// Where inlines begin.
extension LeafFiller {
  func position(
    of node: OpaquePointer, in parent: (node: OpaquePointer, position: SourcePosition)?
  ) -> SourcePosition {
    var line = Int(cmark_node_get_start_line(node))
    var column = Int(cmark_node_get_start_column(node))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      if isAutolink(node), let text = cmark_node_first_child(node) {
        line = Int(cmark_node_get_start_line(text))
        column = Int(cmark_node_get_start_column(text)) - 1
      } else {
        if let parent, cmark_node_previous(node) == nil, Self.isBracket(parent.node) {
          // They stand side by side: many of them are not to be walked down again and again.
          var position = parent.position
          position.column += column - Int(cmark_node_get_start_column(parent.node))
          return position
        }
        line = lineOfBracket(node)
      }
    case CMARK_NODE_CODE:
      // libcmark's is behind the backticks.
      let bytes = source.line(line)
      while column > 1, column - 2 < bytes.count, bytes[column - 2] == 0x60 { column -= 1 }
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
      if let parent, let offset = Self.offset(of: node, in: parent.node) {
        var position = parent.position
        position.column += offset
        return position
      }
      column += delimiterOffset(node, line: line, column: column)
    default: break
    }
    return source.position(line: line, column: column, of: record, leaves: leaves)
  }

  private static func isBracket(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
  }

  /// libcmark puts all emphases that begin with one run of delimiters at its beginning. If the
  /// parent is one of them: how long its own delimiter is.
  private static func offset(of node: OpaquePointer, in parent: OpaquePointer) -> Int? {
    let length: Int
    switch cmark_node_get_type(parent) {
    case CMARK_NODE_EMPH: length = 1
    case CMARK_NODE_STRONG: length = 2
    default: return nil
    }
    guard cmark_node_previous(node) == nil,
      cmark_node_get_start_column(node) == cmark_node_get_start_column(parent),
      cmark_node_get_start_line(node) == cmark_node_get_start_line(parent)
    else { return nil }
    return length
  }

  /// How many delimiters of a run stand before those of the outermost emphasis that begins with it.
  private func delimiterOffset(_ node: OpaquePointer, line: Int, column: Int) -> Int {
    let bytes = source.line(line)
    guard column >= 1, column <= bytes.count else { return 0 }
    let delimiter = bytes[column - 1]
    guard delimiter == 0x2A || delimiter == 0x5F else { return 0 }
    var end = column - 1
    while end < bytes.count, bytes[end] == delimiter { end += 1 }
    var used = 0
    var current: OpaquePointer? = node
    while let inner = current {
      let length = cmark_node_get_type(inner) == CMARK_NODE_STRONG ? 2 : 1
      used += length
      let child = cmark_node_first_child(inner)
      current = child.flatMap { Self.offset(of: $0, in: inner) == nil ? nil : $0 }
      if let next = current {
        let type = cmark_node_get_type(next)
        if type != CMARK_NODE_EMPH, type != CMARK_NODE_STRONG { current = nil }
      }
    }
    return max(end - column + 1 - used, 0)
  }

  /// The line of a link's opening bracket: libcmark says that of the closing one.
  private func lineOfBracket(_ node: OpaquePointer) -> Int {
    var breaks = 0
    var bracket = node
    var child = cmark_node_first_child(node)
    while let current = child {
      switch cmark_node_get_type(current) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        breaks += 1
        child = cmark_node_next(current)
      case CMARK_NODE_LINK where isAutolink(current):
        bracket = cmark_node_first_child(current) ?? current
        child = nil
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        bracket = current
        child = cmark_node_first_child(current)
      default:
        bracket = current
        child = nil
      }
    }
    return Int(cmark_node_get_start_line(bracket)) - breaks
  }

  /// Whether a link was written `<address>`: its text begins behind a `<`, and no other's can.
  func isAutolink(_ node: OpaquePointer) -> Bool {
    guard cmark_node_get_type(node) == CMARK_NODE_LINK, let text = cmark_node_first_child(node),
      cmark_node_get_type(text) == CMARK_NODE_TEXT, cmark_node_next(text) == nil
    else { return false }
    let column = Int(cmark_node_get_start_column(text))
    let bytes = source.line(Int(cmark_node_get_start_line(text)))
    return column >= 2 && column - 2 < bytes.count && bytes[column - 2] == 0x3C
  }

  func position(
    ofBreak node: OpaquePointer, after text: UnsafeBufferPointer<UInt8>,
    from textPosition: SourcePosition
  ) -> SourcePosition {
    let before = cmark_node_previous(node)
    let line = Int(
      before.map { cmark_node_get_end_line($0) }
        ?? cmark_node_parent(node).map { cmark_node_get_start_line($0) } ?? 0)
    let bytes = source.line(line)
    var column = bytes.count
    while column > 0, bytes[column - 1] == 0x20 { column -= 1 }
    return source.position(line: line, column: column + 1, of: record, leaves: leaves)
  }

  // MARK: Inlines
}
