import DocTree

/// Puts lists of links where tables of contents stand. (Sphinx: environment.adapters.toctree.)
struct FillToctrees: Transform {
  let phase = Phase.resolve
  let priority = 100
  let kinds: [Node.Type]? = [Toctree.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let project = try context.project
    let own = project.fact(ContentsFact.self, project.page)
    for (index, toctree) in document.findAll(Toctree.self).enumerated() {
      var contents = PageOutline.Contents(toctree, in: document)
      if let own, own.outline.contents.indices.contains(index) {
        contents.entries = own.outline.contents[index].entries
      }
      report(contents, project, document)
      if contents.isHidden {
        toctree.detach()
        continue
      }
      var filler = ToctreeFiller(contents: contents, project: project)
      filler.run()
      let list = try filler.list()
      let holder = CompactParagraph(children: [], position: toctree.position)
      holder["toctree"] = .flag(true)
      if let caption = toctree.caption { try holder.append(Title(caption)) }
      if let list { try holder.append(list) }
      if holder.children.isEmpty { toctree.detach() } else { try toctree.replace(with: holder) }
    }
  }

  private func report(
    _ contents: PageOutline.Contents, _ project: ProjectView, _ document: Document
  ) {
    // Outside a project there are no other documents.
    guard !project.page.isEmpty else { return }
    for entry in contents.entries
    where entry.target != "self" && !entry.target.isAddress
      && project.fact(DocumentFact.self, entry.target) == nil
    {
      document.report(
        .warning, "toctree contains reference to nonexisting document '\(entry.target)'",
        position: entry.position.position(in: document.position.file),
        category: "toc.not_readable",
        lookup: Diagnostic.Lookup(key: DocumentFact.key, name: entry.target))
    }
  }
}
