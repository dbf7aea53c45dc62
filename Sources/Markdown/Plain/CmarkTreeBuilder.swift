internal import CCmark
internal import DocTree

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What libcmark's image is.
enum CmarkImageKind {
  case image
  /// An element that is made of the image's children.
  case element
  /// The same as some code span.
  case code
}

/// What readers do in different ways with the nodes of libcmark.
protocol CmarkDialect: AnyObject {
  /// Begins a node that has children: a block, other than inline ones.
  func enterBlock(_ node: OpaquePointer)
  /// Takes the children of a block that is done, and appends what it has become.
  func leaveBlock(
    _ node: OpaquePointer, _ children: [Node], _ builder: inout CmarkTreeBuilder<Self>)
  /// Appends a block that has no children.
  func addBlock(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<Self>)

  /// Where an inline node begins.
  ///
  /// - Parameter parent: the parent, if that is an inline node, and where it begins.
  func position(
    of node: OpaquePointer, in parent: (node: OpaquePointer, position: SourcePosition)?
  ) -> SourcePosition
  /// Where a hard break stands, which libcmark does not say.
  func position(
    ofBreak node: OpaquePointer, after text: UnsafeBufferPointer<UInt8>,
    from textPosition: SourcePosition
  ) -> SourcePosition

  /// Appends a code span, or what stands for one.
  func addCode(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<Self>)
  /// Appends what a soft break becomes.
  func addSoftBreak(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<Self>)
  /// What an image is.
  func kind(ofImage node: OpaquePointer) -> CmarkImageKind
  /// Appends what an image stands for that is ``CmarkImageKind/code``.
  func addImageCode(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<Self>)
  func makeElement(
    image node: OpaquePointer, _ children: [Node], _ position: SourcePosition
  ) -> Element
  func addLink(
    _ node: OpaquePointer, _ children: [Node], _ position: SourcePosition,
    _ builder: inout CmarkTreeBuilder<Self>)
  /// Changes an image that is made.
  func finish(_ image: Image, of node: OpaquePointer, at position: SourcePosition)
  /// Appends to an image's description what a code span says, or an image in it.
  func describe(_ node: OpaquePointer, in alt: inout [UInt8])
  /// Looks at a text before it becomes a node.
  func note(text: UnsafeBufferPointer<UInt8>)
  /// Changes the children of an emphasis or a link when they are complete.
  func finish(_ children: [Node]) -> [Node]
}

extension CmarkDialect {
  @inline(__always)
  func addSoftBreak(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<Self>) {
    builder.text.append(0x0A)
  }
  @inline(__always)
  func kind(ofImage node: OpaquePointer) -> CmarkImageKind { .image }
  func addImageCode(_ node: OpaquePointer, _ builder: inout CmarkTreeBuilder<Self>) {}
  func makeElement(
    image node: OpaquePointer, _ children: [Node], _ position: SourcePosition
  ) -> Element { Inline(children: children, position: position) }
  func finish(_ image: Image, of node: OpaquePointer, at position: SourcePosition) {}
  func describe(_ node: OpaquePointer, in alt: inout [UInt8]) {
    guard cmark_node_get_type(node) == CMARK_NODE_CODE else { return }
    alt.append(contentsOf: CmarkText.bytes(cmark_node_get_literal(node)))
  }
  @inline(__always)
  func note(text: UnsafeBufferPointer<UInt8>) {}
  @inline(__always)
  func finish(_ children: [Node]) -> [Node] { children }
}

/// Makes nodes of libcmark's tree, bottom up and without recursion.
struct CmarkTreeBuilder<Dialect: CmarkDialect> {
  let dialect: Dialect
  /// The finished children of all elements that are open, the innermost one's last.
  let finished = NodeStack()
  /// Text that is not yet a node: neighboring texts and soft breaks become one.
  let text = TextBuffer()
  var textPosition = SourcePosition.unknown
  /// For each open element, where its children begin in `finished`, and, for inline ones, which it
  /// is and where it begins.
  private var open: [OpenElement] = []

  init(_ dialect: Dialect) { self.dialect = dialect }

  /// - Returns: what the dialect has made of the children of the document.
  mutating func build(_ root: OpaquePointer) -> [Node] {
    open.append(OpenElement(start: 0))
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
    open.removeLast()
    return finished.take(from: 0)
  }

  /// Begins a node, and makes it if it has no children.
  ///
  /// - Returns: its first child, if it has to be built from its children.
  private mutating func enter(_ node: OpaquePointer) -> OpaquePointer? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT:
      if text.count == 0 { textPosition = position(of: node) }
      append(cmark_node_get_literal(node))
      return nil
    case CMARK_NODE_SOFTBREAK:
      dialect.addSoftBreak(node, &self)
      return nil
    case CMARK_NODE_LINEBREAK:
      add(HardBreak(), dialect.position(ofBreak: node, after: text.bytes, from: textPosition))
      return nil
    case CMARK_NODE_CODE:
      dialect.addCode(node, &self)
      return nil
    case CMARK_NODE_HTML_INLINE:
      add(CmarkText.raw(node), position(of: node))
      return nil
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_THEMATIC_BREAK:
      flushText()
      dialect.addBlock(node, &self)
      return nil
    case CMARK_NODE_IMAGE where dialect.kind(ofImage: node) != .element:
      if dialect.kind(ofImage: node) == .code {
        dialect.addImageCode(node, &self)
      } else {
        addImage(node)
      }
      return nil
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      flushText()
      open.append(OpenElement(start: finished.count, inline: (node, position(of: node))))
    default:
      dialect.enterBlock(node)
      open.append(OpenElement(start: finished.count))
    }
    if let child = cmark_node_first_child(node) { return child }
    leave(node)
    return nil
  }

  /// Makes a node of its children, which are finished.
  private mutating func leave(_ node: OpaquePointer) {
    flushText()
    let frame = open.removeLast()
    let children = finished.take(from: frame.start)
    guard let (_, position) = frame.inline else {
      dialect.leaveBlock(node, children, &self)
      return
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_EMPH:
      finished.append(Emphasis(children: dialect.finish(children), position: position))
    case CMARK_NODE_STRONG:
      finished.append(Strong(children: dialect.finish(children), position: position))
    case CMARK_NODE_IMAGE:
      finished.append(dialect.makeElement(image: node, dialect.finish(children), position))
    default:
      dialect.addLink(node, dialect.finish(children), position, &self)
    }
  }

  /// Where an inline node begins, given where its parent does.
  @inline(__always)
  func position(of node: OpaquePointer) -> SourcePosition {
    dialect.position(of: node, in: open.last?.inline)
  }

  /// An image has no children in docutils: what is between its brackets is text.
  private mutating func addImage(_ node: OpaquePointer) {
    let image = Image()
    image.uri = URLEncoding.encode(CmarkText.bytes(cmark_node_get_url(node)))
    image.title = CmarkText.title(node)
    var alt: [UInt8] = []
    var current = cmark_node_first_child(node)
    while let inner = current {
      switch cmark_node_get_type(inner) {
      case CMARK_NODE_CODE, CMARK_NODE_IMAGE: dialect.describe(inner, in: &alt)
      case CMARK_NODE_TEXT, CMARK_NODE_HTML_INLINE:
        alt.append(contentsOf: CmarkText.bytes(cmark_node_get_literal(inner)))
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
    let position = position(of: node)
    dialect.finish(image, of: node, at: position)
    add(image, position)
  }

  /// Appends a finished node.
  mutating func add(_ node: Node, _ position: SourcePosition) {
    flushText()
    node.position = position
    finished.append(node)
  }

  /// Adds to the text that is not yet a node.
  mutating func append(_ literal: UnsafePointer<CChar>?) {
    let bytes = CmarkText.bytes(literal)
    if let base = bytes.baseAddress { text.append(base, bytes.count) }
  }

  mutating func flushText() {
    guard text.count > 0 else { return }
    dialect.note(text: text.bytes)
    finished.append(Text(trustedString(text.bytes), position: textPosition))
    text.removeAll()
  }
}

/// The texts of libcmark's nodes.
enum CmarkText {
  static func bytes(_ literal: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let literal else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(literal)
    return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      UnsafeBufferPointer(start: $0, count: count)
    }
  }

  static func string(_ literal: UnsafePointer<CChar>?) -> String { trustedString(bytes(literal)) }

  /// The title of a link or an image, if there is one.
  static func title(_ node: OpaquePointer) -> String? {
    guard let title = cmark_node_get_title(node), title.pointee != 0 else { return nil }
    return string(title)
  }

  static func raw(_ node: OpaquePointer) -> Raw {
    let raw = Raw(text: string(cmark_node_get_literal(node)))
    raw.format = "html"
    return raw
  }
}

/// An element whose children are being read. It is not inside the generic type, as the runtime would
/// look for that one's conformances before it makes an array of it.
private struct OpenElement {
  var start: Int
  var inline: (node: OpaquePointer, position: SourcePosition)?
}
