import DocTree

/// Marks references to footnotes that are not there. (docutils: references.DanglingReferences.)
struct FindMissingFootnotes: Transform {
  let priority = 850
  let kinds: [Node.Type]? = [FootnoteReference.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let missing = document.findAll(FootnoteReference.self) { $0.refid == nil && $0.refname != nil }
    guard !missing.isEmpty else { return }
    let labels = document.findAll(Footnote.self).flatMap(\.names).sorted()
    // A page of nothing but mistakes must not take quadratic time.
    let canSearch = labels.count <= 1_000_000 / missing.count
    for reference in missing {
      let label = reference.refname ?? ""
      let hint =
        canSearch
        ? nearestName(to: label, among: labels).map { " Did you mean \"\($0)\"?" } : nil
      let message = document.report(
        .error, "Unknown target name: \"\(label)\".\(hint ?? "")", at: reference)
      document.looseMessages.append(message)
      let problem = Problematic(
        children: [Text("[^\(label)]", position: reference.position)],
        position: reference.position)
      problem.refid = document.setID(for: message)
      problem.ids = reference.ids
      reference.ids = []
      try reference.replace(with: problem)
      message.backrefs.append(document.setID(for: problem))
    }
  }
}
