/// Numbers the footnotes that have no number of their own, and links footnotes, citations and the
/// references to them.
///
/// Labeled and unlabeled footnotes share one counter, which leaves out numbers that some target has
/// as its name. Unlabeled references belong to the unlabeled footnotes in their order.
/// (docutils: references.Footnotes.)
public struct FootnoteNumbering: Transform {
  /// What numbers follow.
  public enum Order: Sendable {
    /// The footnotes. (docutils.)
    case footnotes
    /// The first references to labels; footnotes without one come last. (myst-parser: SortFootnotes.)
    case references
  }

  public let priority = 620
  public let kinds: [Node.Type]? = [
    Footnote.self, FootnoteReference.self, Citation.self, CitationReference.self,
  ]
  public let order: Order

  public init(order: Order = .footnotes) { self.order = order }

  public func apply(to document: Document, in context: TransformContext) throws {
    var notes = Footnotes(in: document)
    guard !notes.areEmpty else { return }
    if order == .references { notes.sortByReferences() }
    var linking = FootnoteLinking(document: document, notes: notes)
    try linking.number()
    try linking.pairUnlabeled()
    try linking.symbolize()
    linking.resolve()
  }
}
