internal import DocTree

/// Fences with the name of a directive.
extension BlockParser {
  /// The directive whose fence is finished; nil if it has no name in braces.
  func pendingDirective() -> PendingDirective? {
    guard let context, !leaf.fenceInfo.isEmpty, let (name, argument) = directiveName() else {
      return nil
    }
    let pending = PendingDirective()
    pending.name = name
    pending.position = leaf.position
    pending.depth = depth
    pending.source = literal(leafLines[...])
    pending.takesAttributes = base[leaf.fenceInfo.lowerBound] != 0x7B
    directives.append(pending)
    guard let directive = context.directive(name) else {
      reportUnknown(pending, in: context)
      return pending
    }
    pending.directive = directive
    var body = leafLines[...]
    let known = takesOptions(directive)
    let mayHaveOptions = known || argument.isEmpty || directive.argument != .none
    let hasOptions =
      mayHaveOptions && takeOptions(&body, of: pending, in: context, known: known)
    take(argument, directive.argument, hasOptions, &body, of: pending, in: context)
    takeContent(directive.content, body, of: pending, in: context)
    if !pending.isRefused {
      directive.announce(pending.argument, at: pending.position, in: context)
    }
    return pending
  }

  /// The word in braces, and the range of what stands behind it.
  private func directiveName() -> (String, Range<Int>)? {
    let info = leaf.fenceInfo
    var end = info.lowerBound
    guard base[end] == 0x7B || !options.fencesAsDirectives.isEmpty else { return nil }
    while end < info.upperBound, !BlockScanner.isSpace(base[end]) { end += 1 }
    let start = BlockScanner(base: base, end: info.upperBound).skipSpaces(end)
    if base[info.lowerBound] == 0x7B, end > info.lowerBound + 2, base[end - 1] == 0x7D {
      let name = String(decoding: source.bytes[(info.lowerBound + 1)..<(end - 1)], as: UTF8.self)
      return (name, start..<info.upperBound)
    }
    let word = String(decoding: source.bytes[info.lowerBound..<end], as: UTF8.self)
    guard leaf.fenceByte != 0x3A, options.fencesAsDirectives.contains(word) else { return nil }
    return (word, start..<info.upperBound)
  }

  private func reportUnknown(_ pending: PendingDirective, in context: MystParseContext) {
    pending.isRefused = true
    let hint =
      nearestName(to: pending.name, among: context.directiveNames)
      .map { "; did you mean '\($0)'?" } ?? ""
    pending.messages.append(
      context.document.report(
        .warning, "Unknown directive type: '\(pending.name)'\(hint)", position: pending.position,
        category: "myst.directive_unknown"))
    pending.messages.append(
      context.document.report(
        .info,
        "No directive entry for \"\(pending.name)\" in module \"docutils.parsers.rst.languages.en\"."
          + "\nTrying \"\(pending.name)\" as canonical directive name.",
        position: pending.position))
    // MyST leaves nothing of the content. It is kept here, unless docutils' tree is wanted.
    if !leafLines.isEmpty, context.configuration[Dialect.key] == .sphinx {
      let block = LiteralBlock(
        children: [Text(pending.source, position: pending.position)], position: pending.position)
      block.language = "none"
      pending.messages.append(block)
    }
  }

  private func takesOptions(_ directive: any Directive) -> Bool {
    func isNone<D: Directive>(_: D) -> Bool { D.Options.self == NoOptions.self }
    return !isNone(directive)
  }

  /// Takes the options from the beginning of the body.
  ///
  /// - Parameter known: whether the directive has any. Without, lines that look like options are
  ///   content, but those between dashes are still none.
  /// - Returns: whether there is a block of them.
  private func takeOptions(
    _ body: inout ArraySlice<LineSpan>, of pending: PendingDirective, in context: MystParseContext,
    known: Bool
  ) -> Bool {
    guard let first = body.first else { return false }
    var lines: [OptionText.Line] = []
    if first.start + 3 <= first.end, base[Int(first.start)] == 0x2D,
      base[Int(first.start) + 1] == 0x2D, base[Int(first.start) + 2] == 0x2D
    {
      body.removeFirst()
      while var line = body.first {
        body.removeFirst()
        let scanner = BlockScanner(base: base, end: Int(line.end))
        let dashes = scanner.count(0x2D, at: Int(line.start))
        if dashes >= 3 {
          // What stands behind the dashes belongs to the content.
          line.start = min(line.start + UInt32(dashes) + 1, line.end)
          if line.start < line.end { body = [line] + body }
          break
        }
        lines.append(optionLine(line, from: Int(line.start)))
      }
      dedent(&lines)
      if !known { return true }
    } else if !known {
      return false
    } else {
      while let line = body.first {
        let scanner = BlockScanner(base: base, end: Int(line.end))
        let start = scanner.skipSpaces(Int(line.start))
        guard scanner.peek(start) == 0x3A,
          !(scanner.peek(start + 1) == 0x3A && scanner.peek(start + 2) == 0x3A)
        else { break }
        lines.append(optionLine(line, from: start + 1))
        body.removeFirst()
      }
      if lines.isEmpty { return false }
    }
    var text = OptionText(lines)
    do {
      pending.options = try text.parse()
    } catch {
      pending.messages.append(
        context.document.report(
          .warning, "'\(pending.name)': Invalid options format: \(error.problem)",
          position: error.place, category: "myst.directive_option"))
    }
    if let comment = text.firstComment {
      pending.messages.append(
        context.document.report(
          .warning,
          "'\(pending.name)': Directive options has # comments, which may not be supported in "
            + "future versions.", position: comment, category: "myst.directive_comments"))
    }
    return true
  }

  /// Takes the spaces away that all lines begin with.
  private func dedent(_ lines: inout [OptionText.Line]) {
    let indent = lines.filter { !$0.isBlank }
      .map { line in line.bytes.prefix(while: ByteClass.isBlank).count }.min()
    guard let indent, indent > 0 else { return }
    for index in lines.indices {
      lines[index].position.column += min(indent, lines[index].bytes.count)
      lines[index].bytes = lines[index].bytes.dropFirst(indent)
    }
  }

  private func optionLine(_ line: LineSpan, from start: Int) -> OptionText.Line {
    OptionText.Line(
      bytes: source.bytes[start..<Int(line.end)],
      position: source.position(line: line, offset: start))
  }

  private func take(
    _ range: Range<Int>, _ kind: DirectiveArgument, _ hasOptions: Bool,
    _ body: inout ArraySlice<LineSpan>, of pending: PendingDirective, in context: MystParseContext
  ) {
    let fence = fenceLine
    if kind == .none {
      guard !range.isEmpty else {
        if let first = body.first, isEmpty(first) { body.removeFirst() }
        return
      }
      // It is the first line of the content.
      if hasOptions, !body.isEmpty {
        pending.messages.append(
          context.document.report(
            .warning,
            "'\(pending.name)': Splitting content across first line and body, when an options "
              + "block is present, is not recommended", position: pending.position,
            category: "myst.directive_parse"))
      }
      var line = fence
      line.start = UInt32(range.lowerBound)
      line.end = UInt32(range.upperBound)
      body = [line] + body
      return
    }
    if let first = body.first, isEmpty(first) { body.removeFirst() }
    guard !range.isEmpty else {
      if kind.isRequired {
        pending.isRefused = true
        pending.messages.append(
          context.document.report(
            .error, "Directive '\(pending.name)': 1 argument(s) required, 0 supplied",
            position: pending.position))
      }
      return
    }
    pending.argument = String(decoding: source.bytes[range], as: UTF8.self)
    let position = source.position(line: fence, offset: range.lowerBound)
    pending.argumentPosition = position
    if let surplus = kind.surplus(in: pending.argument) {
      pending.isRefused = true
      pending.messages.append(
        context.document.report(
          .error, "Directive '\(pending.name)': \(surplus.problem)",
          position: position.advanced(columns: surplus.offset)))
    }
    guard kind.isInline else { return }
    let element = Inline()
    pending.argumentElement = element
    var span = fence
    span.start = UInt32(range.lowerBound)
    span.end = UInt32(range.upperBound)
    if let children = plainLeaves?.read([span]) { return element.appendNew(children) }
    leaves.append(
      Leaf(
        element, style: .line,
        lines: [Leaf.Line(bytes: source.bytes[range], position: position)]))
  }

  /// Where a line of the open fence begins; behind the last one, its end does.
  private func position(ofLine index: Int) -> SourcePosition {
    if index < leafLines.count {
      return source.position(line: leafLines[index], offset: Int(leafLines[index].start))
    }
    var position = leaf.position
    position.line = Int(leafLines.last?.number ?? UInt32(position.line)) + 1
    return position
  }

  private func takeContent(
    _ kind: DirectiveContent, _ body: ArraySlice<LineSpan>, of pending: PendingDirective,
    in context: MystParseContext
  ) {
    var body = body
    while let last = body.last, isEmpty(last) { body.removeLast() }
    pending.contentPosition =
      body.first.map { source.position(line: $0, offset: Int($0.start)) }
      ?? position(ofLine: body.startIndex)
    pending.text = literal(body)
    guard !body.isEmpty, !pending.isRefused else { return }
    switch kind {
    case .none:
      pending.messages.append(
        context.document.report(
          .warning, "'\(pending.name)': Has content, but none permitted",
          position: pending.position, category: "myst.directive_parse"))
    case .text: break
    case .inline:
      let element = Inline()
      pending.contentElement = element
      leafLines = Array(body)
      leaves.append(Leaf(element, style: .paragraph, lines: takeParagraphLines()))
    case .blocks: addBody(Array(body), to: pending)
    }
  }

  /// Blocks in colon fences without the name of a directive: a group with classes.
  func division() -> Element {
    let container = Container()
    container.position = leaf.position
    container.undeclaredAttributes["is_div"] = .flag(true)
    // What stands behind the first word says nothing. (myst-parser: render_colon_fence.)
    let info = String(decoding: source.bytes[leaf.fenceInfo], as: UTF8.self)
    container.classes = info.split(whereSeparator: \.isWhitespace).prefix(1).map(String.init)
    addBody(leafLines, to: container)
    return container
  }

  private func addBody(_ lines: [LineSpan], to element: Element) {
    guard let context else { return }
    guard depth < MystParseContext.depthLimit else {
      let message = context.document.report(
        .error, "blocks are nested more than \(MystParseContext.depthLimit) levels deep",
        position: leaf.position)
      do { try element.append(message) } catch { failure = failure ?? error }
      return
    }
    bodies.append(
      BlockBody(
        lines: lines, element: element, depth: depth + 1, domain: context.domains.current))
  }

  private func isEmpty(_ line: LineSpan) -> Bool {
    BlockScanner(base: base, end: Int(line.end)).skipSpaces(Int(line.start)) == Int(line.end)
  }

  /// The line of the opening fence.
  private var fenceLine: LineSpan {
    var line = LineSpan(start: 0, end: 0, lineStart: 0, number: UInt32(leaf.position.line))
    // Columns count from one, and the position is that of a byte in the line.
    line.lineStart = UInt32(leaf.lineStart)
    return line
  }
}
