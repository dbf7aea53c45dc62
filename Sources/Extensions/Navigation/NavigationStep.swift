import DocTree

/// Puts the pages in the order of the tables of contents, and says which are in none, and which in more
/// than one.
struct NavigationStep: GlobalStep {
  let priority = 200

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    var patterns = PagePatterns(project.pages.map(\.name))
    var contents: [String: ContentsFact] = [:]
    contents.reserveCapacity(project.pages.count)
    for page in project.pages {
      var outline = page.values[PageOutline.self] ?? PageOutline()
      for index in outline.contents.indices {
        let item = outline.contents[index]
        let expansion = item.expanded(on: page.name, among: &patterns)
        outline.contents[index].entries = expansion.entries.map { entry in
          // The index of Python's modules has two names. (Sphinx: StandardDomain._virtual_doc_names.)
          guard entry.target == "modindex", project.page(named: entry.target) == nil else {
            return entry
          }
          var entry = entry
          entry.target = "py-modindex"
          return entry
        }
        if item.isGlob, patterns.isExhausted, expansion.entries.isEmpty {
          facts.diagnostics.append(
            Diagnostic(
              .warning,
              "the patterns of toctrees are compared with pages more than \(patterns.limit) times; "
                + "this toctree is left out",
              at: item.position.position(in: page.file), category: "toc.too_many"))
          continue
        }
        for entry in expansion.repeated where project.page(named: entry.target) != nil {
          facts.diagnostics.append(
            Diagnostic(
              .warning, "duplicated entry found in toctree: \(entry.target)",
              at: entry.position.position(in: page.file), category: "toc.duplicate_entry"))
        }
        for entry in expansion.empty {
          facts.diagnostics.append(
            Diagnostic(
              .warning, "toctree glob pattern '\(entry.target)' didn't match any documents",
              at: entry.position.position(in: page.file), category: "toc.empty_glob"))
        }
      }
      contents[page.name] = ContentsFact(outline: outline)
    }
    facts.add(ContentsFact.self, contents)

    let order = PageOrder(project, contents)
    report(order, project, contents, &facts)
    facts.add(NavigationFact.self, navigation(order, project, contents))
  }

  private func report(
    _ order: PageOrder, _ project: ProjectData, _ contents: [String: ContentsFact],
    _ facts: inout FactTable
  ) {
    // A folder of loose pages has no table of contents that they could be missing from.
    let hasContents = project.pages.contains {
      !($0.values[PageOutline.self]?.contents.isEmpty ?? true)
    }
    if project.configuration.isSet("root_doc"), project.page(named: project.rootName) == nil {
      facts.diagnostics.append(.missingRoot(project.rootName))
    }
    let included = Set(project.pages.flatMap { $0.values[PageOutline.self]?.included ?? [] })
    for page in project.pages {
      let place = SourcePosition(file: page.file, line: 0)
      let parents = order.allParents[page.name] ?? []
      if parents.count > 1, let parent = order.parents[page.name] {
        // Where each page lists all others, the lists would be longer than the pages.
        let list =
          parents.prefix(PageOrder.reportLimit).map { "'\($0)'" }.joined(separator: ", ")
          + (parents.count > PageOrder.reportLimit
            ? ", and \(parents.count - PageOrder.reportLimit) more" : "")
        facts.diagnostics.append(
          Diagnostic(
            .warning,
            "document is referenced in multiple toctrees: [\(list)], selecting: \(parent) <- "
              + page.name, at: place, category: "toc.multiple_toc_parents"))
      }
      if hasContents, parents.isEmpty, page.name != project.rootName,
        !(page.values[PageOutline.self]?.isOrphan ?? false), !included.contains(page.file.name)
      {
        facts.diagnostics.append(
          Diagnostic(
            .warning, "document isn't included in any toctree", at: place,
            category: "toc.not_included"))
      }
    }
    for (page, chain) in order.circles {
      guard let file = project.page(named: page)?.file else { continue }
      let names =
        chain.count > PageOrder.reportLimit
        ? chain.prefix(PageOrder.reportLimit / 2) + ["…"] + chain.suffix(PageOrder.reportLimit / 2)
        : chain[...]
      facts.diagnostics.append(
        Diagnostic(
          .warning,
          "circular toctree references detected, ignoring: " + names.joined(separator: " <- "),
          at: SourcePosition(file: file, line: 0), category: "toc.circular"))
    }
    if order.circleCount > order.circles.count {
      facts.diagnostics.append(
        Diagnostic(
          .warning,
          "there are \(order.circleCount - order.circles.count) more circular toctree references",
          at: SourcePosition(
            file: project.page(named: project.rootName)?.file ?? .unknown, line: 0),
          category: "toc.circular"))
    }
  }

  private func navigation(
    _ order: PageOrder, _ project: ProjectData, _ contents: [String: ContentsFact]
  ) -> [String: NavigationFact] {
    func link(_ name: String) -> NavigationFact.Link {
      NavigationFact.Link(
        page: name,
        title: contents[name].map {
          $0.outline.title.isEmpty ? Document.noTitle : $0.outline.title.plain
        } ?? name)
    }
    var result: [String: NavigationFact] = [:]
    result.reserveCapacity(order.names.count)
    for (index, name) in order.names.enumerated() {
      var fact = NavigationFact()
      var parent = order.parents[name]
      while let current = parent, fact.parents.count < 100 {
        fact.parents.append(link(current))
        parent = order.parents[current]
      }
      fact.parents.reverse()
      if index > 0 { fact.previous = link(order.names[index - 1]) }
      if index + 1 < order.names.count { fact.next = link(order.names[index + 1]) }
      result[name] = fact
    }
    return result
  }
}
