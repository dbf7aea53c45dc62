import DocTree

/// Numbers sections as the tables of contents say, and figures and their like in the order of the pages.
/// (Sphinx: environment.collectors.toctree.)
struct NumberingStep: GlobalStep {
  let priority = 300

  /// How many levels of section numbers stand before the number of a figure. (Sphinx:
  /// numfig_secnum_depth.)
  static let sectionDepth = ConfigKey("numfig_secnum_depth", default: 1, affects: .resolve)

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    let contents = facts.all(ContentsFact.self)
    let sections = sectionNumbers(project, contents, &facts)
    var items: [String: [PageNumbersFact.Item]] = [:]
    var numbers: [String: NumberFact] = [:]
    var counters: [String: Int] = [:]
    let depth = project.configuration[Self.sectionDepth]

    func next(_ kind: String, in section: [Int]) -> [Int] {
      let prefix = Array(section.prefix(max(0, depth)))
      let counter = kind + ":" + prefix.dotted
      counters[counter, default: 0] += 1
      return prefix + [counters[counter, default: 0]]
    }

    /// Whether the pages are below the root.
    var areListed = true

    /// Takes what a page has up to its next table of contents.
    func take(_ item: PageOutline.Item, on page: String, _ current: inout SectionsAround) {
      switch item {
      case .section(let level, let id, let title):
        let number = sections[page]?[id] ?? []
        current.enter(number, level: level)
        guard !number.isEmpty else { return }
        items[page, default: []].append(.init(kind: "section", id: id, number: number))
        numbers["\(page)#\(id)"] = NumberFact(
          kind: "section", number: number, title: title.plain)
      case .numbered(let kind, let id, let title):
        // References to formulas and theorems say nothing but the number.
        guard areListed || kind == EquationNumbers.kind else { return }
        let number = next(kind, in: current.number)
        items[page, default: []].append(.init(kind: kind, id: id, number: number))
        numbers["\(page)#\(id)"] = NumberFact(kind: kind, number: number, title: title)
      case .enumerable(let kind, let ids, let title, let caption):
        let number = next(kind, in: current.number)
        for id in ids {
          items[page, default: []].append(.init(kind: kind, id: id, number: number))
          numbers["\(page)#\(id)"] = NumberFact(
            kind: kind, number: number, title: title, caption: caption)
        }
      case .toctree, .description: break
      }
    }

    var seen: Set<String> = []
    func walk(from root: String) {
      guard seen.insert(root).inserted else { return }
      var open = [(page: root, place: 0, current: SectionsAround([]))]
      // Pages that the table of contents which was met last lists, per open page.
      var waiting: [ArraySlice<String>] = [[]]
      while let last = open.indices.last {
        if let target = waiting[last].popFirst() {
          guard contents[target] != nil, seen.insert(target).inserted else { continue }
          open.append((target, 0, SectionsAround(open[last].current.number)))
          waiting.append([])
          continue
        }
        let page = open[last].page
        guard let outline = contents[page]?.outline, open[last].place < outline.items.count else {
          open.removeLast()
          waiting.removeLast()
          continue
        }
        let item = outline.items[open[last].place]
        open[last].place += 1
        if case .toctree(_, let index) = item {
          waiting[last] = outline.contents[index].entries.map(\.target)[...]
        } else {
          take(item, on: page, &open[last].current)
        }
      }
    }
    walk(from: project.rootName)
    // A page that is in no table of contents counts by itself what is numbered there at all.
    areListed = false
    for page in project.pages where !seen.contains(page.name) {
      counters = [:]
      walk(from: page.name)
    }
    for page in project.pages {
      for (id, first) in contents[page.name]?.outline.otherIDs ?? [:] {
        numbers["\(page.name)#\(id)"] = numbers["\(page.name)#\(first)"]
      }
    }
    facts.add(PageNumbersFact.self, items.mapValues { PageNumbersFact(items: $0) })
    facts.add(NumberFact.self, numbers)
  }

  /// The numbers of sections by page and id.
  private func sectionNumbers(
    _ project: ProjectData, _ contents: [String: ContentsFact], _ facts: inout FactTable
  ) -> [String: [String: [Int]]] {
    var result: [String: [String: [Int]]] = [:]
    var repeated: [SectionNumbering.Repeated] = []
    for page in project.pages {
      guard let outline = contents[page.name]?.outline else { continue }
      for list in outline.contents where list.numbered > 0 {
        var numbering = SectionNumbering(contents: contents, limit: list.numbered)
        numbering.run(list, on: page.name, &result)
        repeated += numbering.repeated
      }
    }
    guard !repeated.isEmpty else { return result }
    let files = Dictionary(project.pages.map { ($0.name, $0.file) }) { first, _ in first }
    for again in repeated {
      guard let file = files[again.lister] else { continue }
      facts.diagnostics.append(
        Diagnostic(
          .warning,
          "\(again.target) is already assigned section numbers (nested numbered toctree?)",
          at: again.position.position(in: file), category: "toc.secnum"))
    }
    return result
  }
}

/// The numbers of the sections around a place. One without a number has that of the one around it, and a
/// page that of where it is listed.
private struct SectionsAround {
  private var numbers: [[Int]]

  init(_ outer: [Int]) { numbers = [outer] }

  /// That of the innermost one.
  var number: [Int] { numbers.last ?? [] }

  /// - Parameter level: from 1.
  mutating func enter(_ own: [Int], level: Int) {
    while numbers.count > level { numbers.removeLast() }
    while numbers.count < level { numbers.append(number) }
    numbers.append(own.isEmpty ? number : own)
  }
}

/// Numbers what one table of contents lists, and what is below that.
private struct SectionNumbering {
  let contents: [String: ContentsFact]
  /// How many levels get numbers.
  let limit: Int
  private(set) var repeated: [Repeated] = []
  private var stack: [Int] = []

  init(contents: [String: ContentsFact], limit: Int) {
    self.contents = contents
    self.limit = limit
  }

  /// A page that had numbers already, and the table of contents that lists it again.
  struct Repeated {
    let target: String
    let lister: String
    let position: PagePosition
  }

  /// What is left to do of a page, and on which level it is.
  private struct Open {
    var page: String
    var place = 0
    var base: Int
    var waiting: ArraySlice<PageOutline.Entry> = []
    var waitingBase = 0
  }

  mutating func run(
    _ list: PageOutline.Contents, on page: String, _ result: inout [String: [String: [Int]]]
  ) {
    for entry in list.entries {
      var open: [Open] = []
      func enter(_ entry: PageOutline.Entry, base: Int, from lister: String) {
        let target = entry.target
        guard contents[target] != nil else { return }
        guard result[target] == nil else {
          repeated.append(Repeated(target: target, lister: lister, position: entry.position))
          return
        }
        result[target] = [:]
        open.append(Open(page: target, base: base))
      }
      enter(entry, base: 0, from: page)
      while let last = open.indices.last {
        if let next = open[last].waiting.popFirst() {
          enter(next, base: open[last].waitingBase, from: open[last].page)
          continue
        }
        let page = open[last].page
        guard let items = contents[page]?.outline.items, open[last].place < items.count else {
          open.removeLast()
          continue
        }
        let item = items[open[last].place]
        open[last].place += 1
        switch item {
        case .section(let depth, let id, _):
          let level = open[last].base + depth
          count(level)
          if level <= limit { result[page, default: [:]][id] = stack }
        case .toctree(let depth, let index):
          // What is deeper has no numbers, and may have them from another table of contents.
          guard open[last].base + depth <= limit else { continue }
          guard let inner = contents[page]?.outline.contents[index] else { continue }
          open[last].waiting = inner.entries[...]
          open[last].waitingBase = open[last].base + depth - 1
        case .numbered, .enumerable, .description: break
        }
      }
    }
  }

  /// The next number of a level.
  private mutating func count(_ level: Int) {
    while stack.count > level { stack.removeLast() }
    while stack.count < level { stack.append(0) }
    stack[level - 1] += 1
  }
}
