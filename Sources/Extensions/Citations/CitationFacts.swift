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
    /// What the filter asks for, by the names of the fields in their order.
    var fields: [Field] = []

    struct Field: Codable, Equatable, Sendable {
      let name: String
      let value: String
    }

    /// A field as a filter has it. (sphinxcontrib-bibtex: the option filter.)
    func field(_ name: String) -> String {
      switch name {
      case "type": type.lowercased()
      case "key": key.lowercased()
      default: fields.first { $0.name == name }?.value ?? ""
      }
    }
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
        works: works(of: list))
    }
    return cited.isEmpty && lists.isEmpty ? nil : CitationData(cited: cited, lists: lists)
  }

  private static func works(of list: Bibliography) -> [Work] {
    let fields = (try? BibliographyFilter(list.filter))?.fields.sorted() ?? []
    return list.children.compactMap { child in
      (child as? BibliographyEntry).map { Work($0, fields) }
    }
  }
}

extension CitationData.Work {
  fileprivate init(_ entry: BibliographyEntry, _ names: [String]) {
    key = entry.key
    type = entry.type
    authors = entry.authors
    title = entry.title
    year = entry.year
    sortKey = entry.sortKey
    text = entry.astext()
    fields = names.map { Field(name: $0, value: entry.field($0)) }
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
    var citingPages: [String: Set<String>] = [:]
    for page in project.pages {
      for key in page.values[CitationData.self]?.cited ?? [] {
        if order[key] == nil { order[key] = order.count }
        citingPages[key, default: []].insert(page.name)
      }
    }
    var works: [String: WorkFact] = [:]
    var lists: [String: BibliographyFact] = [:]
    var described: [String: DescribedWorkFact] = [:]
    for page in project.pages {
      guard let data = page.values[CitationData.self] else { continue }
      for (index, list) in data.lists.enumerated() {
        for work in list.works {
          described[list.keyPrefix + work.key] = DescribedWorkFact(title: work.title)
        }
        let chosen = Self.labeled(
          Self.works(of: list, on: page.name, citingPages), list, order, project.configuration)
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

  /// The works that the filter of a bibliography accepts.
  private static func works(
    of list: CitationData.List, on page: String, _ citingPages: [String: Set<String>]
  ) -> [CitationData.Work] {
    let filter = (try? BibliographyFilter(list.filter)) ?? .all
    return list.works.filter { work in
      filter.accepts(
        BibliographyFilter.Facts(
          work: work, page: page, citingPages: citingPages[list.keyPrefix + work.key] ?? []))
    }
  }

  private static func labeled(
    _ works: [CitationData.Work], _ list: CitationData.List, _ order: [String: Int],
    _ configuration: Configuration
  ) -> [(work: CitationData.Work, label: String)] {
    let style = list.style.flatMap(BibliographyStyle.init) ?? configuration[Citations.style]
    func place(_ work: CitationData.Work) -> Int { order[list.keyPrefix + work.key] ?? .max }
    let sorted = works.enumerated().sorted { left, right in
      style.isSorted
        ? (left.element.sortKey, left.offset) < (right.element.sortKey, right.offset)
        : (place(left.element), left.offset) < (place(right.element), right.offset)
    }.map(\.element)
    let labels = CitationLabels.make(for: sorted, style, start: list.start)
    return zip(sorted, labels).map { ($0, list.labelPrefix + $1) }
  }
}
