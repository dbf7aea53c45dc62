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

  var title = InlineText()
  var items: [Item] = []
  var contents: [Contents] = []
  /// Which outputs show headings that not all of them show, by their ids. (Sphinx: TocTreeCollector.)
  var conditions: [String: String] = [:]
  /// The other ids of what has several, with its first one, which its number is kept under.
  var otherIDs: [String: String] = [:]
  /// Whether it need not stand in a table of contents.
  var isOrphan = false
  /// The files that it includes and that could be documents, as messages name them. (Sphinx:
  /// BuildEnvironment.included.)
  var included: [String] = []

  static func collect(from document: Document, in context: CollectContext) throws -> PageOutline? {
    var visitor = OutlineVisitor(document, DescriptionEntries(context.configuration))
    try document.walkabout(&visitor)
    visitor.finish()
    var outline = visitor.outline
    if let title = document.title { outline.title = InlineText(title) }
    outline.isOrphan = document.isOrphan
    if !document.dependencies.isEmpty {
      let suffixes = context.registry.sourceSuffixes
      outline.included = document.dependencies.filter { file in
        suffixes.contains { file.hasSuffix($0) }
      }
    }
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

  /// The id of the heading that is the page's own.
  var firstSection: String? {
    for case .section(_, let id, _) in items { return id }
    return nil
  }
}
