internal import DocTree

/// Blocks that registered rules find.
extension BlockParser: BlockLineSource {
  /// Asks the rules about the line from the cursor on.
  func askRules(
    early: Bool, _ matched: Int, _ isParagraphOpen: Bool
  ) -> Opening {
    guard let context else { return .nothing }
    let byte = Int(cursor.byte)
    let next = options.looksAhead ? Int(nextLineStart()) : 0
    for entry in early ? options.earlyRules[byte] : options.lateRules[byte] {
      guard !isParagraphOpen || entry.interrupts else { continue }
      if options.looksAhead, let nextStarts = entry.nextStarts, !nextStarts[next] { continue }
      // A lazy line is no place for a rule that cannot interrupt the paragraph either.
      if leaf.kind == .paragraph, !entry.interrupts { continue }
      ruleLevel = matched
      context.position = position(cursor.nonspace)
      let lines = BlockLines(self)
      let leafCount = leaves.count
      do {
        guard let match = try entry.rule.parse(lines, in: context) else {
          leaves.removeLast(leaves.count - leafCount)
          continue
        }
        use(match, of: entry.rule.name, consumed: lines.consumed, leafCount, matched)
        if case .container = match { return .opened }
        return .finished
      } catch let error as MarkupError {
        let message = context.document.report(
          error.severity, error.message, position: error.position ?? context.position)
        use(.nodes([message]), of: entry.rule.name, consumed: lines.consumed, leafCount, matched)
        return .finished
      } catch {
        failure = failure ?? error
        return .finished
      }
    }
    return .nothing
  }

  private func use(
    _ match: BlockMatch, of rule: String, consumed: Int, _ leafCount: Int, _ matched: Int
  ) {
    // The leaf of a paragraph that ends here comes before those of the rule.
    let mine = Array(leaves[leafCount...])
    leaves.removeLast(mine.count)
    closeBeforeChild(matched)
    leaves += mine
    switch match {
    case .nodes(let nodes):
      add(nodes)
      index += max(1, consumed) - 1
    case .later(let makeNodes):
      let pending = PendingDirective()
      pending.directive = LaterDirective(makeNodes: makeNodes)
      pending.position = position(cursor.nonspace)
      pending.depth = depth
      directives.append(pending)
      add([pending])
      index += max(1, consumed) - 1
    case .container(let container):
      let start = position(cursor.nonspace)
      if container.linesBefore > 0 {
        index += container.linesBefore
        line = lines[index]
        cursor.begin(line)
        _ = self.match(&cursor)
      }
      var block = OpenBlock(.custom, at: start, childStart: finished.count)
      block.contentIndent = container.indent
      block.isQuote = container.isQuote
      push(block)
      containers.append((container, rule))
      cursor.advance(pastNonspace: container.markerLength)
    }
  }

  private func add(_ nodes: [Node]) {
    for node in nodes {
      noteChild()
      if !node.position.isKnown { node.position = position(cursor.nonspace) }
      finished.append(node)
      finishChild(endsBlank: false)
    }
  }

  /// The first byte of the next line with text, behind indentation and quotation markers.
  private func nextLineStart() -> UInt8 {
    if nextStartIndex > index { return nextStart }
    var next = index + 1
    while next < lines.count {
      var offset = Int(lines[next].start)
      let end = Int(lines[next].end)
      while offset < end, base[offset] == 0x20 || base[offset] == 0x09 || base[offset] == 0x3E {
        offset &+= 1
      }
      if offset < end {
        nextStartIndex = next
        nextStart = base[offset]
        return nextStart
      }
      next += 1
    }
    nextStartIndex = next
    nextStart = 0
    return 0
  }

  /// Whether a rule that goes by the next line is to be asked.
  var isNextLineStart: Bool { options.nextStarts[Int(nextLineStart())] }

  // MARK: - BlockLineSource

  package func line(_ offset: Int) -> BlockLine? {
    if offset == 0 { return blockLine(line, cursor) }
    guard offset > 0, index + offset < lines.count else { return nil }
    var cursor = cursor
    let line = lines[index + offset]
    cursor.begin(line)
    guard ruleLevel == 1 || match(&cursor, upTo: ruleLevel) == ruleLevel else { return nil }
    return blockLine(line, cursor)
  }

  private func blockLine(_ line: LineSpan, _ cursor: LineCursor) -> BlockLine {
    BlockLine(
      bytes: source.bytes[cursor.nonspace..<cursor.end], indent: cursor.indent,
      position: source.position(line: line, offset: cursor.nonspace))
  }

  /// A search that ended in vain has seen all lines up to where the blocks around it end, and so
  /// there is nothing for one that begins at a line in between.
  package func hasFailed(_ key: String) -> Bool { (failures[key] ?? 0) > index }

  package func noteFailure(_ key: String, before offset: Int) { failures[key] = index + offset }

  package var previousNode: Node? {
    ruleLevel == stack.count && leaf.kind == .none
      ? finished.last(from: stack[ruleLevel - 1].childStart) : nil
  }

  package var endingRule: String? {
    guard ruleLevel < stack.count, stack[ruleLevel].kind == .custom else { return nil }
    let outer = stack[..<ruleLevel].count { $0.kind == .custom }
    return containers[outer].rule
  }

  package var isParagraphOpen: Bool { leaf.kind == .paragraph }

  package func addLeaf(_ element: Element, _ lines: [BlockLine], isSingleLine: Bool) {
    if let children = readAtOnce(lines) { return element.appendNew(children) }
    leaves.append(
      Leaf(
        element, style: isSingleLine ? .line : .paragraph,
        lines: lines.map {
          Leaf.Line(bytes: $0.bytes, position: $0.position, removedAt: $0.removedAt)
        }))
  }

  /// Reads text of a rule that is not for libcmark, if it stands in the source as it is.
  private func readAtOnce(_ lines: [BlockLine]) -> [Node]? {
    guard plainLeaves != nil else { return nil }
    var spans: [LineSpan] = []
    for line in lines {
      let isOfSource = line.bytes.withUnsafeBufferPointer {
        $0.baseAddress == base + line.bytes.startIndex
      }
      guard isOfSource, line.removedAt.isEmpty,
        let span = source.line(
          from: line.bytes.startIndex, to: line.bytes.endIndex, at: line.position)
      else { return nil }
      spans.append(span)
    }
    return plainLeaves?.read(spans)
  }
}
