/// Text for whoever edits the source.
open class Comment: PureTextElement {
  @exclusivity(unchecked)
  public final var xmlSpace: String? = "preserve"

  open override class var schema: Schema {
    Schema(
      [.special, .body, .invisible, .preBibliographic],
      attributes: [Attribute("xml:space", \Comment.xmlSpace)])
  }
}

/// Text that is passed on as it is to outputs of its format.
open class Raw: PureTextElement {
  /// The formats, separated by spaces.
  @exclusivity(unchecked)
  public final var format: String?
  @exclusivity(unchecked)
  public final var xmlSpace: String? = "preserve"
  /// The name of the syntax that the text was written for by a reader, such as `strikethrough`; nil
  /// if it stood in the source as it is.
  @exclusivity(unchecked)
  public final var syntax: String?

  open override class var schema: Schema {
    Schema(
      [.special, .body, .inline, .preBibliographic],
      attributes: [
        Attribute("format", \Raw.format), Attribute("xml:space", \Raw.xmlSpace),
        Attribute("syntax", \Raw.syntax, isHidden: true),
      ])
  }
}

/// A place that a transform will fill.
open class Pending: Element {
  /// What fills it, by the name of docutils' class: `docutils.transforms.parts.Contents`.
  public final var transform: String?
  /// What that is told, `name: value` each, sorted. Values are as Python writes them.
  public final var details: [String] = []

  /// The lines that dumps show of it. (docutils: pending.pformat.)
  final var internalAttributes: String {
    guard let transform else { return "" }
    let head = [".. internal attributes:", "     .transform: \(transform)", "     .details:"]
    return (head + details.map { "       " + $0 }).joined(separator: "\n")
  }

  open override class var schema: Schema {
    Schema(
      [.special, .body, .invisible, .preBibliographic], content: .empty,
      attributes: [
        Attribute("transform", \Pending.transform),
        Attribute("details", \Pending.details, default: []),
      ])
  }
}

/// A diagnostic with a place in the tree. Outputs for readers leave it out.
open class SystemMessage: Element {
  /// 0 debug, 1 info, 2 warning, 3 error, 4 severe.
  @exclusivity(unchecked)
  public final var level: Int?
  public final var line: Int?
  /// The level's name.
  public final var type: String?
  public final var source: String?
  /// What it was made of; nil for one that was read from XML or JSON.
  public final var diagnostic: Diagnostic?

  open override class var schema: Schema {
    Schema(
      [.special, .body, .backLinkable, .preBibliographic], content: .body,
      attributes: [
        Attribute("level", \SystemMessage.level), Attribute("line", \SystemMessage.line),
        Attribute("type", \SystemMessage.type), Attribute("source", \SystemMessage.source),
      ])
  }
}
