public import DocTree

/// Footnotes: they are numbered, warned of where nothing points to them, and gathered at the end of
/// the document. (myst-parser: SortFootnotes, UnreferencedFootnotesDetector, CollectFootnotes.)
public struct Footnotes: Extension {
  public let name = "footnotes"

  /// Whether footnotes are numbered in the order of the references to them, and stand at the end of
  /// the document. (MyST: myst_footnote_sort.)
  public static let isSorted = ConfigKey("myst.footnote_sort", default: true, affects: .local)
  /// Whether a line stands before them. (MyST: myst_footnote_transition.)
  public static let hasTransition = ConfigKey(
    "myst.footnote_transition", default: true, affects: .local)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.isSorted)
    registry.add(config: Self.hasTransition)
    registry.add(transform: NumberFootnotes())
    registry.add(transform: FindUnreferencedFootnotes())
    registry.add(transform: CollectFootnotes())
    registry.add(transform: FindMissingFootnotes())
    registry.add(transform: NameFootnoteDocuments().only(in: .sphinx))
  }
}

/// Numbers footnotes, and links them and their references.
struct NumberFootnotes: Transform {
  let priority = 620
  let kinds = FootnoteNumbering().kinds

  func apply(to document: Document, in context: TransformContext) throws {
    let isSorted = context.configuration[Footnotes.isSorted]
    try FootnoteNumbering(order: isSorted ? .references : .footnotes)
      .apply(to: document, in: context)
  }
}

/// Warns of footnotes that nothing points to. Those that lost their name to another one were warned
/// of already.
struct FindUnreferencedFootnotes: Transform {
  let priority = 622
  let kinds: [Node.Type]? = [Footnote.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let notes = document.findAll(Footnote.self) { $0.backrefs.isEmpty && !$0.names.isEmpty }
    for note in notes.filter({ $0.auto == nil }) + notes.filter({ $0.auto != nil }) {
      let label = note.auto == nil ? note.names[0] : note.auto == "1" ? "#" : "*"
      document.looseMessages.append(
        document.report(
          .warning, "Footnote [\(label)] is not referenced.", at: note, category: "ref.footnote"))
    }
  }
}

/// Moves footnotes to the end of the document, in the order of their numbers.
struct CollectFootnotes: Transform {
  let priority = 623
  let kinds: [Node.Type]? = [Footnote.self]

  func isEnabled(in configuration: Configuration) -> Bool { configuration[Footnotes.isSorted] }

  func apply(to document: Document, in context: TransformContext) throws {
    let notes = document.findAll(Footnote.self).enumerated().map { index, note in
      let label = (note.children.first as? Label)?.astext()
      return (rank: Self.rank(label), index: index, note: note)
    }
    let isAlone = document.children.allSatisfy { $0 is Footnote }
    for parent in Self.parents(of: notes.map(\.note)) {
      try parent.append(parent.removeChildren().filter { !($0 is Footnote) })
    }
    if context.configuration[Footnotes.hasTransition], !isAlone {
      let transition = Transition()
      transition.classes = ["footnotes"]
      try document.append(transition)
    }
    let sorted = notes.sorted { left, right in
      if left.rank.group != right.rank.group { return left.rank.group < right.rank.group }
      if left.rank.number != right.rank.number { return left.rank.number < right.rank.number }
      if left.rank.text != right.rank.text { return left.rank.text < right.rank.text }
      return left.index < right.index
    }
    try document.append(sorted.map(\.note))
  }

  /// Numbers come first, then other labels, then what has none.
  private static func rank(_ label: String?) -> (group: Int, number: Int, text: String) {
    guard let label else { return (2, 0, "") }
    if let number = Int(label) { return (0, number, "") }
    return (1, 0, label)
  }

  private static func parents(of notes: [Footnote]) -> [Element] {
    var known: Set<ObjectIdentifier> = []
    return notes.compactMap { $0.parent }.filter { known.insert(ObjectIdentifier($0)).inserted }
  }
}

/// Says of footnotes and references to them in which document they are.
/// (Sphinx: transforms.FootnoteDocnameUpdater.)
struct NameFootnoteDocuments: Transform {
  let priority = 700
  let kinds: [Node.Type]? = [Footnote.self, FootnoteReference.self]

  func apply(to document: Document, in context: TransformContext) throws {
    guard let name = document.docname else { return }
    for node in document.findAll(Footnote.self) { node["docname"] = .string(name) }
    for node in document.findAll(FootnoteReference.self) { node["docname"] = .string(name) }
  }
}
