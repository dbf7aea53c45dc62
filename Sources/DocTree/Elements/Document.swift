/// The root of a tree. (docutils: nodes.document.)
open class Document: Element {
  /// The name of the source it was read from.
  public final var source: String?
  /// The title, as plain text, for outputs that show it outside the text.
  @exclusivity(unchecked)
  public final var title: String?

  /// Which element has which name and id.
  public final var nameTable = NameTable()

  /// What was found wrong while the document was read and transformed, in order.
  public final var diagnostics: [Diagnostic] = []

  /// System messages without a place in the tree. The transform ``Messages`` gives them one.
  /// (docutils: document.parse_messages, document.transform_messages.)
  public final var looseMessages: [SystemMessage] = []

  open override class var schema: Schema {
    Schema(
      .root,
      content: [
        .optional(.kind(Title.self)), .optional(.kind(Subtitle.self)),
        .zeroOrMore(.kind(Meta.self)), .optional(.kind(Decoration.self)),
        .optional(.kind(Docinfo.self)), .optional(.kind(Transition.self)),
        .zeroOrMore(
          .category(.body), .kind(Topic.self), .kind(Sidebar.self), .kind(Transition.self)),
        .zeroOrMore(.kind(Section.self), .kind(Transition.self)),
      ],
      attributes: [Attribute("source", \Document.source), Attribute("title", \Document.title)])
  }
}
