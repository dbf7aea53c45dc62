internal import DocTree

/// Reads the blocks of a text, line by line, and makes the nodes of those that are finished.
///
/// The blocks that contain others stand on a stack while they are open; nothing recurses. Inline
/// text is not read here: it is handed over as leaves. (CommonMark 0.30, appendix "A parsing
/// strategy".)
final class BlockParser {
  let source: SourceBuffer
  let base: UnsafePointer<UInt8>
  let lines: [LineSpan]
  let options: BlockOptions
  /// What rules are given; without it, none are asked.
  let context: MystParseContext?
  /// Whether the text is inside something else, so that a heading begins no section.
  let isNested: Bool

  @exclusivity(unchecked) var cursor: LineCursor
  /// The line that is being read, as an index and as it is.
  @exclusivity(unchecked) var index = 0
  @exclusivity(unchecked) var line = LineSpan(start: 0, end: 0, lineStart: 0, number: 0)
  @exclusivity(unchecked) var stack: [OpenBlock] = []
  @exclusivity(unchecked) var leaf = OpenLeaf()
  /// The lines of the open paragraph, or of the fenced or indented code.
  @exclusivity(unchecked) var leafLines: [LineSpan] = []
  /// Where the lines of the open paragraph begin with their indentation, if the raw source is kept.
  @exclusivity(unchecked) var rawStarts: [Int] = []
  let keepsRawSource: Bool
  /// How many open blocks the line belongs to, which is less than all for a lazy one.
  @exclusivity(unchecked) private(set) var matchedLevel = 1
  /// The indices in the stack of what is a quotation: a blank line passes all others.
  @exclusivity(unchecked) private var barriers: [Int] = []
  /// Where the last search for a thematic break in this line ended in vain.
  @exclusivity(unchecked) var noBreakBefore = 0

  /// The finished nodes of all open blocks.
  let finished = NodeStack()
  /// The inline text, in document order.
  @exclusivity(unchecked) var leaves: [Leaf] = []
  let text = TextBuffer()
  /// Reads leaves at once that are not for libcmark.
  @exclusivity(unchecked) var plainLeaves: PlainLeafReader?
  /// The open blocks of rules, the innermost one last.
  @exclusivity(unchecked) var containers: [(container: BlockContainer, rule: String)] = []
  /// The directives, in the order of their ends.
  @exclusivity(unchecked) var directives: [PendingDirective] = []
  /// How many open blocks the line belongs to that a rule is asked about.
  @exclusivity(unchecked) var ruleLevel = 1
  /// How many blocks with a body are around the text.
  @exclusivity(unchecked) var depth = 0
  /// What is to be read inside blocks that are finished.
  @exclusivity(unchecked) var bodies: [BlockBody] = []
  /// The next line with text in it, and its first byte.
  @exclusivity(unchecked) var nextStartIndex = 0
  @exclusivity(unchecked) var nextStart: UInt8 = 0
  /// What rules have searched in vain, and the line before which the search ended.
  @exclusivity(unchecked) var failures: [String: Int] = [:]
  /// What a rule has thrown that is no ``MarkupError``.
  @exclusivity(unchecked) var failure: (any Error)?

  /// - Parameters:
  ///   - base: the bytes of `source`, which stay there while the parser is in use.
  ///   - lines: some of the source's lines, or what is left of them.
  init(
    _ source: SourceBuffer, base: UnsafePointer<UInt8>, lines: [LineSpan], options: BlockOptions,
    isNested: Bool, context: MystParseContext? = nil
  ) {
    self.context = context
    self.source = source
    self.base = base
    self.lines = lines
    self.options = options
    self.isNested = isNested
    keepsRawSource = context?.document.keepsRawSource ?? false
    cursor = LineCursor(base: base)
    stack.append(OpenBlock(.document, at: .unknown, childStart: 0))
    barriers.append(0)
  }

  /// Reads all blocks.
  func parse() -> [Node] {
    lines.withUnsafeBufferPointer { lines in
      while index < lines.count {
        line = lines[index]
        cursor.begin(line)
        noBreakBefore = 0
        readLine()
        index += 1
      }
    }
    close(downTo: 1)
    return finished.take(from: 0)
  }

  private func readLine() {
    let matched = stack.count == 1 ? 1 : match(&cursor)
    matchedLevel = matched
    var isParagraphOpen = false
    if matched == stack.count, leaf.kind != .none {
      if leaf.kind == .paragraph {
        isParagraphOpen = !cursor.isBlank
      } else if continueLeaf() {
        return
      }
    }
    if cursor.isBlank {
      readBlank(matched)
      return
    }
    var level = matched
    if options.starts[Int(cursor.byte)] != 0 || cursor.indent >= 4
      || (options.looksAhead && isNextLineStart)
    {
      guard let opened = openBlocks(matched, isParagraphOpen) else { return }
      level = opened
    }
    if leaf.kind == .paragraph {
      // A line of the paragraph, be it only a lazy one.
      appendParagraphLine()
      return
    }
    closeBeforeChild(level)
    beginParagraph()
  }

  /// Goes past the markers of the open blocks.
  ///
  /// - Parameter limit: how many blocks to look at, for a line behind others that are not read yet.
  /// - Returns: how many of them the line belongs to.
  func match(_ cursor: inout LineCursor, upTo limit: Int? = nil) -> Int {
    var level = 1
    let count = limit ?? stack.count
    while level < count {
      if stack[level].isQuote {
        guard cursor.indent < 4, cursor.byte == 0x3E else { return level }
        cursor.advance(pastNonspace: 1)
        cursor.advancePastSpace()
        level += 1
        continue
      }
      switch stack[level].kind {
      case .document, .list, .quote: level += 1
      case .item, .custom:
        let indent = stack[level].contentIndent
        if cursor.indent >= indent {
          cursor.advance(columns: indent)
          level += 1
        } else if cursor.isBlank {
          cursor.advanceToNonspace()
          let next = barrier(above: level)
          if next < count {
            level = next
          } else {
            // Only the innermost item can be without children; such a one ends here.
            let isEmpty = leaf.kind == .none && finished.count == stack[stack.count - 1].childStart
            return isEmpty && limit == nil && stack[count - 1].kind == .item ? count - 1 : count
          }
        } else {
          return level
        }
      }
    }
    return count
  }

  private func barrier(above level: Int) -> Int {
    var low = 0
    var high = barriers.count
    while low < high {
      let middle = (low + high) / 2
      if barriers[middle] > level { high = middle } else { low = middle + 1 }
    }
    return low < barriers.count ? barriers[low] : stack.count
  }

  /// - Parameter matched: how many open blocks the blank line belongs to.
  private func readBlank(_ matched: Int) {
    let top = matched - 1
    let kind = stack[top].kind
    let hasChildren =
      finished.count > stack[top].childStart || matched < stack.count
      || leaf.kind != .none
    if matched < stack.count {
      stack[matched].lastLineBlank = true
    } else if leaf.kind != .none {
      leaf.lastLineBlank = true
    } else if hasChildren, !stack[top].lastChildIsList {
      stack[top].lastChildEndsBlank = true
    }
    if !stack[top].isQuote,
      kind != .item || hasChildren || stack[top].position.line != Int(line.number)
    {
      stack[top].lastLineBlank = true
    }
    close(downTo: matched)
  }

  // MARK: - Opening and closing

  func position(_ offset: Int) -> SourcePosition { source.position(line: line, offset: offset) }

  /// Opens a block at the top of the stack.
  func push(_ block: OpenBlock) {
    noteChild()
    if block.isQuote { barriers.append(stack.count) }
    stack.append(block)
  }

  /// Says to the innermost open block that it gets another child, which may make a list loose.
  ///
  /// - Returns: whether the child stands behind a blank line.
  @discardableResult
  func noteChild(isCertain: Bool = true) -> Bool {
    let top = stack.count - 1
    stack[top].lastLineBlank = false
    guard stack[top].lastChildEndsBlank else { return false }
    if isCertain { loosen(top) }
    return true
  }

  /// Blank lines stand between children of the block at `level`.
  func loosen(_ level: Int) {
    switch stack[level].kind {
    case .list: stack[level].isLoose = true
    case .item: stack[level - 1].isLoose = true
    default: break
    }
  }

  /// Closes what is open until `count` blocks are left.
  func close(downTo count: Int) {
    if leaf.kind != .none { closeLeaf() }
    while stack.count > count { closeTop() }
  }

  /// Closes what is open until `count` blocks are left, and a list too, because the next child is
  /// none of its items.
  func closeBeforeChild(_ count: Int) {
    close(downTo: count)
    if stack[stack.count - 1].kind == .list { closeTop() }
  }

  private func closeTop() {
    let block = stack.removeLast()
    if barriers[barriers.count - 1] == stack.count { barriers.removeLast() }
    let hasChildren = finished.count > block.childStart
    if block.kind == .custom {
      closeContainer(block)
    } else {
      finished.append(makeElement(block, children: finished.take(from: block.childStart)))
    }
    var endsBlank = block.lastLineBlank
    if block.kind == .list || block.kind == .item, hasChildren {
      endsBlank = block.lastChildEndsBlank || (block.kind == .item && endsBlank)
    }
    finishChild(endsBlank: endsBlank, isList: block.kind == .list)
  }

  private func closeContainer(_ block: OpenBlock) {
    let children = finished.take(from: block.childStart)
    let previous = finished.last(from: stack[stack.count - 1].childStart)
    for node in containers.removeLast().container.makeNodes(children, previous) {
      if !node.position.isKnown { node.position = block.position }
      finished.append(node)
    }
  }

  /// Notes in the innermost open block how its child ended.
  func finishChild(endsBlank: Bool, isList: Bool = false) {
    let top = stack.count - 1
    stack[top].lastChildEndsBlank = endsBlank
    stack[top].lastChildIsList = isList
  }

  /// Adds a finished block of a single line.
  func add(_ element: Element, at position: SourcePosition) {
    noteChild()
    element.position = position
    finished.append(element)
    finishChild(endsBlank: false)
  }
}
