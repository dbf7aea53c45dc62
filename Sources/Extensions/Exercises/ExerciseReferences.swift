import DocTree

/// The exercises and solutions of a page that have a label.
struct ExerciseLabels: LabeledItems {
  static let key = "exercises"

  let items: [LabeledItem]

  static func collect(from document: Document, in context: CollectContext) -> ExerciseLabels? {
    let items = document.findAll(ExerciseBlock.self).compactMap { block in
      block.label.map {
        LabeledItem(block, in: document, label: $0, owner: (block as? Solution)?.exercise)
      }
    }
    return items.isEmpty ? nil : ExerciseLabels(items: items)
  }
}

/// An exercise or a solution of the project.
struct ExerciseFact: LabeledFact {
  static let key = "exercise"
  let page: String
  let item: LabeledItem
}

/// Says in the titles of solutions what they solve, turns `ref` and `numref` into links to exercises and
/// solutions, and takes those out that are hidden.
struct ResolveExerciseReferences: Transform {
  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [ExerciseBlock.self, PendingXref.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let project = try context.project
    for solution in document.findAll(Solution.self) {
      try title(solution, project, in: document)
    }
    for xref in document.findAll(PendingXref.self)
    where xref.refdomain == "std" && (xref.reftype == "ref" || xref.reftype == "numref") {
      guard let fact = project.labeled(ExerciseFact.self, xref.reftarget ?? ""),
        let text = text(for: fact.item, xref, project)
      else { continue }
      let number = xref.reftype == "numref" ? NumberReference() : nil
      number?.format = xref.refexplicit == true ? xref.astext() : "Exercise %s"
      let link = project.link(to: fact, as: number ?? Reference())
      link.position = xref.position
      let inner = Inline(children: [Text(text)], position: xref.position)
      inner.classes = ["std", "std-\(xref.reftype ?? "ref")"]
      try link.append(inner)
      try xref.replace(with: link)
    }
    for block in document.findAll(ExerciseBlock.self) where block.hidden { block.detach() }
  }

  private func title(
    _ solution: Solution, _ project: ProjectView, in document: Document
  ) throws {
    let label = solution.exercise ?? ""
    guard let title = solution.firstChild(ofKind: Title.self) else { return }
    guard let fact = project.labeled(ExerciseFact.self, label) else {
      document.report(
        .warning, "undefined label: '\(label)'", at: title, category: "exercise",
        lookup: Diagnostic.Lookup(key: ExerciseFact.key, name: label))
      return try title.append(label)
    }
    let link = project.link(to: fact)
    link.position = title.position
    try link.append(fact.item.title)
    try title.append(link)
  }

  /// What a reference shows; nil for `numref` to what has no number.
  private func text(
    for item: LabeledItem, _ xref: PendingXref, _ project: ProjectView
  ) -> String? {
    let isExplicit = xref.refexplicit == true
    if xref.reftype == "ref" {
      if isExplicit { return xref.astext() }
      if item.number != nil { return item.caption }
      guard let owner = item.owner else { return item.title }
      return item.title + (project.labeled(ExerciseFact.self, owner)?.item.title ?? owner)
    }
    guard let number = item.number else { return nil }
    let format = isExplicit ? xref.astext() : "Exercise %s"
    return format.parts(separatedBy: "%s").joined(separator: number)
      .parts(separatedBy: "{number}").joined(separator: number)
      .parts(separatedBy: "{name}").joined(separator: item.name.isEmpty ? item.caption : item.name)
  }
}

struct ExerciseStep: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) {
    LabelStep.run(ExerciseLabels.self, ExerciseFact.self, project, &facts)
  }
}
