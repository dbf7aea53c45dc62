/// Text with inline elements.
open class Paragraph: TextElement {
  open override class var schema: Schema { Schema([.general, .body]) }
}

/// A heading that is no section: in a quotation, for instance.
open class Rubric: TextElement {
  /// The level of the heading that it was, from 1.
  @exclusivity(unchecked)
  public final var level: Int?

  open override class var schema: Schema {
    Schema([.titular, .general, .body], attributes: [Attribute("level", \Rubric.level)])
  }
}

/// Code, or other text whose white space matters. Its children are inline, so that it can be highlighted.
open class LiteralBlock: FixedTextElement {
  /// The language to highlight it as, if it is known.
  @exclusivity(unchecked)
  public final var language: String?
  /// All that stood behind an opening fence; nil for an indented block.
  @exclusivity(unchecked)
  public final var info: String?
  /// Whether it is highlighted even if it has syntax errors; nil where nothing says.
  @exclusivity(unchecked)
  public final var force: Bool?
  /// Whether its lines have numbers.
  @exclusivity(unchecked)
  public final var linenos = false
  /// Which number the first line has and which lines are emphasized.
  public final var highlightArguments: HighlightArguments?
  /// The file that it is a copy of.
  public final var source: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body],
      attributes: [
        Attribute("force", \LiteralBlock.force),
        Attribute("highlight_args", \LiteralBlock.highlightArguments),
        Attribute("linenos", \LiteralBlock.linenos, default: false),
        Attribute("source", \LiteralBlock.source),
        Attribute("language", \LiteralBlock.language),
        Attribute("info", \LiteralBlock.info, isHidden: true),
      ])
  }
}

/// An interactive session.
open class DoctestBlock: FixedTextElement {
  open override class var schema: Schema { Schema([.general, .body]) }
}

/// A displayed formula, in TeX.
open class MathBlock: PureTextElement {
  @exclusivity(unchecked)
  public final var xmlSpace: String? = "preserve"

  open override class var schema: Schema {
    Schema([.general, .body], attributes: [Attribute("xml:space", \MathBlock.xmlSpace)])
  }
}

/// Several body elements that are one paragraph to the reader.
open class Compound: Element {
  open override class var schema: Schema { Schema([.general, .body], content: .body) }
}

/// A group of body elements.
open class Container: Element {
  open override class var schema: Schema { Schema([.general, .body], content: .body) }
}

/// A quotation.
open class BlockQuote: Element {
  open override class var schema: Schema {
    Schema(
      [.general, .body],
      content: [.oneOrMore(.category(.body)), .optional(.kind(Attribution.self))])
  }
}

/// Whom a quotation comes from.
open class Attribution: TextElement {
  open override class var schema: Schema { Schema(.part) }
}

/// Lines of verse.
open class LineBlock: Element {
  open override class var schema: Schema {
    Schema([.general, .body], content: [.oneOrMore(.kind(Line.self), .kind(LineBlock.self))])
  }
}

/// A line of a line block.
open class Line: TextElement {
  open override class var schema: Schema { Schema(.part) }
}

/// An image with a caption and a legend.
open class Figure: Element {
  public final var align: String?
  public final var width: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body],
      content: [
        .one(.kind(Image.self), .kind(Reference.self)), .optional(.kind(Caption.self)),
        .optional(.kind(Legend.self)),
      ], attributes: [Attribute("align", \Figure.align), Attribute("width", \Figure.width)])
  }
}

open class Caption: TextElement {
  open override class var schema: Schema { Schema(.part) }
}

/// What is said about a figure below its caption.
open class Legend: Element {
  open override class var schema: Schema { Schema(.part, content: .body) }
}
