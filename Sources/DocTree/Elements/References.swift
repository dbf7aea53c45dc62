/// A link.
open class Reference: TextElement {
  @exclusivity(unchecked)
  public final var anonymous: Bool = false
  @exclusivity(unchecked)
  public final var name: String?
  /// The id of an element in the same document.
  @exclusivity(unchecked)
  public final var refid: String?
  /// The name of a target, until it is resolved.
  @exclusivity(unchecked)
  public final var refname: String?
  /// The address of something elsewhere.
  @exclusivity(unchecked)
  public final var refuri: String?
  /// The title that a reader sees on pointing to it.
  @exclusivity(unchecked)
  public final var title: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body, .inline, .referential],
      attributes: [
        Attribute("anonymous", \Reference.anonymous, default: false),
        Attribute("name", \Reference.name), Attribute("refid", \Reference.refid),
        Attribute("refname", \Reference.refname), Attribute("refuri", \Reference.refuri),
        Attribute("reftitle", \Reference.title),
      ])
  }
}

/// A place that references can name.
open class Target: TextElement {
  @exclusivity(unchecked)
  public final var anonymous: Bool = false
  @exclusivity(unchecked)
  public final var refid: String?
  @exclusivity(unchecked)
  public final var refname: String?
  @exclusivity(unchecked)
  public final var refuri: String?
  /// The module that it is the place of; nil for none.
  public final var module: ModuleEntry?

  open override class var schema: Schema {
    Schema(
      [.special, .body, .invisible, .preBibliographic, .inline, .targetable, .referential],
      attributes: [
        Attribute("anonymous", \Target.anonymous, default: false),
        Attribute("refid", \Target.refid), Attribute("refname", \Target.refname),
        Attribute("refuri", \Target.refuri),
        Attribute("module", \Target.module, isHidden: true),
      ])
  }
}

/// A picture.
open class Image: Element {
  /// What is read out where the picture cannot be seen.
  @exclusivity(unchecked)
  public final var alt: String?
  @exclusivity(unchecked)
  public final var uri: String?
  @exclusivity(unchecked)
  public final var align: String?
  @exclusivity(unchecked)
  public final var height: String?
  @exclusivity(unchecked)
  public final var width: String?
  /// In percent.
  public final var scale: String?
  public final var loading: String?
  /// The title that a reader sees on pointing to it.
  @exclusivity(unchecked)
  public final var title: String?

  open override var ownText: String { alt ?? "" }
  open override class var schema: Schema {
    Schema(
      [.general, .body, .inline], content: .empty,
      attributes: [
        Attribute("alt", \Image.alt), Attribute("uri", \Image.uri),
        Attribute("align", \Image.align), Attribute("height", \Image.height),
        Attribute("width", \Image.width), Attribute("scale", \Image.scale),
        Attribute("loading", \Image.loading), Attribute("title", \Image.title),
      ])
  }
}

open class SubstitutionDefinition: TextElement {
  public final var ltrim: Bool = false
  public final var rtrim: Bool = false

  open override class var schema: Schema {
    Schema(
      [.special, .body, .invisible, .preBibliographic],
      attributes: [
        Attribute("ltrim", \SubstitutionDefinition.ltrim, default: false),
        Attribute("rtrim", \SubstitutionDefinition.rtrim, default: false),
      ])
  }
}

open class SubstitutionReference: TextElement {
  @exclusivity(unchecked)
  public final var refname: String?

  open override class var schema: Schema {
    Schema(.inline, attributes: [Attribute("refname", \SubstitutionReference.refname)])
  }
}
