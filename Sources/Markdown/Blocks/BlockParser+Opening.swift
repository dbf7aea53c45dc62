internal import DocTree

extension BlockParser {
  /// What became of what is left of a line.
  enum Opening {
    /// No block begins here.
    case nothing
    /// It is text, whatever it looks like.
    case text
    /// A block is open that contains others, and the cursor is behind its marker.
    case opened
    /// The line is read, and perhaps others: ``index`` is the last one's.
    case finished
  }

  /// Opens the blocks that begin in the line.
  ///
  /// - Parameters:
  ///   - matched: how many open blocks the line belongs to.
  ///   - isParagraphOpen: whether it also belongs to the paragraph that is open.
  /// - Returns: nil if the line is read; otherwise what is left of it is text in so many of the open
  ///   blocks.
  func openBlocks(_ matched: Int, _ isParagraphOpen: Bool) -> Int? {
    var matched = matched
    var isParagraphOpen = isParagraphOpen
    // Neither indented code nor a lone tag can take a lazy line.
    var mayBeLazy = leaf.kind == .paragraph
    while !cursor.isBlank {
      if cursor.indent >= 4 {
        guard !mayBeLazy else { return matched }
        closeBeforeChild(matched)
        beginIndentedCode()
        return nil
      }
      let start = BlockOptions.Start(rawValue: options.starts[Int(cursor.byte)])
      let isFollowed = options.looksAhead && isNextLineStart
      var result = Opening.nothing
      if start.contains(.early) || isFollowed {
        result = askRules(early: true, matched, isParagraphOpen)
      }
      if result == .nothing, start.contains(.standard) {
        result = openStandard(matched, isParagraphOpen, mayBeLazy)
      }
      if result == .nothing, start.contains(.late) || isFollowed {
        result = askRules(early: false, matched, isParagraphOpen)
      }
      switch result {
      case .nothing, .text: return matched
      case .finished: return nil
      case .opened: break
      }
      matched = stack.count
      isParagraphOpen = false
      mayBeLazy = false
    }
    // What ends behind the marker of a block that was opened in it is read.
    return nil
  }

  /// Opens a block of the specification's.
  private func openStandard(
    _ matched: Int, _ isParagraphOpen: Bool, _ mayBeLazy: Bool
  ) -> Opening {
    let scanner = BlockScanner(base: base, end: cursor.end)
    let offset = cursor.nonspace
    let byte = base[offset]
    switch byte {
    case 0x3E:  // >
      closeBeforeChild(matched)
      push(OpenBlock(.quote, at: position(offset), childStart: finished.count))
      cursor.advance(pastNonspace: 1)
      cursor.advancePastSpace()
      return .opened
    case 0x23:  // #
      let level = scanner.atxLevel(offset)
      guard level > 0 else { return .nothing }
      closeBeforeChild(matched)
      addHeading(level, scanner.atxText(offset + level), at: position(offset))
      return .finished
    case 0x60, 0x7E, 0x3A:  // ` ~ :
      let length = scanner.openingFence(offset)
      guard length > 0 else { return .nothing }
      closeBeforeChild(matched)
      beginFence(byte, length)
      return .finished
    case 0x3C:  // <
      let kind = scanner.htmlKind(offset, interrupts: isParagraphOpen || mayBeLazy)
      guard kind > 0 else { return .nothing }
      closeBeforeChild(matched)
      beginHTML(kind)
      return .finished
    default: break
    }
    if isParagraphOpen, case let level = scanner.setextLevel(offset), level > 0 {
      return underlineParagraph(level) ? .finished : .text
    }
    if byte == 0x2A || byte == 0x2D || byte == 0x5F, offset >= noBreakBefore {
      let (isOne, stop) = scanner.thematicBreak(offset)
      if isOne {
        closeBeforeChild(matched)
        add(Transition(), at: position(offset))
        return .finished
      }
      noBreakBefore = stop
    }
    guard let marker = scanner.listMarker(offset, interrupts: isParagraphOpen) else {
      return .nothing
    }
    openItem(marker, matched)
    return .opened
  }

  private func openItem(_ marker: ListMarker, _ matched: Int) {
    let start = position(cursor.nonspace)
    let indent = cursor.indent
    cursor.advance(pastNonspace: marker.length)
    var contentIndent = indent + marker.length
    // One column of the space behind the marker belongs to it; with five or more, the rest is
    // indented code.
    let space = cursor.indent
    if cursor.isBlank || space >= 5 || space == 0 {
      cursor.advancePastSpace()
      contentIndent += 1
    } else {
      cursor.advance(columns: space)
      contentIndent += space
    }
    close(downTo: matched)
    let top = stack.count - 1
    if stack[top].kind != .list || !stack[top].marker.isSameList(as: marker) {
      closeBeforeChild(stack.count)
      var list = OpenBlock(.list, at: start, childStart: finished.count)
      list.marker = marker
      push(list)
    }
    var item = OpenBlock(.item, at: start, childStart: finished.count)
    item.contentIndent = contentIndent
    push(item)
  }

  /// - Returns: whether the paragraph is a heading now. One of definitions alone cannot be.
  private func underlineParagraph(_ level: Int) -> Bool {
    if hasOnlyDefinitions() { return false }
    let title = heading(level)
    title.position = leaf.position
    keepRawSource(of: title)
    if let children = plainLeaves?.read(leafLines) {
      title.appendNew(children)
    } else {
      leaves.append(Leaf(title, style: .paragraph, lines: takeParagraphLines()))
    }
    if leaf.isAfterBlank { loosen(stack.count - 1) }
    leaf.kind = .none
    finished.append(title)
    finishChild(endsBlank: false)
    return true
  }

  private func addHeading(_ level: Int, _ range: Range<Int>, at position: SourcePosition) {
    let title = heading(level)
    add(title, at: position)
    guard !range.isEmpty else { return }
    var span = line
    span.start = UInt32(range.lowerBound)
    span.end = UInt32(range.upperBound)
    if let children = plainLeaves?.read([span]) { return title.appendNew(children) }
    let text = Leaf.Line(bytes: source.bytes[range], position: self.position(range.lowerBound))
    leaves.append(Leaf(title, style: .line, lines: [text]))
  }

  private func heading(_ level: Int) -> Element {
    if stack.count > 1 || isNested {
      let rubric = Rubric()
      rubric.level = level
      return rubric
    }
    let title = Title()
    title.level = level
    return title
  }
}
