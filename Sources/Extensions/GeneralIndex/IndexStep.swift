import DocTree

/// Sorts what the pages enter into the index.
struct IndexStep: GlobalStep {
  /// Behind the order of the pages, which the index is not part of.
  let priority = 250

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    let name = IndexPage.pageName
    guard project.page(named: name) == nil else { return }
    let words = Words(project.configuration)
    var builder = IndexBuilder(words)
    var isWanted = false
    for page in project.pages {
      guard let data = page.values[IndexData.self] else { continue }
      isWanted = true
      for item in data.items {
        guard let problem = builder.add(item, on: page.name) else { continue }
        facts.diagnostics.append(
          Diagnostic(
            .warning, problem, at: item.position.position(in: page.file), category: "index"))
      }
    }
    guard isWanted else { return }
    let title = words["Index"]
    facts.add(IndexFact.self, [name: IndexFact(groups: builder.groups())])
    facts.add(LabelFact.self, [name: LabelFact(page: name, id: "", title: title)])
    facts.add(DocumentFact.self, [name: DocumentFact(title: title)])
    var outline = PageOutline()
    outline.title = InlineText(title)
    facts.add(ContentsFact.self, [name: ContentsFact(outline: outline)])
  }
}

/// Gathers entries and puts them in order. (Sphinx: IndexEntries.create_index.)
struct IndexBuilder {
  private let words: Words
  private var entries: [String: Collected] = [:]

  private struct Collected {
    var places: [IndexFact.Place] = []
    var parts: [String: [IndexFact.Place]] = [:]
    /// The letter that the author wants.
    var key: String?
  }

  init(_ words: Words) { self.words = words }

  /// - Returns: what is wrong with the entry.
  mutating func add(_ item: IndexData.Item, on page: String) -> String? {
    let place = IndexFact.Place(page: page, id: item.id, isMain: item.isMain)
    func parts(_ count: Int) -> [String]? {
      let all = item.value.split(
        separator: ";", maxSplits: count - 1, omittingEmptySubsequences: false
      ).map { $0.trimmed }
      return all.count == count && !all.contains("") ? all : nil
    }
    switch item.type {
    case "single":
      if let two = parts(2) {
        add(two[0], two[1], place, item.key)
      } else if let one = parts(1) {
        add(one[0], "", place, item.key)
      } else {
        return "invalid single index entry '\(item.value)'"
      }
    case "pair":
      guard let two = parts(2) else { return "invalid pair index entry '\(item.value)'" }
      add(two[0], two[1], place, item.key)
      add(two[1], two[0], place, item.key)
    case "triple":
      guard let three = parts(3) else { return "invalid triple index entry '\(item.value)'" }
      add(three[0], three[1] + " " + three[2], place, item.key)
      add(three[1], three[2] + ", " + three[0], place, item.key)
      add(three[2], three[0] + " " + three[1], place, item.key)
    case "see", "seealso":
      guard let two = parts(2) else { return "invalid \(item.type) index entry '\(item.value)'" }
      let format = item.type == "see" ? "see %s" : "see also %s"
      add(two[0], words(format, two[1]), nil, item.key)
    default: return "unknown index entry type '\(item.type)'"
    }
    return nil
  }

  private mutating func add(
    _ text: String, _ part: String, _ place: IndexFact.Place?, _ key: String?
  ) {
    let places = place.map { [$0] } ?? []
    if part.isEmpty {
      entries[text, default: Collected(key: key)].places += places
    } else {
      entries[text, default: Collected(key: key)].parts[part, default: []] += places
    }
  }

  /// The entries by their letters.
  func groups() -> [IndexFact.Group] {
    let sorted = entries.map { text, entry in
      (text: text, entry: entry, order: IndexOrder(entry.key ?? text))
    }.sorted { ($0.order, $0.text) < ($1.order, $1.text) }
    var groups: [IndexFact.Group] = []
    // The entry that others with the same name and something in parentheses go below.
    var last: (name: String, key: String?)?
    for (text, collected, _) in sorted {
      if collected.parts.isEmpty, let (name, detail) = Self.detail(of: text) {
        if let previous = last, previous.name == name, let group = groups.indices.last {
          let entry = groups[group].entries.count - 1
          groups[group].entries[entry].add(detail, Self.sorted(collected.places))
          continue
        }
        last = (name, collected.key)
      } else {
        last = (text, collected.key)
      }
      let entry = IndexFact.Entry(
        text: text, places: Self.sorted(collected.places),
        parts: collected.parts.map { IndexFact.Part(text: $0, places: Self.sorted($1)) })
      let title = collected.key ?? IndexOrder.letter(of: text) ?? words["Symbols"]
      if groups.last?.title == title {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append(IndexFact.Group(title: title, entries: [entry]))
      }
    }
    for group in groups.indices {
      for entry in groups[group].entries.indices { groups[group].entries[entry].sortParts() }
    }
    return groups
  }

  /// `f()` and `(in module m)` of `f() (in module m)`.
  private static func detail(of text: String) -> (name: String, detail: String)? {
    guard text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex,
      text[text.index(before: open)] == " ", !text[open...].dropLast().contains(")")
    else { return nil }
    return (String(text[..<text.index(before: open)]), String(text[open...]))
  }

  /// Places that matter most come first; else they are in the order of the pages.
  private static func sorted(_ places: [IndexFact.Place]) -> [IndexFact.Place] {
    places.filter(\.isMain) + places.filter { !$0.isMain }
  }
}

extension IndexFact.Entry {
  mutating func add(_ part: String, _ places: [IndexFact.Place]) {
    if let index = parts.firstIndex(where: { $0.text == part }) {
      parts[index].places += places
    } else {
      parts.append(IndexFact.Part(text: part, places: places))
    }
  }

  mutating func sortParts() {
    guard parts.count > 1 else { return }
    parts = parts.map { ($0, IndexOrder($0.text)) }
      .sorted { ($0.1, $0.0.text) < ($1.1, $1.0.text) }.map(\.0)
  }
}
