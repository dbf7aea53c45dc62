import DocTree

/// The statements of a page that have a label.
struct ProofLabels: LabeledItems {
  static let key = "proofs"

  let items: [LabeledItem]

  static func collect(from document: Document, in context: CollectContext) -> ProofLabels? {
    let items = document.findAll(Statement.self).compactMap { statement in
      statement.label.map { LabeledItem(statement, in: document, label: $0) }
    }
    return items.isEmpty ? nil : ProofLabels(items: items)
  }
}

/// A statement of the project.
struct ProofFact: LabeledFact {
  static let key = "proof"
  let page: String
  let item: LabeledItem
}

/// Turns `prf:ref` into links to statements.
struct ResolveProofReferences: Transform {
  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [PendingXref.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for xref in document.findAll(PendingXref.self) where xref.refdomain == "prf" {
      let label = xref.reftarget ?? ""
      let project = try context.project
      guard let fact = project.labeled(ProofFact.self, label) else {
        document.report(
          .warning, "undefined label: '\(label)'", at: xref, category: "ref.prf",
          lookup: Diagnostic.Lookup(key: ProofFact.key, name: label))
        try xref.replace(with: xref.removeChildren())
        continue
      }
      let link = project.link(to: fact)
      link.position = xref.position
      try link.append(xref.refexplicit == true ? xref.astext() : fact.item.caption)
      try xref.replace(with: link)
    }
  }
}

struct ProofStep: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) {
    LabelStep.run(ProofLabels.self, ProofFact.self, project, &facts)
  }
}
