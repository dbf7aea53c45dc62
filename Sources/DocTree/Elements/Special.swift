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

  open override class var schema: Schema {
    Schema(
      [.special, .body, .inline, .preBibliographic],
      attributes: [Attribute("format", \Raw.format), Attribute("xml:space", \Raw.xmlSpace)])
  }
}

/// A place that a transform will fill.
open class Pending: Element {
  open override class var schema: Schema {
    Schema([.special, .body, .invisible, .preBibliographic], content: .empty)
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

  open override class var schema: Schema {
    Schema(
      [.special, .body, .backLinkable, .preBibliographic], content: .body,
      attributes: [
        Attribute("level", \SystemMessage.level), Attribute("line", \SystemMessage.line),
        Attribute("type", \SystemMessage.type), Attribute("source", \SystemMessage.source),
      ])
  }
}
