internal import CCmark
internal import DocTree

/// Makes the children of leaves of libcmark's tree.
final class LeafFiller: CmarkDialect {
  typealias Builder = CmarkTreeBuilder<LeafFiller>

  let source: InlineSource
  let leaves: [Leaf]
  let context: any ParseContext
  let links: LinkMaker
  /// What a rule has thrown; the first one counts.
  @exclusivity(unchecked)
  private(set) var error: (any Error)?
  /// The record of the block that is being read.
  @exclusivity(unchecked)
  private(set) var record = 0
  /// Whether the next soft break belongs to a hard one.
  @exclusivity(unchecked)
  private var dropsSoftBreak = false
  /// Texts that must not be changed, because they were escaped.
  @exclusivity(unchecked)
  private var fixed: Set<ObjectIdentifier> = []
  /// What rules have made.
  @exclusivity(unchecked)
  private var made: Set<ObjectIdentifier> = []
  /// What may be changed in the texts of the block that is being read.
  @exclusivity(unchecked)
  private var signs: TextSigns = []
  /// How many delimiters of strikethrough there are that are not matched yet.
  @exclusivity(unchecked)
  private var delimiters = 0
  /// Whether there were any in the block that is being read, of which messages may be left.
  @exclusivity(unchecked)
  private var hasTildes = false

  init(source: InlineSource, leaves: [Leaf], context: any ParseContext) {
    self.source = source
    self.leaves = leaves
    self.context = context
    links = LinkMaker(context: context)
  }

  // MARK: Blocks

  func enterBlock(_ node: OpaquePointer) {
    // Blocks come in the order of their lines.
    let line = Int(cmark_node_get_start_line(node))
    while record + 1 < source.records.count, source.records[record + 1].line <= line { record += 1 }
  }

  func leaveBlock(_ node: OpaquePointer, _ children: [Node], _ builder: inout Builder) {
    dropsSoftBreak = false
    var children = finish(children)
    if !signs.isEmpty || !fixed.isEmpty, !children.isEmpty {
      children = TextChanges(
        syntax: source.syntax, links: links, fixed: fixed, made: made, signs: signs
      )
      .apply(to: children)
    }
    let element = leaves[source.records[record].leaf].element
    if !made.isEmpty || hasTildes, element is Title || element is Rubric {
      element.anchorText = anchorText(of: children)
    }
    signs = []
    hasTildes = false
    if !fixed.isEmpty { fixed.removeAll(keepingCapacity: true) }
    if !made.isEmpty { made.removeAll(keepingCapacity: true) }
    element.appendNew(children)
  }

  /// The text and the code of a heading, without what rules have made; nil if that is all.
  private func anchorText(of children: [Node]) -> String? {
    var text = ""
    var isAll = true
    var pending: [Node] = children.reversed()
    while let node = pending.popLast() {
      if made.contains(ObjectIdentifier(node)) || node is SystemMessage {
        isAll = false
      } else if let part = node as? Text {
        text += part.string
      } else if let element = node.asElement {
        pending += element.children.reversed()
      }
    }
    return isAll ? nil : text
  }

  /// There are none; were there one, its text is kept.
  func addBlock(_ node: OpaquePointer, _ builder: inout Builder) {
    enterBlock(node)
    let leaf = leaves[source.records[record].leaf]
    let position = leaf.position(line: source.records[record].leafLine, offset: 0)
    let text = CmarkText.string(cmark_node_get_literal(node))
    if !text.isEmpty { leaf.element.appendNew([Text(text, position: position)]) }
  }

  // MARK: Inlines

  func addSoftBreak(_ node: OpaquePointer, _ builder: inout Builder) {
    if dropsSoftBreak {
      dropsSoftBreak = false
      return
    }
    if builder.text.count == 0 {
      builder.textPosition = position(
        ofBreak: node, after: builder.text.bytes, from: builder.textPosition)
    }
    builder.text.append(0x0A)
  }

  func addCode(_ node: OpaquePointer, _ builder: inout Builder) {
    let literal = cmark_node_get_literal(node)
    let line = Int(cmark_node_get_start_line(node))
    if let carrier = source.carrier(literal, line: line) {
      return add(carrier, node, &builder)
    }
    let position = builder.position(of: node)
    builder.flushText()
    builder.finished.append(Literal.code(CmarkText.string(literal), position))
  }

  private func add(_ carrier: Carrier, _ node: OpaquePointer, _ builder: inout Builder) {
    switch carrier {
    case .empty, .span: break
    case .hardBreak(let position):
      builder.add(HardBreak(), position)
      dropsSoftBreak = true
    case .rule(let index, let call):
      for made in run(source.syntax.rules[index], call) {
        if source.syntax.changesText { fixed.insert(ObjectIdentifier(made)) }
        self.made.insert(ObjectIdentifier(made))
        builder.add(made, made.position.isKnown ? made.position : call.position)
      }
    case .code(let text, let attributes, let position):
      let literal = Literal.code(text, position)
      if let attributes { links.apply(attributes, toCode: literal) }
      builder.add(literal, position)
    case .html(let text, let position):
      let raw = Raw(text: text)
      raw.format = "html"
      builder.add(raw, position)
    case .text(let string, let position):
      let text = Text(string)
      builder.add(text, position)
      fixed.insert(ObjectIdentifier(text))
    case .attributes(_, let source, let position):
      // Those of a link are taken with it.
      if attributes(behind: cmark_node_previous(node), isBefore: node) != nil { break }
      Self.add(source, position, &builder)
    case .plain(let text, let position): Self.add(text, position, &builder)
    case .tildes(let tildes, let position):
      delimiters += 1
      hasTildes = true
      let delimiter = StrikethroughDelimiter()
      delimiter.tildes = tildes
      builder.add(delimiter, position)
    }
  }

  /// Adds to the text that is being read.
  private static func add(_ text: String, _ position: SourcePosition, _ builder: inout Builder) {
    if builder.text.count == 0 { builder.textPosition = position }
    for byte in text.utf8 { builder.text.append(byte) }
  }

  /// Has a rule make its nodes, and reports what is wrong.
  private func run(_ rule: any InlineRule, _ call: InlineCall) -> [Node] {
    guard error == nil else { return [] }
    do {
      return try rule.nodes(call, in: context)
    } catch let problem as MarkupError {
      return problematic(problem, rule is RoleSyntax, call)
    } catch {
      self.error = error
      return []
    }
  }

  /// The source of what is wrong, and the message, which point to each other. docutils shows roles
  /// as reStructuredText has them.
  private func problematic(_ problem: MarkupError, _ isRole: Bool, _ call: InlineCall) -> [Node] {
    let document = context.document
    let message = document.report(
      problem.severity, problem.message, position: problem.position ?? call.position)
    let isDocutils = context.configuration[Dialect.key] == .docutils
    let source = isRole && isDocutils ? ":\(call.name):`\(call.text)`" : call.source
    let element = Problematic(
      children: [Text(source, position: call.position)], position: call.position)
    element.refid = document.setID(for: message)
    message.backrefs = [document.setID(for: element)]
    return [element, message]
  }

  /// The attributes that stand behind a link or an image.
  ///
  /// - Parameter isBefore: if given, the carrier that has to be the one.
  private func attributes(
    behind node: OpaquePointer?, isBefore: OpaquePointer? = nil
  ) -> InlineAttributes? {
    guard source.syntax.attributes, let node, let next = cmark_node_next(node),
      isBefore == nil || next == isBefore
    else { return nil }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK: break
    case CMARK_NODE_IMAGE where carrier(ofImage: node) == nil: break
    default: return nil
    }
    guard case .attributes(let attributes, _, _)? = carrier(of: next) else { return nil }
    return attributes
  }

  private func carrier(of node: OpaquePointer) -> Carrier? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_CODE:
      source.carrier(
        cmark_node_get_literal(node), line: Int(cmark_node_get_start_line(node)))
    case CMARK_NODE_IMAGE: carrier(ofImage: node)
    default: nil
    }
  }

  /// An image's line is that of its end, where its address stands.
  private func carrier(ofImage node: OpaquePointer) -> Carrier? {
    source.carrier(cmark_node_get_url(node), line: Int(cmark_node_get_start_line(node)))
  }

  func kind(ofImage node: OpaquePointer) -> CmarkImageKind {
    switch carrier(ofImage: node) {
    case nil: .image
    case .span: .element
    default: .code
    }
  }

  func addImageCode(_ node: OpaquePointer, _ builder: inout Builder) {
    if let carrier = carrier(ofImage: node) { add(carrier, node, &builder) }
  }

  func makeElement(
    image node: OpaquePointer, _ children: [Node], _ position: SourcePosition
  ) -> Element {
    let inline = Inline(children: children, position: position)
    if case .span(let attributes)? = carrier(ofImage: node) {
      links.apply(attributes, toSpan: inline)
    }
    return inline
  }

  func addLink(
    _ node: OpaquePointer, _ children: [Node], _ position: SourcePosition,
    _ builder: inout Builder
  ) {
    let url = CmarkText.bytes(cmark_node_get_url(node))
    for made in links.nodes(
      url: url, title: CmarkText.title(node), children: children, isAuto: isAutolink(node),
      attributes: attributes(behind: node), position: position)
    { builder.finished.append(made) }
  }

  func finish(_ image: Image, of node: OpaquePointer, at position: SourcePosition) {
    image.position = position
    if let attributes = attributes(behind: node) { links.apply(attributes, toImage: image) }
  }

  func describe(_ node: OpaquePointer, in alt: inout [UInt8]) {
    switch carrier(of: node) {
    case nil:
      if cmark_node_get_type(node) == CMARK_NODE_CODE {
        alt.append(contentsOf: CmarkText.bytes(cmark_node_get_literal(node)))
      }
    case .rule(_, let call): alt.append(contentsOf: call.text.utf8)
    case .code(let text, _, _), .html(let text, _), .text(let text, _), .plain(let text, _):
      alt.append(contentsOf: text.utf8)
    case .attributes(_, let source, _):
      if attributes(behind: cmark_node_previous(node), isBefore: node) == nil {
        alt.append(contentsOf: source.utf8)
      }
    case .tildes(let tildes, _): alt.append(contentsOf: repeatElement(0x7E, count: tildes.count))
    case .empty, .span, .hardBreak: break
    }
  }

  func note(text: UnsafeBufferPointer<UInt8>) {
    if source.syntax.changesText { signs.formUnion(TextSigns(of: text, source.syntax)) }
  }

  func finish(_ children: [Node]) -> [Node] {
    guard delimiters > 0 else { return children }
    return Strikethrough(document: context.document, syntax: source.syntax)
      .match(children, &delimiters)
  }
}
