internal import DocTree

/// Blocks inside a block that is finished: the body of a directive.
struct BlockBody {
  let lines: [LineSpan]
  /// What gets the nodes as its children.
  let element: Element
  /// How many blocks with a body are around it.
  let depth: Int
  /// The domain of names without one where it begins.
  let domain: String?
}

/// Reads the blocks of a whole text: first those of the text itself, then, one behind the other and
/// without recursion, those of what was found in it.
struct BlockReading {
  let source: SourceBuffer
  let options: BlockOptions
  let context: MystParseContext?
  /// With which leaves are read at once that are not for libcmark.
  let inlines: InlineSyntax?
  /// The inline text, in document order.
  private(set) var leaves: [Leaf] = []
  /// The directives, in document order: those that contain others come before them.
  private(set) var directives: [PendingDirective] = []

  init(
    _ source: SourceBuffer, options: BlockOptions, context: MystParseContext?,
    inlines: InlineSyntax? = nil
  ) {
    self.source = source
    self.options = options
    self.context = context
    self.inlines = inlines
  }

  /// - Parameters:
  ///   - firstLine: the index of the first line to read.
  ///   - isNested: whether the text is inside something else, so that a heading begins no section.
  /// - Throws: what a rule throws, `MarkupError` apart.
  mutating func read(from firstLine: Int = 0, isNested: Bool) throws -> [Node] {
    guard firstLine < source.lines.count else { return [] }
    let lines = firstLine == 0 ? source.lines : Array(source.lines[firstLine...])
    var bodies: [BlockBody] = []
    let nodes = try parse(lines, isNested, depth: context?.depth ?? 0, &bodies)
    let hasBodies = !bodies.isEmpty
    while let body = bodies.popLast() {
      context?.domains.current = body.domain
      let nodes = try parse(body.lines, true, depth: body.depth, &bodies)
      if !nodes.isEmpty { try body.element.append(nodes) }
    }
    if hasBodies {
      leaves.sort { $0.place.precedes($1.place) }
      context?.domains.sort()
    }
    directives.sort { $0.position.precedes($1.position) }
    return nodes
  }

  private mutating func parse(
    _ lines: [LineSpan], _ isNested: Bool, depth: Int, _ bodies: inout [BlockBody]
  ) throws -> [Node] {
    try source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      let parser = BlockParser(
        source, base: base, lines: lines, options: options, isNested: isNested, context: context)
      parser.depth = depth
      // What leaves were written as is kept where all of them are read.
      if let context, let inlines, !context.document.keepsRawSource {
        parser.plainLeaves = PlainLeafReader(source, base: base, syntax: inlines, context: context)
      }
      let nodes = parser.parse()
      if let failure = parser.failure { throw failure }
      if leaves.isEmpty { leaves = parser.leaves } else { leaves += parser.leaves }
      directives += parser.directives
      bodies += parser.bodies
      return nodes
    }
  }

  /// Reads nothing but what the CommonMark specification knows.
  static func commonMark(_ source: Source) throws -> (nodes: [Node], leaves: [Leaf]) {
    let buffer = SourceBuffer(
      source.bytes, at: SourcePosition(file: source.file, line: 1, column: 1))
    var reading = BlockReading(buffer, options: BlockOptions(), context: nil)
    let nodes = try reading.read(isNested: false)
    return (nodes, reading.leaves)
  }
}

extension Leaf {
  fileprivate var place: SourcePosition { lines.first?.position ?? element.position }
}
