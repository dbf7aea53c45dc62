public import DocTree

/// Gives headings an anchor made of their text, down to the level that is configured.
/// What the reader has told apart, such as the text of roles, is no part of it.
/// (MyST: myst_heading_anchors.)
public struct HeadingAnchors: Transform {
  public let phase = Phase.read
  public let priority = 120

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let levels = context.configuration[HeadingSlug.anchorLevels]
    guard levels > 0 else { return }
    var visitor = Visitor(levels: levels, style: context.configuration[HeadingSlug.key])
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    let levels: Int
    let style: HeadingSlug
    var known: Set<String> = []
    var numbers: [String: Int] = [:]

    init(levels: Int, style: HeadingSlug) {
      self.levels = levels
      self.style = style
    }

    mutating func visit(_ node: Node) -> VisitAction {
      guard let element = node.asElement else { return .skipChildren }
      if let section = element as? Section, let title = section.children.first as? Title {
        if let level = section.level ?? title.level, level <= levels { note(section, title) }
        return .continue
      }
      if let rubric = element as? Rubric, let level = rubric.level, level <= levels {
        note(rubric, rubric)
      }
      return element is TextElement ? .skipChildren : .continue
    }

    private mutating func note(_ element: Element, _ heading: Element) {
      let base = style.slug(
        of: heading.anchorText ?? (heading.untranslated ?? heading).cleanText())
      guard !base.isEmpty else { return }
      let slug = HeadingSlug.unique(
        base, among: known, from: &numbers[base, default: 1])
      known.insert(slug)
      element["slug"] = .string(slug)
    }
  }
}

/// Makes ids of the anchors of headings, where no other element has that id. It comes after all that
/// gives ids, so as to take none away. (MyST: AddSlugIds.)
struct AnchorIDs: Transform {
  let priority = 700
  let kinds: [Node.Type]? = [Section.self, Rubric.self, Document.self]

  /// Whether it is done at all. (MyST: myst_heading_anchors_html_ids.)
  static let isWanted = ConfigKey(
    "myst.heading_anchors_html_ids", default: true, affects: .local)

  func isEnabled(in configuration: Configuration) -> Bool {
    configuration[HeadingSlug.anchorLevels] > 0 && configuration[Self.isWanted]
  }

  func apply(to document: Document, in context: TransformContext) throws {
    for element in [document] + document.findAll(Element.self) {
      guard let slug = element["slug"]?.text, !slug.contains(where: \.isWhitespace),
        document.element(withID: slug) == nil
      else { continue }
      element.ids.append(slug)
      document.setID(for: element)
    }
  }
}
