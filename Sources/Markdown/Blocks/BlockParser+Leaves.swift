internal import DocTree

/// Paragraphs, code and HTML: blocks that take lines of text.
extension BlockParser {
  private func beginLeaf(_ kind: OpenLeaf.Kind, at offset: Int) {
    leaf = OpenLeaf()
    leaf.kind = kind
    leaf.position = position(offset)
    leafLines.removeAll(keepingCapacity: true)
    rawStarts.removeAll(keepingCapacity: true)
    leaf.isAfterBlank = noteChild(isCertain: kind != .paragraph)
  }

  func beginParagraph() {
    beginLeaf(.paragraph, at: cursor.nonspace)
    appendParagraphLine()
  }

  @inline(__always)
  func appendParagraphLine() {
    var text = line
    text.start = UInt32(cursor.nonspace)
    leafLines.append(text)
    if keepsRawSource { rawStarts.append(rawStart) }
  }

  /// Where the line begins with its indentation. A lazy line has none but what goes beyond that of the
  /// blocks that it is lazy about.
  private var rawStart: Int {
    var columns = 0
    for block in stack.dropFirst(matchedLevel) {
      if block.isQuote { break }
      if block.kind == .item || block.kind == .custom { columns += block.contentIndent }
    }
    return min(cursor.offset + columns, cursor.nonspace)
  }

  func beginIndentedCode() {
    cursor.advance(columns: 4)
    beginLeaf(.indented, at: cursor.offset)
    leafLines.append(cursor.rest(of: line))
  }

  func beginFence(_ byte: UInt8, _ length: Int) {
    beginLeaf(.fence, at: cursor.nonspace)
    leaf.fenceByte = byte
    leaf.lineStart = Int(line.lineStart)
    leaf.fenceLength = length
    leaf.fenceIndent = cursor.nonspace - cursor.offset
    let scanner = BlockScanner(base: base, end: cursor.end)
    let start = scanner.skipSpaces(cursor.nonspace + length)
    leaf.fenceInfo = start..<scanner.trimEnd(start, cursor.end)
  }

  func beginHTML(_ kind: Int) {
    beginLeaf(.html, at: cursor.nonspace)
    leaf.htmlKind = kind
    appendHTML()
  }

  private func appendHTML() {
    leafLines.append(cursor.rest(of: line))
    let scanner = BlockScanner(base: base, end: cursor.end)
    if scanner.endsHTML(leaf.htmlKind, from: cursor.nonspace) { closeLeaf() }
  }

  /// Whether the line has more colons than the fence that it would close, and may not have them.
  private var isLongerColonFence: Bool {
    options.hasExactColonFences && leaf.fenceByte == 0x3A
      && BlockScanner(base: base, end: cursor.end).count(0x3A, at: cursor.nonspace)
        > leaf.fenceLength
  }

  /// Gives the line to the open code or HTML.
  ///
  /// - Returns: false, with nothing read, if the leaf ends before it.
  func continueLeaf() -> Bool {
    switch leaf.kind {
    case .fence:
      if cursor.indent < 4, cursor.byte == leaf.fenceByte,
        BlockScanner(base: base, end: cursor.end).closesFence(
          cursor.nonspace, leaf.fenceByte, length: leaf.fenceLength),
        !isLongerColonFence
      {
        closeLeaf()
        return true
      }
      cursor.advance(columns: min(leaf.fenceIndent, cursor.indent))
      leafLines.append(cursor.rest(of: line))
      return true
    case .indented:
      if cursor.indent >= 4 {
        cursor.advance(columns: 4)
      } else if cursor.isBlank {
        cursor.advanceToNonspace()
      } else {
        return false
      }
      leaf.lastLineBlank = cursor.isBlank
      leafLines.append(cursor.rest(of: line))
      return true
    case .html:
      if cursor.isBlank, leaf.htmlKind >= 6 { return false }
      leaf.lastLineBlank = cursor.isBlank
      appendHTML()
      return true
    case .none, .paragraph: return false
    }
  }

  /// Finishes the open leaf.
  func closeLeaf() {
    let kind = leaf.kind
    leaf.kind = .none
    switch kind {
    case .none: return
    case .paragraph:
      closeParagraph()
      return
    case .html:
      let raw = Raw(text: literal(leafLines[...]))
      raw.format = "html"
      raw.position = leaf.position
      finished.append(raw)
    case .indented:
      while let last = leafLines.last, isBlank(last) { leafLines.removeLast() }
      let block = literalBlock(leafLines[...], at: leaf.position)
      block.language = "none"
      finished.append(block)
    case .fence: finished.append(fencedNode())
    }
    finishChild(endsBlank: leaf.lastLineBlank)
  }

  private func closeParagraph() {
    if hasOnlyDefinitions() {
      // The paragraph vanishes, but its definitions are needed.
      leaves.append(Leaf(Paragraph(), style: .paragraph, lines: takeParagraphLines()))
      return
    }
    if leaf.isAfterBlank { loosen(stack.count - 1) }
    let paragraph: Paragraph
    if let children = plainLeaves?.read(leafLines) {
      paragraph = Paragraph(children: children, position: leaf.position)
    } else {
      paragraph = Paragraph()
      paragraph.position = leaf.position
      leaves.append(Leaf(paragraph, style: .paragraph, lines: takeParagraphLines()))
    }
    keepRawSource(of: paragraph)
    finished.append(paragraph)
    finishChild(endsBlank: leaf.lastLineBlank)
  }

  /// Notes what the open paragraph was written as. Lines keep the indentation that they have in the
  /// block that they belong to, as with markdown-it.
  func keepRawSource(of element: Element) {
    guard keepsRawSource, rawStarts.count == leafLines.count else { return }
    var lines: [UInt8] = []
    for (start, line) in zip(rawStarts, leafLines) {
      if !lines.isEmpty { lines.append(0x0A) }
      lines += source.bytes[(lines.isEmpty ? Int(line.start) : start)..<Int(line.end)]
    }
    element.rawSource = String(decoding: lines, as: UTF8.self)
  }

  func takeParagraphLines() -> [Leaf.Line] {
    [Leaf.Line](unsafeUninitializedCapacity: leafLines.count) { buffer, count in
      for line in leafLines {
        buffer.initializeElement(
          at: count,
          to: Leaf.Line(
            bytes: source.bytes[Int(line.start)..<Int(line.end)],
            position: source.position(line: line, offset: Int(line.start))))
        count += 1
      }
    }
  }

  /// Whether nothing is left of the open paragraph without link reference definitions.
  func hasOnlyDefinitions() -> Bool {
    guard leaf.definitionLines < leafLines.count else { return true }
    guard base[Int(leafLines[leaf.definitionLines].start)] == 0x5B else { return false }
    text.removeAll()
    for line in leafLines[leaf.definitionLines...] {
      text.append(base + Int(line.start), Int(line.end - line.start))
      text.append(0x0A)
    }
    leaf.definitionLines += DefinitionScanner(Array(text.bytes)).definitionLines()
    return leaf.definitionLines == leafLines.count
  }

  private func isBlank(_ line: LineSpan) -> Bool {
    BlockScanner(base: base, end: Int(line.end)).skipSpaces(Int(line.start)) == Int(line.end)
  }

  /// The lines as a string, each with a line feed.
  func literal(_ lines: ArraySlice<LineSpan>) -> String {
    text.removeAll()
    for line in lines {
      var start = Int(line.start)
      if line.isInsideTab {
        for _ in 0..<(4 - Int(line.column & 3)) { text.append(0x20) }
        start += 1
      }
      text.append(base + start, Int(line.end) - start)
      text.append(0x0A)
    }
    return trustedString(text.bytes)
  }

  private func literalBlock(
    _ lines: ArraySlice<LineSpan>, at position: SourcePosition
  ) -> LiteralBlock {
    let code = Text(literal(lines))
    code.position =
      lines.first.map { source.position(line: $0, offset: Int($0.start)) } ?? position
    return LiteralBlock(children: [code], position: position)
  }

  private func fencedNode() -> Element {
    if options.hasDirectives {
      if let directive = pendingDirective() { return directive }
      if leaf.fenceByte == 0x3A { return division() }
    }
    return fencedBlock()
  }

  private func fencedBlock() -> LiteralBlock {
    let block = literalBlock(leafLines[...], at: leaf.position)
    let info = InfoString.decode(source.bytes[leaf.fenceInfo])
    block.info = info
    let word = info.utf8.prefix { $0 > 0x20 }
    block.language = word.isEmpty ? "default" : String(Substring(word))
    return block
  }
}
