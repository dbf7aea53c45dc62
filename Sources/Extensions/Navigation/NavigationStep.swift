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
      for index in outline.contents.indices where outline.contents[index].isGlob {
        let item = outline.contents[index]
        let (entries, empty) = item.expanded(on: page.name, among: &patterns)
        outline.contents[index].entries = entries
        if patterns.isExhausted, entries.isEmpty {
          facts.diagnostics.append(
            Diagnostic(
              .warning,
              "the patterns of toctrees are compared with pages more than \(patterns.limit) times; "
                + "this toctree is left out",
              at: item.position.position(in: page.file), category: "toc.too_many"))
          continue
        }
        for entry in empty {
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
        !(page.values[PageOutline.self]?.isOrphan ?? false)
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
        page: name, title: contents[name]?.outline.title.plain ?? name)
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

/// Finds the pages that are like patterns.
struct PagePatterns {
  /// How many comparisons there are before it is too much.
  let limit: Int
  private var count = 0
  private(set) var isExhausted = false
  private let names: [String]
  /// Their places in the order of their bytes.
  private let sorted: [Int]

  /// - Parameter names: in the order in which they are found.
  init(_ names: [String]) {
    self.names = names
    sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    limit = 100_000 + 100 * names.count
  }

  /// - Returns: nil if there were too many comparisons.
  mutating func pages(like pattern: String) -> [String]? {
    let glob = Glob(pattern)
    // Only those that begin as the pattern does are compared.
    let prefix = pattern.utf8.prefix { !"*?[".utf8.contains($0) }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if names[sorted[middle]].utf8.lexicographicallyPrecedes(prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    for place in sorted[low...] {
      guard names[place].utf8.starts(with: prefix) else { break }
      count += 1
      guard count <= limit else {
        isExhausted = true
        return nil
      }
      if glob.matchesWhole(names[place].utf8) { found.append(place) }
    }
    return found.sorted().map { names[$0] }
  }
}

/// The pages of a project in pre-order of its tables of contents.
struct PageOrder {
  /// From the root on. Pages that are in no table of contents are not among them.
  private(set) var names: [String] = []
  /// The page whose table of contents lists a page first.
  private(set) var parents: [String: String] = [:]
  /// All pages that list a page, sorted.
  private(set) var allParents: [String: [String]] = [:]
  /// Pages that list one that they are below, with the pages between: the first of them.
  private(set) var circles: [(page: String, chain: [String])] = []
  /// How many of them there are.
  private(set) var circleCount = 0

  /// How many are reported, and how many pages of one: where each page lists all others, there would be
  /// no end of it.
  static let reportLimit = 100

  init(_ project: ProjectData, _ contents: [String: ContentsFact]) {
    let root = project.rootName
    for page in project.pages {
      for target in Self.targets(of: page.name, contents) where contents[target] != nil {
        if allParents[target]?.last != page.name {
          allParents[target, default: []].append(page.name)
        }
      }
    }
    guard contents[root] != nil else { return }
    var seen: Set<String> = [root]
    names = [root]
    var openPages: Set<String> = [root]
    var open = [(page: root, targets: Self.targets(of: root, contents)[...])]
    while let last = open.indices.last {
      guard let target = open[last].targets.popFirst() else {
        openPages.remove(open.removeLast().page)
        continue
      }
      guard contents[target] != nil else { continue }
      guard seen.insert(target).inserted else {
        guard openPages.contains(target) else { continue }
        circleCount += 1
        if circles.count < Self.reportLimit,
          let first = open.firstIndex(where: { $0.page == target })
        {
          circles.append(
            (open[last].page, [target] + open[first...].reversed().map(\.page)))
        }
        continue
      }
      names.append(target)
      parents[target] = open[last].page
      openPages.insert(target)
      open.append((target, Self.targets(of: target, contents)[...]))
    }
  }

  private static func targets(of page: String, _ contents: [String: ContentsFact]) -> [String] {
    guard let outline = contents[page]?.outline else { return [] }
    return outline.contents.flatMap { $0.entries.map(\.target) }
      .filter { $0 != "self" && !$0.isAddress && $0 != page }
  }
}
