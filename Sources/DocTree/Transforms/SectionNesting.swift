/// Makes sections of the titles among a document's children: each takes what follows it, up to the
/// next title of its level or a higher one. (MyST: the renderer's heading tokens.)
public struct SectionNesting: Transform {
  public let phase = Phase.read
  public let priority = 100

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    defer { document.closingMessages = [] }
    try nest(document)
    if !document.closingMessages.isEmpty { try document.append(document.closingMessages) }
  }

  private func nest(_ document: Document) throws {
    guard document.children.contains(where: { ($0.asElement as? Title)?.level != nil }) else {
      return
    }
    // What each open section has so far, its title first; the first entry is the document.
    var open: [(level: Int, children: [Node])] = [(0, [])]

    func closeOne() {
      let (level, children) = open.removeLast()
      let section = Section(children: children, position: children[0].position)
      section.level = level
      // What an author has said of the heading is said of the section.
      if let title = children[0].asElement, title.hasRareAttributes {
        section.classes = title.classes
        section.names = title.names
        title.classes = []
        title.names = []
      }
      open[open.count - 1].children.append(section)
    }

    for child in document.removeChildren() {
      guard let title = child as? Title, let level = title.level else {
        open[open.count - 1].children.append(child)
        continue
      }
      // The message belongs to the section that is open where the heading stands.
      let above = open.last { $0.level < level }?.level ?? 0
      if level > above + 1 {
        let message =
          above == 0
          ? "Document headings start at H\(level), not H1"
          : "Non-consecutive header level increase; H\(above) to H\(level)"
        open[open.count - 1].children.append(
          document.report(.warning, message, at: title, category: "myst.header"))
      }
      while let last = open.last, last.level >= level { closeOne() }
      open.append((level, [title]))
    }
    while open.count > 1 { closeOne() }
    try document.append(open[0].children)
  }
}
