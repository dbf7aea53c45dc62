/// Makes sections of the titles among a document's children: each takes what follows it, up to the
/// next title of its level or a higher one. (MyST: the renderer's heading tokens.)
public struct SectionNesting: Transform {
  public let phase = Phase.read
  public let priority = 100

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    guard document.children.contains(where: { ($0.asElement as? Title)?.level != nil }) else {
      return
    }
    // What each open section has so far; the first entry is the document.
    var open: [(section: Section?, level: Int, children: [Node])] = [(nil, 0, [])]

    func closeOne() throws {
      let (section, _, children) = open.removeLast()
      guard let section else { return }
      try section.append(children)
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
      while let last = open.last, last.level >= level { try closeOne() }
      let section = Section()
      section.level = level
      section.position = title.position
      open.append((section, level, [title]))
    }
    while open.count > 1 { try closeOne() }
    try document.append(open[0].children)
  }
}
