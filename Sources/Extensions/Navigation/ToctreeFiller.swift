import DocTree

/// Finds the lines of a table of contents.
struct ToctreeFiller {
  let contents: PageOutline.Contents
  let project: ProjectView
  private var lines: [Line] = []
  /// The pages that are open, those that were, and how often one was opened that had been.
  private var openPages: Set<String> = []
  private var seenPages: Set<String> = []
  private var repetitions = 0

  /// How many levels are shown where nobody says how many: what is deeper cannot be read.
  private static let depthLimit = 100
  /// How many pages are shown again, with all that is below them. Where each page lists all others, there
  /// would be no end of it.
  private static let repetitionLimit = 1000

  init(contents: PageOutline.Contents, project: ProjectView) {
    self.contents = contents
    self.project = project
  }

  struct Line {
    let level: Int
    let text: InlineText
    let address: String
    let anchor: String
    let isInternal: Bool
    let number: [Int]
    /// Which outputs show it; nil for all.
    let condition: String?
    /// Whether it names something that is described.
    let isDescription: Bool
  }

  /// What is left to do of a list of entries, or of a page.
  private enum Open {
    case entries(ArraySlice<PageOutline.Entry>, page: String, level: Int)
    case page(String, PageOutline, place: Int, base: Int, title: String?)
  }

  mutating func run() {
    var open: [Open] = [.entries(contents.entries[...], page: project.page, level: 1)]
    while let last = open.popLast() {
      switch last {
      case .entries(var rest, let page, let level):
        guard let entry = rest.popFirst() else { continue }
        open.append(.entries(rest, page: page, level: level))
        if let inner = enter(entry, on: page, level) { open.append(inner) }
      case .page(let name, let outline, let place, let base, let title):
        guard place < outline.items.count else {
          openPages.remove(name)
          continue
        }
        open.append(.page(name, outline, place: place + 1, base: base, title: title))
        if let entries = take(outline.items[place], name, outline, base, title, place == 0) {
          open.append(entries)
        }
      }
    }
  }

  /// - Parameter page: the one whose table of contents it is.
  private mutating func enter(_ entry: PageOutline.Entry, on page: String, _ level: Int) -> Open? {
    if entry.target.isAddress || entry.target.hasPrefix("mailto:") {
      add(level, InlineText(entry.title ?? entry.target), entry.target, "", isInternal: false, [])
      return nil
    }
    if entry.target == "self" {
      let title = entry.title ?? project.fact(DocumentFact.self, page)?.title ?? ""
      add(level, InlineText(title), project.address(ofPage: page), "", isInternal: true, [])
      return nil
    }
    let isRepeated = seenPages.contains(entry.target)
    if entry.target == project.page || openPages.contains(entry.target)
      || isRepeated && repetitions == Self.repetitionLimit
    {
      return nil
    }
    guard let outline = project.fact(ContentsFact.self, entry.target)?.outline else { return nil }
    if isRepeated { repetitions += 1 } else { seenPages.insert(entry.target) }
    openPages.insert(entry.target)
    guard
      case .section? = outline.items.first(where: { if case .section = $0 { true } else { false } })
    else {
      // A page without a heading shows by its name.
      add(
        level,
        InlineText(entry.title ?? (outline.title.isEmpty ? entry.target : outline.title.plain)),
        project.address(ofPage: entry.target), "", isInternal: true, [])
      return .page(entry.target, outline, place: 0, base: level - 1, title: nil)
    }
    return .page(entry.target, outline, place: 0, base: level - 1, title: entry.title)
  }

  /// - Returns: the entries of a table of contents on the page.
  private mutating func take(
    _ item: PageOutline.Item, _ page: String, _ outline: PageOutline, _ base: Int, _ title: String?,
    _ isFirst: Bool
  ) -> Open? {
    switch item {
    case .section(let depth, let id, let text):
      let level = base + depth
      let isTop = outline.firstSection == id
      guard isShown(level), !contents.titlesOnly || isTop || depth == 1 else { return nil }
      let number =
        project.fact(PageNumbersFact.self, page)?.items.first {
          $0.kind == "section" && $0.id == id
        }?.number ?? []
      add(
        level, isTop ? title.map { InlineText($0) } ?? text : text,
        project.address(ofPage: page, id: isTop ? nil : id), isTop ? "" : "#" + id,
        isInternal: true, number, outline.conditions[id])
    case .toctree(let depth, let index):
      let inner = outline.contents[index]
      let level = contents.titlesOnly ? base + 2 : base + depth
      if inner.isHidden, !contents.includesHidden { return nil }
      if isShown(level) { return .entries(inner.entries[...], page: page, level: level) }
    case .description(let depth, let id, let name):
      guard isShown(base + depth), !contents.titlesOnly else { return nil }
      add(
        base + depth, InlineText(code: name), project.address(ofPage: page, id: id), "#" + id,
        isInternal: true, [], isDescription: true)
    case .numbered, .enumerable: break
    }
    return nil
  }

  private func isShown(_ level: Int) -> Bool {
    level <= (contents.maxDepth > 0 ? contents.maxDepth : Self.depthLimit)
  }

  private mutating func add(
    _ level: Int, _ text: InlineText, _ address: String, _ anchor: String, isInternal: Bool,
    _ number: [Int], _ condition: String? = nil, isDescription: Bool = false
  ) {
    lines.append(
      Line(
        level: level, text: text, address: address, anchor: anchor, isInternal: isInternal,
        number: number, condition: condition, isDescription: isDescription))
  }

  /// The lines as lists in lists.
  func list() throws -> BulletList? {
    guard !lines.isEmpty else { return nil }
    let root = BulletList()
    var open: [(list: BulletList, level: Int)] = [(root, lines[0].level)]
    for line in lines {
      while open.count > 1, let last = open.last, last.level > line.level { open.removeLast() }
      if let last = open.last, last.level < line.level,
        let item = last.list.lastItem
      {
        let inner = BulletList()
        try item.append(inner)
        open.append((inner, line.level))
      }
      let level = open.count
      let reference = Reference()
      reference.undeclaredAttributes = [
        "internal": .flag(line.isInternal), "anchorname": .string(line.anchor),
      ]
      reference.refuri = line.address
      if !line.number.isEmpty {
        reference["secnumber"] = .list(line.number.map(String.init))
        try reference.append(Text(line.number.map(String.init).joined(separator: ".") + ". "))
      }
      try reference.append(line.text.nodes)
      let paragraph = CompactParagraph(children: [reference])
      paragraph.classes = ["toctree-l\(level)"]
      if line.isDescription { paragraph["skip_section_number"] = .flag(true) }
      let item = ListItem(children: [paragraph])
      item.classes = ["toctree-l\(level)"]
      try open[open.count - 1].list.append(item.shown(where: line.condition))
    }
    return root
  }
}

extension BulletList {
  fileprivate var lastItem: Element? {
    let last = children.last?.asElement
    return last is Only ? last?.children.last?.asElement : last
  }
}

extension ListItem {
  /// The item for outputs of which a condition holds.
  ///
  /// - Parameter condition: nil for all outputs.
  func shown(where condition: String?) -> Element {
    guard let condition else { return self }
    let only = Only(children: [self])
    only.expr = condition
    return only
  }
}
