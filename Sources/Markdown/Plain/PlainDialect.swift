internal import CCmark
internal import DocTree

/// CommonMark's blocks and inlines as libcmark has them.
final class PlainDialect: CmarkDialect {
  @exclusivity(unchecked)
  private var place: CmarkPositions
  /// How many blocks other than the document are open: a heading in one is no section.
  @exclusivity(unchecked)
  private var blockDepth = 0

  init(lines: LineTable, file: SourceFile) {
    place = CmarkPositions(lines: lines, file: file)
  }

  func enterBlock(_ node: OpaquePointer) {
    place.enterBlock(node)
    blockDepth += 1
  }

  func leaveBlock(
    _ node: OpaquePointer, _ children: [Node], _ builder: inout CmarkTreeBuilder<PlainDialect>
  ) {
    blockDepth -= 1
    place.leaveBlock(node)
    builder.finished.append(block(node, children))
  }

  func addBlock(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<PlainDialect>) {
    let position = place.ofBlock(node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK: builder.add(CmarkText.raw(node), position)
    case CMARK_NODE_CODE_BLOCK: builder.add(codeBlock(node, position), position)
    default: builder.add(Transition(), position)
    }
  }

  func position(
    of node: OpaquePointer, in parent: (node: OpaquePointer, position: SourcePosition)?
  ) -> SourcePosition { place.ofInline(node) }

  func position(
    ofBreak node: OpaquePointer, after text: UnsafeBufferPointer<UInt8>,
    from textPosition: SourcePosition
  ) -> SourcePosition { place.afterText(text, from: textPosition) }

  func addCode(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<PlainDialect>) {
    let position = place.ofInline(node)
    let literal = Text(CmarkText.string(cmark_node_get_literal(node)), position: position)
    builder.flushText()
    builder.finished.append(Literal(children: [literal], position: position))
  }

  func addLink(
    _ node: OpaquePointer, _ children: [Node], _ position: SourcePosition,
    _ builder: inout CmarkTreeBuilder<PlainDialect>
  ) {
    let reference = Reference(children: children, position: position)
    reference.refuri = URLEncoding.encode(CmarkText.bytes(cmark_node_get_url(node)))
    reference.title = CmarkText.title(node)
    builder.finished.append(reference)
  }

  private func block(_ node: OpaquePointer, _ children: [Node]) -> Element {
    let position = place.ofBlock(node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return Paragraph(children: children, position: position)
    case CMARK_NODE_BLOCK_QUOTE: return BlockQuote(children: children, position: position)
    case CMARK_NODE_ITEM: return ListItem(children: children, position: position)
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      // docutils' sections are children of documents and sections only.
      if blockDepth > 0 {
        let rubric = Rubric(children: children, position: position)
        rubric.level = level
        return rubric
      }
      let title = Title(children: children, position: position)
      title.level = level
      return title
    case CMARK_NODE_LIST: return list(node, children)
    default: return Container(children: children, position: position)
    }
  }

  private func list(_ node: OpaquePointer, _ children: [Node]) -> Element {
    let isTight = cmark_node_get_list_tight(node) != 0
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else {
      let list = BulletList(children: children, position: place.ofBlock(node))
      list.isTight = isTight
      list.bullet = place.sourceByte(node).map { String(UnicodeScalar($0)) }
      return list
    }
    let list = EnumeratedList(children: children, position: place.ofBlock(node))
    list.isTight = isTight
    list.suffix = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "."
    let start = Int(cmark_node_get_list_start(node))
    if start != 1 { list.start = start }
    return list
  }

  private func codeBlock(_ node: OpaquePointer, _ position: SourcePosition) -> LiteralBlock {
    let code = Text(CmarkText.string(cmark_node_get_literal(node)))
    code.position = position
    let block = LiteralBlock(children: [code])
    let info = CmarkText.string(cmark_node_get_fence_info(node))
    var isFenced = place.sourceByte(node) == 0x60 || place.sourceByte(node) == 0x7E
    if !info.isEmpty { isFenced = true }
    if isFenced {
      block.info = info
      let word = info.utf8.prefix { $0 > 0x20 }
      block.language = word.isEmpty ? "default" : String(Substring(word))
      code.position.line += 1
      code.position.column = 1
    } else {
      block.language = "none"
    }
    return block
  }
}
