import DocTree

/// Sorts the modules of all pages.
struct ModuleIndexStep: GlobalStep {
  /// Behind the order of the pages, which the index is not part of.
  let priority = 250

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    let page = ModuleIndexPage.pageName
    guard project.page(named: page) == nil else { return }
    // Of those with one name the last counts, as in Sphinx.
    var modules: [String: (page: String, item: ModuleData.Item)] = [:]
    for page in project.pages {
      for item in page.values[ModuleData.self]?.items ?? [] {
        modules[item.entry.name] = (page.name, item)
      }
    }
    guard !modules.isEmpty else { return }
    let words = Words(project.configuration)
    facts.add(
      ModuleIndexFact.self,
      [page: Self.sorted(modules, project.configuration[ModuleIndex.commonPrefixes])])
    let title = words["Python Module Index"]
    facts.add(
      LabelFact.self,
      [
        page: LabelFact(page: page, id: "", title: title),
        "modindex": LabelFact(page: page, id: "", title: words["Module Index"]),
      ])
    facts.add(DocumentFact.self, [page: DocumentFact(title: title)])
    var outline = PageOutline()
    outline.title = InlineText(title)
    facts.add(ContentsFact.self, [page: ContentsFact(outline: outline)])
  }

  private static func sorted(
    _ modules: [String: (page: String, item: ModuleData.Item)], _ prefixes: [String]
  ) -> ModuleIndexFact {
    let prefixes = prefixes.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    var groups: [String: [ModuleIndexFact.Line]] = [:]
    var previous = ""
    for (name, module) in modules.sorted(by: {
      ($0.key.lowercased(), $0.key) < ($1.key.lowercased(), $1.key)
    }) {
      // The name without its prefix, unless there is nothing else.
      let prefix = prefixes.first { name.hasPrefix($0) && name != $0 } ?? ""
      let rest = name.dropFirst(prefix.count)
      guard let letter = rest.first.map({ String($0).lowercased() }) else { continue }
      let package = String(rest.prefix { $0 != "." })
      let isPart = package != rest
      if isPart, previous != package, !previous.hasPrefix(package + ".") {
        groups[letter, default: []].append(
          .init(entry: ModuleEntry(domain: "py", name: prefix + package), isPart: false))
      }
      groups[letter, default: []].append(
        .init(entry: module.item.entry, page: module.page, id: module.item.id, isPart: isPart))
      previous = String(rest)
    }
    var fact = ModuleIndexFact()
    fact.groups = groups.sorted { $0.key < $1.key }.map { .init(letter: $0.key, lines: $0.value) }
    return fact
  }
}

/// The page with the index.
struct ModuleIndexPage: GeneratedPage {
  static let pageName = "py-modindex"
  var name: String { Self.pageName }

  func document(in project: ProjectView, _ context: CollectContext) throws -> Document? {
    guard project.builder.format == "html",
      let index = project.fact(ModuleIndexFact.self, name)
    else { return nil }
    let words = Words(project.configuration)
    let section = Section(Title(words["Python Module Index"]))
    section.ids = ["python-module-index"]
    for group in index.groups {
      let list = BulletList()
      for line in group.lines {
        let item = ListItem(try text(line, project, words))
        guard line.isPart, let parent = list.children.last?.asElement else {
          try list.append(item)
          continue
        }
        if parent.children.count < 2 { try parent.append(BulletList()) }
        try parent.children.last?.asElement?.append(item)
      }
      let part = Section(Title(group.letter), list)
      part.ids = ["cap-\(group.letter)"]
      try section.append(part)
    }
    return Document(section)
  }

  /// The name as a link, the platforms, and what the module is for.
  private func text(
    _ line: ModuleIndexFact.Line, _ project: ProjectView, _ words: Words
  ) throws -> Element {
    let text = CompactParagraph()
    let name = Literal(line.entry.name)
    if let page = line.page {
      let reference = Reference(name)
      reference["internal"] = .flag(true)
      reference.refuri = project.address(ofPage: page, id: line.id)
      try text.append(reference)
    } else {
      try text.append(name)
    }
    if !line.entry.platform.isEmpty {
      try text.append(" ")
      try text.append(Emphasis("(\(line.entry.platform))"))
    }
    if line.entry.isDeprecated {
      try text.append(" ")
      try text.append(Strong(words["Deprecated"]))
    }
    if !line.entry.synopsis.isEmpty { try text.append(" " + line.entry.synopsis) }
    return text
  }
}
