/// The footnotes, citations and references of a document, in document order.
struct Footnotes {
  var numbered: [Footnote] = []
  var symbols: [Footnote] = []
  var manual: [Element] = []
  var numberedReferences: [FootnoteReference] = []
  var symbolReferences: [FootnoteReference] = []
  var byName: [String: [FootnoteReference]] = [:]
  var citationsByName: [String: [CitationReference]] = [:]
  let areEmpty: Bool

  /// Also gives each an id that has none yet.
  init(in document: Document) {
    let notes = document.findAll([
      Footnote.self, Citation.self, FootnoteReference.self, CitationReference.self,
    ])
    areEmpty = notes.isEmpty
    for note in notes {
      switch note {
      case let footnote as Footnote:
        document.noteIfUnknown(footnote)
        add(footnote)
      case let citation as Citation:
        document.noteIfUnknown(citation)
        manual.append(citation)
      case let reference as FootnoteReference:
        if reference.refid == nil { add(reference) }
        document.setID(for: reference)
      case let reference as CitationReference:
        if reference.refid == nil, let name = reference.refname {
          citationsByName[name, default: []].append(reference)
        }
        document.setID(for: reference)
      default: break
      }
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
