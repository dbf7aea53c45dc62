import DocTree

/// Gives ids to figures, tables and listings with a caption that have none, as what is numbered needs
/// one. (Sphinx: transforms.AutoNumbering.)
struct AutoNumbering: Transform {
  let priority = 210
  let kinds: [Node.Type]? = [Figure.self, Table.self, Container.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for element in document.findAll(Element.self) where PageOutline.isNumbered(element) {
      guard element.ids.isEmpty, TargetTitle.of(element) != nil else { continue }
      document.noteImplicitTarget(element)
    }
  }
}
