import DocTree

/// The headings of a page with what is numbered and the tables of contents among them, in order.
struct PageOutline: PageData {
  static let key = "outline"

  /// Something in the order of the page.
  enum Item: Codable, Equatable, Sendable {
    /// A heading; the depth of the first ones is 1.
    case section(depth: Int, id: String, title: InlineText)
    /// A figure, table or listing. The depth is that of the section that it is in.
    case numbered(kind: String, id: String, title: String)
    /// Something enumerable. Its number is kept under each of the ids; the caption is how the title begins.
    case enumerable(kind: String, ids: [String], title: String, caption: String)
    /// A table of contents, by its place among those of the page. The depth is that of its entries.
    case toctree(depth: Int, index: Int)
    /// Something described. The depth is that of its entry.
    case description(depth: Int, id: String, name: String)
  }

  /// A table of contents.
  struct Contents: Codable, Equatable, Sendable {
    var entries: [Entry] = []
    var maxDepth = -1
    var isHidden = false
    var isGlob = false
    /// How many levels are numbered.
    var numbered = 0
    var titlesOnly = false
    var includesHidden = false
    var isReversed = false
    var position = PagePosition.unknown
  }

  /// A line of a table of contents.
  struct Entry: Codable, Equatable, Sendable {
    var title: String?
    /// The name of a page, an address, `self`, or a pattern.
    var target: String
    var position: PagePosition
  }

  var title = InlineText()
  var items: [Item] = []
  var contents: [Contents] = []
  /// Which outputs show headings that not all of them show, by their ids. (Sphinx: TocTreeCollector.)
  var conditions: [String: String] = [:]
  /// The other ids of what has several, with its first one, which its number is kept under.
  var otherIDs: [String: String] = [:]
  /// Whether it need not stand in a table of contents.
  var isOrphan = false

  static func collect(from document: Document, in context: CollectContext) throws -> PageOutline? {
    var visitor = OutlineVisitor(document, DescriptionEntries(context.configuration))
    try document.walkabout(&visitor)
    visitor.finish()
    var outline = visitor.outline
    if let title = document.title { outline.title = InlineText(title) }
    outline.isOrphan = document.isOrphan
    return outline
  }
}

extension PageOutline {
  /// The classes of what can have a number.
  static let numbered: [Element.Type] = [Figure.self, Table.self, Container.self]

  /// Whether an element has a number if it has a caption.
  static func isNumbered(_ element: Element) -> Bool {
    element is Figure || element is Table
      || element is Container && element.classes.contains("literal-block-wrapper")
  }
}

/// Text with the little markup that headings have, as data.
struct InlineText: Codable, Equatable, Sendable {
  struct Run: Codable, Equatable, Sendable {
    /// The name of the element around it; empty for none.
    var kind: String
    var text: String
  }

  var runs: [Run] = []

  init() {}
  init(_ text: String) { runs = [Run(kind: "", text: text)] }
  init(code text: String) { runs = [Run(kind: "literal", text: text)] }

  /// The content of a heading, without what may not stand in a link.
  init(of heading: Element) {
    for node in heading.children {
      switch node {
      case is FootnoteReference, is CitationReference, is Target: continue
      case let text as DocTree.Text: add("", text.string)
      case is Literal: add("literal", node.astext())
      case is Emphasis: add("emphasis", node.astext())
      case is Strong: add("strong", node.astext())
      case is Math: add("math", node.astext())
      default: add("", node.astext())
      }
    }
  }

  private mutating func add(_ kind: String, _ text: String) {
    if let last = runs.last, last.kind == kind {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(kind: kind, text: text))
    }
  }

  var isEmpty: Bool { runs.isEmpty }
  var plain: String { runs.map(\.text).joined() }

  var nodes: [Node] {
    runs.map { run in
      let text = DocTree.Text(run.text)
      return switch run.kind {
      case "literal": Literal(children: [text])
      case "emphasis": Emphasis(children: [text])
      case "strong": Strong(children: [text])
      case "math": Math(text: run.text)
      default: text
      }
    }
  }
}

private struct OutlineVisitor: NodeVisitor {
  var outline = PageOutline()
  private var depth = 0
  private var parts = Self.knownParts.current

  /// What a node is in the outline.
  private enum Part { case section, toctree, numbered, enumerable, description, text, other }
  private static let knownParts = SharedPerKind<Part>()

  private let document: Document
  private let descriptions: DescriptionEntries
  /// Whether those that are open have entries, which those in them stand below.
  private var openDescriptions: [Bool] = []
  private var descriptionDepth = 0

  init(_ document: Document, _ descriptions: DescriptionEntries) {
    self.document = document
    self.descriptions = descriptions
  }

  func finish() { Self.knownParts.update(from: parts) }

  private static func part(_ node: Node) -> Part {
    switch node {
    case is Section: .section
    case is Toctree: .toctree
    case is Desc: .description
    case is Figure, is Table, is Container, is MathBlock: .numbered
    case is TextElement, is DocTree.Text: .text
    case is any Enumerable: .enumerable
    default: .other
    }
  }

  mutating func visit(_ node: Node) -> VisitAction {
    let part = parts.value(for: node, Self.part)
    switch part {
    case .text: return .skipNode
    case .other: return .continue
    case .section, .toctree, .numbered, .enumerable, .description: break
    }
    guard let element = node.asElement else { return .skipNode }
    switch element {
    case let section as Section:
      depth += 1
      guard let title = section.children.first(where: { $0 is Title }) as? Title else {
        return .continue
      }
      let text = InlineText(of: title)
      if outline.title.isEmpty { outline.title = text }
      let id = section.ids.first ?? ""
      outline.items.append(.section(depth: depth, id: id, title: text))
      noteOtherIDs(of: section)
      if section.parent is Only { outline.conditions[id] = section.condition }
    case let toctree as Toctree:
      outline.items.append(
        .toctree(depth: depth + 1, index: outline.contents.count))
      outline.contents.append(PageOutline.Contents(toctree, in: document))
      return .skipNode
    case is Figure, is Table, is Container:
      guard PageOutline.isNumbered(element), let id = element.ids.first,
        let title = TargetTitle.of(element)
      else { return .continue }
      let kind = element is Figure ? "figure" : element is Table ? "table" : "code-block"
      outline.items.append(.numbered(kind: kind, id: id, title: title))
      noteOtherIDs(of: element)
    case is MathBlock:
      if let id = element.ids.first {
        outline.items.append(.numbered(kind: EquationNumbers.kind, id: id, title: ""))
      }
      return .skipNode
    case let description as Desc: note(description)
    case let enumerable as any Enumerable: note(enumerable)
    default: break
    }
    return .continue
  }

  private mutating func noteOtherIDs(of element: Element) {
    for id in element.ids.dropFirst() { outline.otherIDs[id] = element.ids.first }
  }

  private mutating func note(_ description: Desc) {
    let entries = descriptions.entries(of: description)
    let depth = depth + 1 + descriptionDepth
    outline.items += entries.map { .description(depth: depth, id: $0.id, name: $0.name) }
    openDescriptions.append(!entries.isEmpty)
    if !entries.isEmpty { descriptionDepth += 1 }
  }

  private mutating func note(_ element: any Enumerable) {
    guard let figtype = element.figtype, element.serial != nil else { return }
    outline.items.append(
      .enumerable(
        kind: figtype, ids: element.numberKeys, title: TargetTitle.of(element) ?? "",
        caption: element.caption?.cleanText() ?? ""))
  }

  mutating func depart(_ node: Node) -> DepartAction {
    switch parts.value(for: node, Self.part) {
    case .section: depth -= 1
    case .description: if openDescriptions.removeLast() { descriptionDepth -= 1 }
    default: break
    }
    return .continue
  }
}

extension PageOutline.Contents {
  init(_ toctree: Toctree, in document: Document) {
    entries = toctree.entries.items.map {
      PageOutline.Entry(
        title: $0.title, target: $0.target, position: PagePosition($0.position, in: document))
    }
    maxDepth = toctree.maxdepth
    isHidden = toctree.hidden
    isGlob = toctree.glob
    numbered = toctree.numbered
    titlesOnly = toctree.titlesonly
    includesHidden = toctree.includehidden
    isReversed = toctree.isReversed
    position = PagePosition(of: toctree, in: document)
  }

  /// The entries with those documents in the place of patterns that are like them.
  ///
  /// - Parameter pages: all pages.
  /// - Returns: nothing if there were too many comparisons.
  func expanded(on page: String, among pages: inout PagePatterns) -> (
    entries: [PageOutline.Entry], empty: [PageOutline.Entry]
  ) {
    guard isGlob else { return (entries, []) }
    var taken: Set<String> = [page]
    for entry in entries { taken.insert(entry.target) }
    var result: [PageOutline.Entry] = []
    var empty: [PageOutline.Entry] = []
    for entry in entries {
      guard entry.title == nil, entry.target.contains(where: { "*?[".contains($0) }) else {
        result.append(entry)
        continue
      }
      guard var found = pages.pages(like: entry.target) else { return ([], []) }
      found.removeAll(where: taken.contains)
      taken.formUnion(found)
      if found.isEmpty { empty.append(entry) }
      if isReversed { found.reverse() }
      result += found.map { PageOutline.Entry(title: nil, target: $0, position: entry.position) }
    }
    return (result, empty)
  }
}

// MARK: Storing

extension InlineText {
  func store(to writer: inout StoreWriter) {
    writer.write(runs) {
      $0.write($1.kind)
      $0.write($1.text)
    }
  }

  init(stored reader: inout StoreReader) throws {
    runs = try reader.readItems { Run(kind: try $0.readString(), text: try $0.readString()) }
  }
}

extension PageOutline {
  func store(to writer: inout StoreWriter) {
    title.store(to: &writer)
    writer.write(isOrphan)
    for map in [conditions, otherIDs] {
      writer.write(map.sorted { $0.key < $1.key }) {
        $0.write($1.key)
        $0.write($1.value)
      }
    }
    writer.write(items) { writer, item in
      switch item {
      case .section(let depth, let id, let title):
        writer.write(0)
        writer.write(depth)
        writer.write(id)
        title.store(to: &writer)
      case .numbered(let kind, let id, let title):
        writer.write(1)
        for text in [kind, id, title] { writer.write(text) }
      case .enumerable(let kind, let ids, let title, let caption):
        writer.write(3)
        for text in [kind, title, caption] { writer.write(text) }
        writer.write(ids) { $0.write($1) }
      case .toctree(let depth, let index):
        writer.write(2)
        writer.write(depth)
        writer.write(index)
      case .description(let depth, let id, let name):
        writer.write(4)
        writer.write(depth)
        for text in [id, name] { writer.write(text) }
      }
    }
    writer.write(contents) { writer, contents in
      writer.write(contents.entries) {
        $0.write($1.title)
        $0.write($1.target)
        $1.position.store(to: &$0)
      }
      for number in [contents.maxDepth, contents.numbered] { writer.write(number) }
      contents.position.store(to: &writer)
      for flag in [
        contents.isHidden, contents.isGlob, contents.titlesOnly, contents.includesHidden,
        contents.isReversed,
      ] { writer.write(flag) }
    }
  }

  init(stored reader: inout StoreReader) throws {
    title = try InlineText(stored: &reader)
    isOrphan = try reader.readBool()
    func map(_ reader: inout StoreReader) throws -> [String: String] {
      let items = try reader.readItems { (try $0.readString(), try $0.readString()) }
      return Dictionary(items) { first, _ in first }
    }
    conditions = try map(&reader)
    otherIDs = try map(&reader)
    items = try reader.readItems { reader in
      switch try reader.readInt() {
      case 0:
        return .section(
          depth: try reader.readInt(), id: try reader.readString(),
          title: try InlineText(stored: &reader))
      case 1:
        return .numbered(
          kind: try reader.readString(), id: try reader.readString(),
          title: try reader.readString())
      case 2: return .toctree(depth: try reader.readInt(), index: try reader.readInt())
      case 3:
        let kind = try reader.readString()
        let title = try reader.readString()
        let caption = try reader.readString()
        return .enumerable(
          kind: kind, ids: try reader.readItems { try $0.readString() }, title: title,
          caption: caption)
      case 4:
        return .description(
          depth: try reader.readInt(), id: try reader.readString(), name: try reader.readString())
      default: throw StoreError()
      }
    }
    contents = try reader.readItems { reader in
      var contents = Contents()
      contents.entries = try reader.readItems {
        Entry(
          title: try $0.readOptionalString(), target: try $0.readString(),
          position: try PagePosition(stored: &$0))
      }
      contents.maxDepth = try reader.readInt()
      contents.numbered = try reader.readInt()
      contents.position = try PagePosition(stored: &reader)
      contents.isHidden = try reader.readBool()
      contents.isGlob = try reader.readBool()
      contents.titlesOnly = try reader.readBool()
      contents.includesHidden = try reader.readBool()
      contents.isReversed = try reader.readBool()
      return contents
    }
  }
}
