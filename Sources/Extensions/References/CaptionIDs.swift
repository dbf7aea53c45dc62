import DocTree

/// Gives ids to figures, tables and code with a caption, so that they can be numbered and linked to.
/// (Sphinx: transforms.AutoNumbering.)
struct CaptionIDs: Transform {
  let priority = 210
  let kinds: [Node.Type]? = [Figure.self, Table.self, Container.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for element in document.findAll(Self.numbered, where: { $0.ids.isEmpty }) {
      guard Self.isNumbered(element),
        let caption = element.children.first(where: { $0 is Caption || $0 is Title }),
        !caption.astext().isEmpty
      else { continue }
      document.noteImplicitTarget(element)
    }
  }

  private static let numbered: [Element.Type] = [Figure.self, Table.self, Container.self]

  private static func isNumbered(_ element: Element) -> Bool {
    !(element is Container) || element["literal_block"] != nil
  }
}
