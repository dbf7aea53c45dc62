internal import CCmark
internal import CCmarkShim
internal import DocTree

/// Fills the elements of many leaves with one call of libcmark.
///
/// Each leaf becomes a block of a text that is made for libcmark, one whose lines are known:
/// paragraphs stay as they are, single lines become headings. What libcmark does not know is put
/// behind carriers; see ``LeafScanner``. Results are put back by line.
final class InlineBatch {
  @exclusivity(unchecked)
  private(set) var leaves: [Leaf] = []
  /// All definitions: those that the batch was given and those of its leaves.
  private(set) var definitions: LinkDefinitions
  /// What was found wrong without a place in the text, such as definitions that are there twice.
  private(set) var messages: [SystemMessage] = []
  /// For each leaf, how many of its lines are definitions.
  @exclusivity(unchecked)
  private var definitionLines: [Int] = []
  private let inherited: LinkDefinitions
  private let context: any ParseContext
  private let syntax: InlineSyntax

  /// - Parameter definitions: what other texts of the document have defined.
  init(
    in context: any ParseContext, syntax: InlineSyntax, definitions: LinkDefinitions = .init()
  ) {
    self.context = context
    self.syntax = syntax
    self.definitions = definitions
    inherited = definitions
  }

  /// Adds a leaf. Its definitions are taken at once.
  func add(_ leaf: Leaf) {
    var lines = 0
    if leaf.style == .paragraph, leaf.lines.first?.bytes.first == 0x5B {
      lines = takeDefinitions(leaf)
    }
    leaves.append(leaf)
    definitionLines.append(lines)
  }

  private func takeDefinitions(_ leaf: Leaf) -> Int {
    var text: [UInt8] = []
    for line in leaf.lines {
      text += line.bytes
      text.append(0x0A)
    }
    return text.withUnsafeBufferPointer { text in
      var line = 0
      var counted = 0
      func lineNumber(_ offset: Int) -> Int {
        for index in counted..<offset where text[index] == 0x0A { line += 1 }
        counted = max(counted, offset)
        return line
      }
      let end = definitions.take(text) { label, offset in
        messages.append(
          context.document.report(
            .warning, "Duplicate reference definition: \(label)",
            position: leaf.lines[lineNumber(offset)].position, category: "myst.duplicate_def"))
      }
      return lineNumber(end)
    }
  }

  /// Fills the elements of all leaves; those of leaves of which nothing is left are taken out of
  /// the tree.
  ///
  /// - Throws: what roles and rules throw, ``MarkupError`` apart.
  func parse() throws {
    let source = InlineSource(syntax: syntax, definitions: definitions)
    if !inherited.isEmpty { source.addDefinitions(inherited, usedIn: leaves) }
    if context.document.keepsRawSource { keepRawSource() }
    for (index, leaf) in leaves.enumerated() {
      source.add(leaf, at: index, definitionLines: definitionLines[index])
    }
    guard !source.records.isEmpty else { return try removeEmpty() }

    let filler = LeafFiller(source: source, leaves: leaves, context: context)
    try source.withRoot { root in
      var builder = CmarkTreeBuilder(filler)
      _ = builder.build(root)
    }
    if let error = filler.error { throw error }
    try removeEmpty()
  }

  /// Notes what the elements were written as, without definitions.
  private func keepRawSource() {
    for (index, leaf) in leaves.enumerated() {
      let known = leaf.element.rawSource
      if known != nil, definitionLines[index] == 0 { continue }
      let lines =
        known.map {
          $0.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        }
        ?? leaf.lines.map { Array($0.bytes) }
      let text = lines.dropFirst(definitionLines[index]).joined(separator: [0x0A])
      leaf.element.rawSource = String(decoding: Array(text), as: UTF8.self)
    }
  }

  /// Takes out the elements of paragraphs that were nothing but definitions.
  private func removeEmpty() throws {
    var parents: [Element] = []
    var empty: [ObjectIdentifier: Set<ObjectIdentifier>] = [:]
    for (index, leaf) in leaves.enumerated()
    where definitionLines[index] > 0 && leaf.element.children.isEmpty {
      guard let parent = leaf.element.parent else { continue }
      let id = ObjectIdentifier(parent)
      if empty[id] == nil { parents.append(parent) }
      empty[id, default: []].insert(ObjectIdentifier(leaf.element))
    }
    for parent in parents {
      let gone = empty[ObjectIdentifier(parent)] ?? []
      let kept = parent.removeChildren().filter { !gone.contains(ObjectIdentifier($0)) }
      parent.appendNew(kept)
    }
  }

  /// Parses one text.
  ///
  /// - Parameters:
  ///   - text: lines; blank ones are no ends of paragraphs.
  ///   - position: where it begins. Its other lines are taken to begin in the first column.
  /// - Throws: what roles and rules throw, ``MarkupError`` apart.
  static func nodes(
    of text: String, at position: SourcePosition, in context: any ParseContext,
    syntax: InlineSyntax, definitions: LinkDefinitions = .init()
  ) throws -> [Node] {
    let bytes = Array(text.utf8)
    var lines: [Leaf.Line] = []
    var place = position
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = line.last == 0x0D ? line.endIndex - 1 : line.endIndex
      lines.append(Leaf.Line(bytes: line[..<end], position: place))
      place.line += 1
      place.column = 1
    }
    while let last = lines.last, last.bytes.allSatisfy(ByteClass.isSpace) { lines.removeLast() }
    let element = Inline()
    guard !lines.isEmpty else { return [] }
    let batch = InlineBatch(in: context, syntax: syntax, definitions: definitions)
    batch.leaves.append(Leaf(element, style: .line, lines: lines))
    batch.definitionLines.append(0)
    try batch.parse()
    return element.removeChildren()
  }
}
