/// Makes the title of a document's only section that of the document, and the title of that one's
/// only section the subtitle. Only docutils' dialect of a tree wants this.
///
/// What may stand before the bibliographic fields may stand before the section.
/// (docutils: frontmatter.DocTitle.)
public struct DocTitle: Transform {
  /// Whether it is done at all. (docutils: doctitle_xform.)
  public static let isWanted = ConfigKey("doctitle_xform", default: true, affects: .local)

  public let priority = 320

  public init() {}

  public func isEnabled(in configuration: Configuration) -> Bool { configuration[Self.isWanted] }

  public func apply(to document: Document, in context: TransformContext) throws {
    if try document.promoteTitle() { try document.promoteSubtitle(in: document) }
    if document.title == nil, let title = document.children.first as? Title {
      document.title = title.astext()
    }
  }
}

/// Makes the title of a section's only section the subtitle of the outer one. docutils does this
/// only on request.
/// (docutils: frontmatter.SectionSubTitle.)
public struct SectionSubTitle: Transform {
  public let priority = 350

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    for section in document.findAll(Section.self) { try document.promoteSubtitle(in: section) }
  }
}

extension Document {
  /// - Returns: whether there was a section to promote.
  fileprivate final func promoteTitle() throws -> Bool {
    guard !(children.first is Title), let section = onlySection() else { return false }
    mergeAttributes(of: section, .concatenating, includingSource: true)
    for id in section.ids { nameTable.register(id, for: self) }
    let before = removeChildren().dropLast()
    let content = section.removeChildren()
    try append(Array(content[..<1] + before + content[1...]))
    return true
  }

  fileprivate final func promoteSubtitle(in element: Element) throws {
    guard let section = element.onlySection(), let title = section.children.first as? Title else {
      return
    }
    let subtitle = Subtitle(children: title.removeChildren())
    subtitle.level = title.level
    subtitle.position = title.position
    subtitle.mergeAttributes(of: section, .concatenating, includingSource: true)
    for id in section.ids { nameTable.register(id, for: subtitle) }
    let before = element.removeChildren().dropLast()
    let content = section.removeChildren()
    try element.append(Array(before.prefix(1)) + [subtitle], Array(before.dropFirst()))
    try element.append(Array(content.dropFirst()))
  }
}

extension Element {
  /// The last child, if it is a section that begins with a title and nothing but what may stand
  /// before bibliographic fields comes before it.
  fileprivate final func onlySection() -> Section? {
    guard let section = children.last as? Section, section.children.first is Title,
      firstChildIndex(notIn: .preBibliographic) == children.count - 1
    else { return nil }
    return section
  }
}
