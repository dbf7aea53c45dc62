import DocTree

/// One work of a citation, with what stands before and behind it: `{see}knuth84{p. 3}`.
struct CitedKey {
  let key: String
  var before = ""
  var behind = ""

  static func list(_ target: String) -> [CitedKey] {
    TeXText.split(target[...]) { $0 == "," }.map { item in
      var text = item.trimmed[...]
      var before = ""
      var behind = ""
      if text.first == "{", let end = text.firstIndex(of: "}") {
        before = String(text[text.index(after: text.startIndex)..<end])
        text = text[text.index(after: end)...]
      }
      if text.last == "}", let start = text.lastIndex(of: "{") {
        behind = String(text[text.index(after: start)...].dropLast())
        text = text[..<start]
      }
      return CitedKey(key: text.trimmed, before: before, behind: behind)
    }
  }
}

/// Makes the lists of works that are cited, and links to their entries.
struct ResolveCitations: Transform {
  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [Bibliography.self, PendingXref.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let references = document.findAll(PendingXref.self).filter { $0.refdomain == "cite" }
    let lists = document.findAll(Bibliography.self)
    guard !references.isEmpty || !lists.isEmpty else { return }
    let project = try context.project
    // The entries on this page, which link back to where they are cited.
    var citations: [String: Citation] = [:]
    for (index, list) in lists.enumerated() {
      let fact = project.fact(BibliographyFact.self, "\(project.page)#\(index)")
      try fill(list, fact?.entries ?? [], &citations, in: document)
    }
    let format = CitationFormat(
      style: context.configuration[Citations.referenceStyle], project: project)
    for xref in references {
      let keys = CitedKey.list(xref.reftarget ?? "")
      for key in keys where project.fact(WorkFact.self, key.key) == nil {
        document.report(
          .warning, "could not find bibtex key '\(key.key)'", at: xref,
          category: "bibtex.key_not_found",
          lookup: Diagnostic.Lookup(key: DescribedWorkFact.key, name: key.key))
      }
      let citation = try format.make(xref.reftype ?? "p", keys, at: xref.position)
      try xref.replace(with: citation)
      let id = document.setID(for: citation)
      for key in keys { citations[key.key]?.backrefs.append(id) }
    }
  }

  /// Replaces a bibliography by the entries of the works that it lists.
  private func fill(
    _ list: Bibliography, _ entries: [BibliographyFact.Entry],
    _ citations: inout [String: Citation], in document: Document
  ) throws {
    let described = list.removeChildren().compactMap { $0 as? BibliographyEntry }
    let byKey = Dictionary(described.map { (list.keyPrefix + $0.key, $0) }) { first, _ in first }
    var nodes: [Node] = []
    for entry in entries {
      guard let work = byKey[entry.key] else { continue }
      let citation = Citation(
        children: [Label(text: entry.label)] + work.removeChildren(), position: work.position)
      if !document.nameTable.contains(id: entry.id) { citation.ids = [entry.id] }
      document.setID(for: citation)
      nodes.append(citation)
      if citations[entry.key] == nil { citations[entry.key] = citation }
    }
    try list.replace(with: shown(nodes, list))
  }

  /// The entries as citations, or as the items of a list.
  private func shown(_ citations: [Node], _ list: Bibliography) -> [Node] {
    guard let sort = list.list, sort != "citation" else { return citations }
    let items = citations.compactMap { $0 as? Citation }.map { citation in
      let item = ListItem(children: citation.removeChildren().filter { !($0 is Label) })
      item.ids = citation.ids
      return item
    }
    if sort == "bullet" {
      let bullets = BulletList(children: items, position: list.position)
      bullets.bullet = "-"
      bullets.isTight = true
      return items.isEmpty ? [] : [bullets]
    }
    let numbers = EnumeratedList(children: items, position: list.position)
    numbers.isTight = true
    if let type = list.enumerationType { numbers.enumtype = type }
    if list.start != 1 { numbers.start = list.start }
    return items.isEmpty ? [] : [numbers]
  }
}
