import DocTree

/// What a page cites, and what its bibliographies describe.
struct CitationData: PageData {
  static let key = "citations"

  /// A work as it is described.
  struct Work: Codable, Equatable, Sendable {
    let key: String
    let type: String
    let authors: [String]
    let title: String
    let year: String
    let sortKey: String
    /// The whole entry.
    let text: String
  }

  struct List: Codable, Equatable, Sendable {
    let filter: String
    let style: String?
    let start: Int
    let labelPrefix: String
    let keyPrefix: String
    let position: PagePosition
    let works: [Work]
  }

  /// The keys in the order in which they are cited.
  let cited: [String]
  let lists: [List]

  static func collect(from document: Document, in context: CollectContext) -> CitationData? {
    let cited = document.findAll(PendingXref.self).filter { $0.refdomain == "cite" }
      .flatMap { CitedKey.list($0.reftarget ?? "").map(\.key) }
    let lists = document.findAll(Bibliography.self).map { list in
      List(
        filter: list.filter, style: list.style, start: list.start, labelPrefix: list.labelPrefix,
        keyPrefix: list.keyPrefix, position: PagePosition(of: list, in: document),
        works: list.children.compactMap { ($0 as? BibliographyEntry).map(Work.init) })
    }
    return cited.isEmpty && lists.isEmpty ? nil : CitationData(cited: cited, lists: lists)
  }
}

extension CitationData.Work {
  fileprivate init(_ entry: BibliographyEntry) {
    key = entry.key
    type = entry.type
    authors = entry.authors
    title = entry.title
    year = entry.year
    sortKey = entry.sortKey
    text = entry.astext()
  }
}

/// A work that can be cited, by its key.
struct WorkFact: Fact {
  static let key = "work"
  /// The page whose bibliography lists it.
  let page: String
  let id: String
  let label: String
  let authors: [String]
  let year: String
  let title: String
  /// What a reader sees on pointing to a link to it.
  let text: String
}

/// A work that some file describes, whether it is listed or not, by its key: what may have been meant.
struct DescribedWorkFact: Fact {
  static let key = "described-work"
  let title: String
}

/// What a bibliography lists, by its page and its number there: `refs#0`.
struct BibliographyFact: Fact {
  static let key = "bibliography"

  struct Entry: Codable, Equatable, Sendable {
    let key: String
    let label: String
    let id: String
  }
  let entries: [Entry]
}

/// Chooses, sorts and labels the works of all bibliographies.
struct LabelWorks: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    var order: [String: Int] = [:]
    for page in project.pages {
      for key in page.values[CitationData.self]?.cited ?? [] where order[key] == nil {
        order[key] = order.count
      }
    }
    var works: [String: WorkFact] = [:]
    var lists: [String: BibliographyFact] = [:]
    var described: [String: DescribedWorkFact] = [:]
    for page in project.pages {
      guard let data = page.values[CitationData.self] else { continue }
      let here = Set(data.cited)
      for (index, list) in data.lists.enumerated() {
        for work in list.works {
          described[list.keyPrefix + work.key] = DescribedWorkFact(title: work.title)
        }
        let chosen = try Self.chosen(list, order, here, project.configuration)
        let entries = chosen.map { work, label in
          let key = list.keyPrefix + work.key
          return BibliographyFact.Entry(
            key: key, label: label, id: Identifier.make(from: "cite-\(key)"))
        }
        lists["\(page.name)#\(index)"] = BibliographyFact(entries: entries)
        for (entry, (work, label)) in zip(entries, chosen) {
          if let first = works[entry.key] {
            facts.diagnostics.append(
              Diagnostic(
                .warning,
                "the work '\(entry.key)' is listed twice, other instance in \(first.page)",
                at: list.position.position(in: page.file),
                category: "bibtex.duplicate"))
            continue
          }
          works[entry.key] = WorkFact(
            page: page.name, id: entry.id, label: label, authors: work.authors, year: work.year,
            title: work.title, text: work.text)
        }
      }
    }
    facts.add(WorkFact.self, works)
    facts.add(BibliographyFact.self, lists)
    facts.add(DescribedWorkFact.self, described)
  }

  private static func chosen(
    _ list: CitationData.List, _ order: [String: Int], _ here: Set<String>,
    _ configuration: Configuration
  ) throws -> [(work: CitationData.Work, label: String)] {
    let style = list.style.flatMap(BibliographyStyle.init) ?? configuration[Citations.style]
    let filter = try BibliographyFilter(list.filter)
    func place(_ work: CitationData.Work) -> Int { order[list.keyPrefix + work.key] ?? .max }
    let works = list.works.filter { work in
      filter.accepts(
        work, isCited: place(work) < .max, isCitedHere: here.contains(list.keyPrefix + work.key))
    }
    let sorted = works.enumerated().sorted { left, right in
      style.isSorted
        ? (left.element.sortKey, left.offset) < (right.element.sortKey, right.offset)
        : (place(left.element), left.offset) < (place(right.element), right.offset)
    }.map(\.element)
    let labels = CitationLabels.make(for: sorted, style, start: list.start)
    return zip(sorted, labels).map { ($0, list.labelPrefix + $1) }
  }
}
