/// Gives labels to footnotes, and links references to them.
struct FootnoteLinking {
  let document: Document
  let notes: Footnotes
  /// The unlabeled footnotes, and the numbers that they have got.
  private var unlabeled: [(note: Footnote, label: String)] = []

  private static let symbols = ["*", "†", "‡", "§", "¶", "#", "♠", "♥", "♦", "♣"]

  init(document: Document, notes: Footnotes) {
    self.document = document
    self.notes = notes
  }

  /// Numbers the footnotes and the references to those that have a label.
  mutating func number() throws {
    var number = 0
    for note in notes.numbered {
      var label: String
      repeat {
        number += 1
        label = String(number)
      } while document.nameTable.entry(named: label) != nil
      try note.insert(Label(text: label), at: 0)
      for name in note.names {
        for reference in notes.byName[name] ?? [] where reference.refid == nil {
          try link(reference, to: note, label: label)
        }
      }
      if note.names.isEmpty, note.dupnames.isEmpty {
        note.names = [label]
        document.noteExplicitTarget(note, messagesIn: note)
        unlabeled.append((note, label))
      }
    }
  }

  /// Gives each reference without a label the next footnote without one.
  mutating func pairUnlabeled() throws {
    let references = notes.numberedReferences.filter { $0.refname == nil && $0.refid == nil }
    for (reference, target) in zip(references, unlabeled) {
      try link(reference, to: target.note, label: target.label)
    }
    try refuse(
      references.dropFirst(unlabeled.count), spelling: "[#]_",
      "Too many autonumbered footnote references: only \(unlabeled.count) corresponding "
        + "footnote\(unlabeled.count > 1 ? "s" : "") available.")
  }

  mutating func symbolize() throws {
    var labels: [String] = []
    for (index, note) in notes.symbols.enumerated() {
      let (repetitions, symbol) = index.quotientAndRemainder(dividingBy: Self.symbols.count)
      let label = String(repeating: Self.symbols[symbol], count: repetitions + 1)
      labels.append(label)
      try note.insert(Label(text: label), at: 0)
    }
    for (index, reference) in notes.symbolReferences.prefix(labels.count).enumerated() {
      try link(reference, to: notes.symbols[index], label: labels[index])
    }
    try refuse(
      notes.symbolReferences.dropFirst(labels.count), spelling: "[*]_",
      "Too many symbol footnote references: only \(labels.count) corresponding footnotes "
        + "available.")
  }

  /// Links notes that have a label of their own.
  func resolve() {
    for note in notes.manual {
      guard let id = note.ids.first else { continue }
      for name in note.names {
        let references: [Element] =
          note is Citation ? notes.citationsByName[name] ?? [] : notes.byName[name] ?? []
        for reference in references where reference["refid"] == nil {
          reference["refname"] = nil
          reference["refid"] = .string(id)
          reference.ids.first.map(note.addBackref)
        }
      }
    }
  }

  private func link(
    _ reference: FootnoteReference, to note: Footnote, label: String
  ) throws {
    try reference.append(label)
    reference.refname = nil
    reference.refid = note.ids.first
    reference.ids.first.map(note.addBackref)
  }

  /// Marks references that no footnote is left for.
  private func refuse(
    _ references: ArraySlice<FootnoteReference>, spelling: String, _ message: String
  ) throws {
    guard let first = references.first else { return }
    let system = document.report(.error, message, at: first)
    document.looseMessages.append(system)
    let messageID = document.setID(for: system)
    for reference in references {
      let problematic = Problematic(spelling)
      problematic.refid = messageID
      problematic.position = reference.position
      system.addBackref(document.setID(for: problematic))
      try reference.replace(with: problematic)
      for id in reference.ids { document.nameTable.register(id, for: problematic) }
    }
  }
}
