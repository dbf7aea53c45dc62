/// The root of a tree. (docutils: nodes.document.)
open class Document: Element {
  /// The name of the source it was read from.
  public final var source: String?
  /// What references call the document: its path in the project, with `/` and without suffix; nil
  /// if it belongs to none. (Sphinx: docname.)
  public final var docname: String?
  /// The title, as plain text, for outputs that show it outside the text.
  @exclusivity(unchecked)
  public final var title: String?

  /// Which element has which name and id.
  public final var nameTable = NameTable()

  /// The files that the document was made of besides its source, in the order of their first use.
  public final var dependencies: [String] = []

  /// The metadata at the beginning of the source, as it was written.
  public final var frontMatter: FrontMatter?

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

/// Metadata at the beginning of a source, in YAML.
public struct FrontMatter: Hashable, Sendable {
  /// The lines between the two lines of hyphens.
  public var text: String
  /// Where the first hyphen stands.
  public var position: SourcePosition

  public init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }
}
