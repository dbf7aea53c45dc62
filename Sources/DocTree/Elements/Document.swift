/// The root of a tree. (docutils: nodes.document.)
open class Document: Element {
  /// What is shown where a page of a project has no title. (Sphinx: TitleCollector.)
  package static let noTitle = "<no title>"

  /// The name of the source it was read from.
  public final var source: String?
  /// What references call the document: its path in the project, with `/` and without suffix; nil
  /// if it belongs to none. (Sphinx: docname.)
  @exclusivity(unchecked)
  public final var docname: String?
  /// The title, as plain text, for outputs that show it outside the text.
  @exclusivity(unchecked)
  public final var title: String?

  /// Which element has which name and id.
  @exclusivity(unchecked)
  public final var nameTable = NameTable()

  /// The files that the document was made of besides its source, in the order of their first use.
  public final var dependencies: [String] = []

  /// The metadata at the beginning of the source, as it was written.
  public final var frontMatter: FrontMatter?

  /// The same, by names: what Sphinx calls `env.metadata` of the document, such as `orphan`,
  /// `nocomments` and `tocdepth`.
  @exclusivity(unchecked)
  public final var metadata: [String: ConfigValue] = [:]

  /// The config values that the document sets for itself. They come before those of its project.
  @exclusivity(unchecked)
  public final var settings = Configuration()

  /// Whether elements keep the text that they were written as; see ``Element/rawSource``.
  @exclusivity(unchecked)
  public final var keepsRawSource = false

  /// Makes a parser for more text of the document: set by formats whose text has markup, for the
  /// transforms of the phase `read`, after which it goes. See ``TransformContext/parser``.
  public final var makeParser: ((Document) -> any ParseContext)?

  /// What was found wrong while the document was read and transformed, in order.
  @exclusivity(unchecked)
  public final var diagnostics: [Diagnostic] = []

  /// System messages without a place in the tree. The transform ``Messages`` gives them one.
  /// (docutils: document.parse_messages, document.transform_messages.)
  @exclusivity(unchecked)
  public final var looseMessages: [SystemMessage] = []

  /// System messages about the source as a whole, which stand at the end of the document.
  public final var closingMessages: [SystemMessage] = []

  /// Elements that are not in the tree any more, but say what the page describes until that is
  /// collected; see ``findAllDescribing(_:)``.
  public final var detachedDescriptions: [Element] = []

  /// How much text was made of shorter text, by what made it.
  private final var expansions: [String: Int] = [:]

  /// Says that something short stands for more text, as a substitution in the value of a substitution
  /// does. Without a limit, few lines can stand for more than any computer holds.
  ///
  /// - Parameters:
  ///   - name: what makes the text.
  ///   - cost: how much of the limit it takes.
  ///   - limit: how much there may be in a document.
  /// - Returns: false if that is too much, and for all that comes then.
  public final func expand(_ name: String, cost: Int, limit: Int) -> Bool {
    let sum = expansions[name, default: 0].addingReportingOverflow(cost)
    expansions[name] = sum.overflow ? .max : sum.partialValue
    return !sum.overflow && sum.partialValue <= limit
  }

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

extension Document {
  /// Whether nobody need wonder that no table of contents has the document.
  public final var isOrphan: Bool {
    metadata["orphan"].map { $0.boolean ?? true } ?? false
  }

  /// The elements of some classes in the tree and behind them those in ``detachedDescriptions``.
  ///
  /// - Complexity: O(*n*) in the number of nodes looked at.
  public final func findAllDescribing(_ types: [Element.Type]) -> [Element] {
    var result = findAll(types)
    for element in detachedDescriptions {
      if types.contains(where: { $0 == type(of: element) }) { result.append(element) }
      result += element.findAll(types)
    }
    return result
  }

  /// Notes the text that an element's content was written as, if anybody wants to know. Directives do
  /// so for elements that they make of text that they have parsed themselves.
  public final func noteRawSource(_ text: String, of element: Element) {
    if keepsRawSource { element.rawSource = text }
  }

  /// Whether readers cannot comment on the document.
  public final var hasNoComments: Bool {
    metadata["nocomments"].map { $0.boolean ?? true } ?? false
  }

  /// How deep the document's own table of contents is; nil for all of it.
  public final var tocdepth: Int? { metadata["tocdepth"]?.text.flatMap { Int($0) } }
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
