import DocTree

/// Makes the terms of definition lists with the class `glossary` terms that can be referred to, as
/// those of the directive are. (MyST: SphinxRenderer.render_dl.)
struct MarkedGlossaries: Transform {
  let phase = Phase.read
  let priority = 40
  let kinds: [Node.Type]? = [DefinitionList.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for list in document.findAll(DefinitionList.self)
    where list.classes.contains("glossary") && !(list.parent is Glossary) {
      for item in list.children {
        for case let term as Term in item.asElement?.children ?? [] where term.ids.isEmpty {
          try GlossaryTerm.enter(term, in: document)
        }
      }
    }
  }
}

enum GlossaryTerm {
  /// Gives a term an id, and a place in the index.
  ///
  /// - Parameter key: the letter that the index has it under; nil for its first.
  static func enter(_ term: Term, key: String? = nil, in document: Document) throws {
    let text = term.astext()
    let id = SphinxID.make("term", (term.untranslated ?? term).astext(), in: document)
    term.ids = [id]
    document.noteExplicitTarget(term, messagesIn: term)
    let index = Index(children: [], position: term.position)
    index.entries = IndexEntries([IndexEntry("single", text, to: id, main: "main", key: key)])
    try term.append(index)
  }
}
