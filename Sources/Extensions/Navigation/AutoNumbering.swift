import DocTree

/// Gives ids to figures, tables and listings with a caption that have none, as what is numbered needs
/// one. (Sphinx: transforms.AutoNumbering.)
struct AutoNumbering: Transform {
  let priority = 210
  let kinds: [Node.Type]? = PageOutline.numbered

  func apply(to document: Document, in context: TransformContext) throws {
    for element in document.findAll(PageOutline.numbered, where: { $0.ids.isEmpty }) {
      guard PageOutline.isNumbered(element), TargetTitle.of(element) != nil else { continue }
      document.noteImplicitTarget(element)
    }
  }
}
