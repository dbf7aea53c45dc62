open class Abbreviation: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

open class Acronym: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

open class Emphasis: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

/// Text that a transform made, such as a section number.
open class Generated: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

/// A run of text with classes.
open class Inline: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

/// Code in text.
open class Literal: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

open class Strong: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

open class Subscript: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

open class Superscript: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

/// The title of a work.
open class TitleReference: TextElement {
  open override class var schema: Schema { Schema(.inline) }
}

/// A formula in text, in TeX.
open class Math: PureTextElement {
  open override class var schema: Schema { Schema(.inline) }
}

/// A line break that the author asked for. Dumps and XML show it as docutils' and MyST's two raw nodes.
open class HardBreak: Element {
  open override var ownText: String { "\n" }
  open override class var schema: Schema { Schema(.inline, content: .empty) }
}

/// Text that could not be made sense of; it points to the message that says why.
open class Problematic: TextElement {
  @exclusivity(unchecked)
  public final var refid: String?
  public final var refname: String?
  @exclusivity(unchecked)
  public final var refuri: String?

  open override class var schema: Schema {
    Schema(
      [.inline, .referential],
      attributes: [
        Attribute("refid", \Problematic.refid), Attribute("refname", \Problematic.refname),
        Attribute("refuri", \Problematic.refuri),
      ])
  }
}
