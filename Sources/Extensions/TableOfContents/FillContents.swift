import DocTree

/// Puts a list of headings where a `contents` directive stands. (docutils: transforms.parts.Contents.)
struct FillContents: Transform {
  static let name = "docutils.transforms.parts.Contents"

  let priority = 720
  let kinds: [Node.Type]? = [Pending.self]

  func apply(to document: Document, in context: TransformContext) throws {
    var sections = InnerSections()
    for pending in Array(document.findAll(Pending.self)) where pending.transform == Self.name {
      guard let topic = pending.parent else { continue }
      let isLocal = pending.details.contains("local: None")
      let start = isLocal ? Self.section(around: topic) ?? document : document
      let depth =
        pending.details.first { $0.hasPrefix("depth: ") }.flatMap { Int($0.dropFirst(7)) } ?? .max
      let backlinks =
        pending.details.first { $0.hasPrefix("backlinks: ") }?.dropFirst(11) ?? "'entry'"
      let place = isLocal ? start.ids.first : topic.ids.first

      let list = try Self.list(of: start, depth: depth, &sections) { title, reference in
        let id = document.setID(for: reference, suggestedPrefix: "toc-entry")
        switch backlinks {
        case "'entry'": title.refid = id
        case "'top'": title.refid = place
        default: break
        }
      }
      if let list { try topic.replace(pending, with: list) } else { topic.detach() }
    }
  }

  private static func section(around node: Node) -> Element? {
    var current = node.parent
    while let element = current {
      if element is Section || element is Document { return element }
      current = element.parent
    }
    return nil
  }

  /// - Parameters:
  ///   - depth: how many levels of headings are listed.
  ///   - link: told each heading and the link to it.
  private static func list(
    of root: Element, depth: Int, _ known: inout InnerSections, link: (Title, Reference) -> Void
  ) throws -> BulletList? {
    var open: [(sections: [Section], next: Int, list: BulletList)] = []
    func push(_ element: Element) -> BulletList? {
      let sections = open.count < depth ? known.sections(of: element) : []
      guard !sections.isEmpty else { return nil }
      let list = BulletList()
      open.append((sections, 0, list))
      return list
    }
    let result = push(root)
    while let last = open.indices.last {
      guard open[last].next < open[last].sections.count else {
        open.removeLast()
        continue
      }
      let section = open[last].sections[open[last].next]
      open[last].next += 1
      guard let title = section.children.first as? Title, let id = section.ids.first else {
        continue
      }
      let reference = Reference(children: try entryText(of: title))
      reference.refid = id
      link(title, reference)
      let item = ListItem(Paragraph(reference))
      try open[last].list.append(item.shown(where: section.condition))
      if let inner = push(section) { try item.append(inner) }
    }
    return result
  }

  /// The sections right in others, and in conditions there. They are looked for once, as there may be
  /// many tables of contents in one section.
  private struct InnerSections {
    private var known: [ObjectIdentifier: [Section]] = [:]

    mutating func sections(of element: Element) -> [Section] {
      if let sections = known[ObjectIdentifier(element)] { return sections }
      let sections = element.innerSections
      known[ObjectIdentifier(element)] = sections
      return sections
    }
  }

  /// A heading's content without what may not stand in a link, or stand twice.
  /// (docutils: transforms.parts.ContentsFilter.)
  private static func entryText(of title: Title) throws -> [Node] {
    let copy = Title(children: title.children.map { $0.deepCopy() })
    for node in Array(copy.findAll()) {
      switch node {
      case is FootnoteReference, is CitationReference: node.detach()
      case let image as Image: try image.parent?.replace(image, with: image.alt ?? "")
      case is Reference, is PendingXref, is Target, is Problematic:
        if let element = node.asElement {
          try element.parent?.replace(element, with: element.removeChildren())
        }
      case let element as Element: element.ids = []
      default: break
      }
    }
    return copy.removeChildren()
  }
}
