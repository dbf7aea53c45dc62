internal import CCmark
internal import DocTree

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Makes a document's children of libcmark's tree, bottom up and without recursion.
struct CmarkTreeBuilder {
  private var place: CmarkPositions
  /// The finished children of all elements that are open, the innermost one's last.
  private let finished = NodeStack()
  /// For each open element, where its children begin in `finished`.
  private var starts: [Int] = []
  /// Text that is not yet a node: neighboring texts and soft breaks become one.
  private let text = TextBuffer()
  private var textPosition = SourcePosition.unknown
  /// How many blocks other than the document are open: a heading in one is no section.
  private var blockDepth = 0

  init(lines: LineTable, file: SourceFile) {
    place = CmarkPositions(lines: lines, file: file)
  }

  /// - Returns: the children of the document.
  mutating func build(_ root: OpaquePointer) -> [Node] {
    starts.append(0)
    var next = cmark_node_first_child(root)
    while let node = next {
      if let child = enter(node) {
        next = child
        continue
      }
      // The node is done; go on with its next sibling, or with that of the nearest ancestor that
      // has one.
      var done = node
      next = nil
      while true {
        if let sibling = cmark_node_next(done) {
          next = sibling
          break
        }
        guard let parent = cmark_node_parent(done), parent != root else { break }
        leave(parent)
        done = parent
      }
    }
    flushText()
    return finished.take(from: 0)
  }

  /// Begins a node, and makes it if it has no children.
  ///
  /// - Returns: its first child, if it has to be built from its children.
  private mutating func enter(_ node: OpaquePointer) -> OpaquePointer? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      if text.count == 0 { textPosition = place.ofInline(node) }
      append(cmark_node_get_literal(node))
      return nil
    case CMARK_NODE_SOFTBREAK:
      text.append(0x0A)
      return nil
    case CMARK_NODE_LINEBREAK:
      let position = place.afterText(text.bytes, from: textPosition)
      add(HardBreak(), position)
      return nil
    case CMARK_NODE_CODE:
      let position = place.ofInline(node)
      let literal = Text(string(cmark_node_get_literal(node)), position: position)
      flushText()
      finished.append(Literal(children: [literal], position: position))
      return nil
    case CMARK_NODE_HTML_INLINE:
      add(raw(node), place.ofInline(node))
      return nil
    case CMARK_NODE_HTML_BLOCK:
      add(raw(node), place.ofBlock(node))
      return nil
    case CMARK_NODE_CODE_BLOCK:
      addCodeBlock(node)
      return nil
    case CMARK_NODE_THEMATIC_BREAK:
      add(Transition(), place.ofBlock(node))
      return nil
    case CMARK_NODE_IMAGE:
      addImage(node)
      return nil
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK:
      flushText()
      starts.append(finished.count)
    default:
      place.enterBlock(node)
      blockDepth += 1
      starts.append(finished.count)
    }
    if let child = cmark_node_first_child(node) { return child }
    leave(node)
    return nil
  }

  /// Makes a node of its children, which are finished.
  private mutating func leave(_ node: OpaquePointer) {
    flushText()
    let start = starts.removeLast()
    let children = finished.take(from: start)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_EMPH:
      finished.append(Emphasis(children: children, position: place.ofInline(node)))
    case CMARK_NODE_STRONG:
      finished.append(Strong(children: children, position: place.ofInline(node)))
    case CMARK_NODE_LINK: finished.append(link(node, children))
    default:
      blockDepth -= 1
      place.leaveBlock(node)
      finished.append(block(node, children))
    }
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

  private mutating func link(_ node: OpaquePointer, _ children: [Node]) -> Element {
    let reference = Reference(children: children, position: place.ofInline(node))
    reference.refuri = URLEncoding.encode(bytes(of: cmark_node_get_url(node)))
    reference.title = title(of: node)
    return reference
  }

  private func title(of node: OpaquePointer) -> String? {
    guard let title = cmark_node_get_title(node), title.pointee != 0 else { return nil }
    return string(title)
  }

  private func raw(_ node: OpaquePointer) -> Raw {
    let raw = Raw(text: string(cmark_node_get_literal(node)))
    raw.format = "html"
    return raw
  }

  private mutating func addCodeBlock(_ node: OpaquePointer) {
    let position = place.ofBlock(node)
    let code = Text(string(cmark_node_get_literal(node)))
    code.position = position
    let block = LiteralBlock(children: [code])
    let info = string(cmark_node_get_fence_info(node))
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
    add(block, position)
  }

  /// An image has no children in docutils: what is between its brackets is text.
  private mutating func addImage(_ node: OpaquePointer) {
    let image = Image()
    image.uri = URLEncoding.encode(bytes(of: cmark_node_get_url(node)))
    image.title = title(of: node)
    var alt: [UInt8] = []
    var current = cmark_node_first_child(node)
    while let inner = current {
      switch cmark_node_get_type(inner) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
        alt.append(contentsOf: bytes(of: cmark_node_get_literal(inner)))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: alt.append(0x20)
      default: break
      }
      current = cmark_node_first_child(inner)
      var up = inner
      while current == nil, up != node {
        current = cmark_node_next(up)
        if current == nil { up = cmark_node_parent(up) }
      }
    }
    image.alt = String(decoding: alt, as: UTF8.self)
    add(image, place.ofInline(node))
  }

  private mutating func add(_ node: Node, _ position: SourcePosition) {
    flushText()
    node.position = position
    finished.append(node)
  }

  private func bytes(of literal: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let literal else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(literal)
    return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }

  private func string(_ literal: UnsafePointer<CChar>?) -> String {
    trustedString(bytes(of: literal))
  }

  private mutating func append(_ literal: UnsafePointer<CChar>?) {
    let bytes = bytes(of: literal)
    if let base = bytes.baseAddress { text.append(base, bytes.count) }
  }

  private mutating func flushText() {
    guard text.count > 0 else { return }
    finished.append(Text(trustedString(text.bytes), position: textPosition))
    text.removeAll()
  }
}
