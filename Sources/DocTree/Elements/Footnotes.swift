/// A note at the end of the page or the document.
open class Footnote: Element {
  /// `1` if it is numbered by a transform, `*` if it gets a symbol.
  @exclusivity(unchecked)
  public final var auto: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body, .labeled, .targetable, .backLinkable],
      content: [.optional(.kind(Label.self)), .oneOrMore(.category(.body))],
      attributes: [Attribute("auto", \Footnote.auto)])
  }
}

/// A work that is cited.
open class Citation: Element {
  open override class var schema: Schema {
    Schema(
      [.general, .body, .labeled, .targetable, .backLinkable],
      content: [.one(.kind(Label.self)), .oneOrMore(.category(.body))])
  }
}

/// The number, symbol or name before a footnote or citation.
open class Label: PureTextElement {
  open override class var schema: Schema { Schema(.part) }
}

open class FootnoteReference: TextElement {
  /// `1` if it is numbered by a transform, `*` if it gets a symbol.
  @exclusivity(unchecked)
  public final var auto: String?
  @exclusivity(unchecked)
  public final var refid: String?
  @exclusivity(unchecked)
  public final var refname: String?

  open override class var schema: Schema {
    Schema(
      [.inline, .referential], content: .pureText,
      attributes: [
        Attribute("auto", \FootnoteReference.auto), Attribute("refid", \FootnoteReference.refid),
        Attribute("refname", \FootnoteReference.refname),
      ])
  }
}

open class CitationReference: TextElement {
  @exclusivity(unchecked)
  public final var refid: String?
  @exclusivity(unchecked)
  public final var refname: String?

  open override class var schema: Schema {
    Schema(
      [.inline, .referential], content: .pureText,
      attributes: [
        Attribute("refid", \CitationReference.refid),
        Attribute("refname", \CitationReference.refname),
      ])
  }
}
