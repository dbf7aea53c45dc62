/// The footnotes, citations and references of a document, in document order.
struct Footnotes {
  var numbered: [Footnote] = []
  var symbols: [Footnote] = []
  var manual: [Element] = []
  var numberedReferences: [FootnoteReference] = []
  var symbolReferences: [FootnoteReference] = []
  var byName: [String: [FootnoteReference]] = [:]
  var citationsByName: [String: [CitationReference]] = [:]
  var areEmpty = true

  /// Also gives each an id that has none yet.
  init(in document: Document) {
    var footnotes = KindFilter<Footnote>()
    var citations = KindFilter<Citation>()
    var references = KindFilter<FootnoteReference>()
    var citationReferences = KindFilter<CitationReference>()
    var search = NodeSearch(
      from: document, includeSelf: false, descend: true, siblings: false, ascend: false)
    while let node = search.next() {
      guard node.isElement else { continue }
      if let footnote = footnotes(node) {
        document.noteIfUnknown(footnote)
        add(footnote)
      } else if let citation = citations(node) {
        document.noteIfUnknown(citation)
        manual.append(citation)
      } else if let reference = references(node) {
        if reference.refid == nil { add(reference) }
        document.setID(for: reference)
      } else if let reference = citationReferences(node) {
        if reference.refid == nil, let name = reference.refname {
          citationsByName[name, default: []].append(reference)
        }
        document.setID(for: reference)
      } else {
        continue
      }
      areEmpty = false
    }
  }

  private mutating func add(_ footnote: Footnote) {
    let isLabeled = footnote.children.first is Label
    switch footnote.auto {
    case "1" where !isLabeled: numbered.append(footnote)
    case "*" where !isLabeled: symbols.append(footnote)
    default: manual.append(footnote)
    }
  }

  private mutating func add(_ reference: FootnoteReference) {
    if reference.auto == "1" { numberedReferences.append(reference) }
    if reference.auto == "*" { symbolReferences.append(reference) }
    if let name = reference.refname { byName[name, default: []].append(reference) }
  }

  mutating func sortByReferences() {
    var places: [String: Int] = [:]
    for (place, reference) in numberedReferences.enumerated() {
      if let name = reference.refname, places[name] == nil { places[name] = place }
    }
    let keyed = numbered.enumerated().map { index, footnote in
      (
        place: footnote.names.first.flatMap { places[$0] } ?? .max, index: index,
        footnote: footnote
      )
    }
    numbered = keyed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.footnote)
  }
}

extension Document {
  /// Enters a footnote or citation in the name table, unless the reader has done so.
  fileprivate final func noteIfUnknown(_ note: Element) {
    if note.ids.isEmpty || note.names.contains(where: { nameTable.entry(named: $0) == nil }) {
      noteExplicitTarget(note, messagesIn: note)
    }
  }
}
