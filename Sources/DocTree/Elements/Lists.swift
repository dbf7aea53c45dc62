/// A list whose items have no numbers.
open class BulletList: Element {
  /// The character before each item.
  @exclusivity(unchecked)
  public final var bullet: String?
  /// Whether the items' paragraphs stand without space between them.
  @exclusivity(unchecked)
  public final var isTight: Bool = false

  open override class var schema: Schema {
    Schema(
      [.sequential, .body], content: [.oneOrMore(.kind(ListItem.self))],
      attributes: [
        Attribute("bullet", \BulletList.bullet),
        Attribute("tight", \BulletList.isTight, default: false, isHidden: true),
      ])
  }
}

/// A list of numbered items.
open class EnumeratedList: Element {
  /// `arabic`, `loweralpha`, `upperalpha`, `lowerroman` or `upperroman`.
  @exclusivity(unchecked)
  public final var enumtype: String?
  /// What stands before the number.
  @exclusivity(unchecked)
  public final var prefix: String?
  /// What stands after the number.
  @exclusivity(unchecked)
  public final var suffix: String?
  /// The number of the first item; nil for 1.
  @exclusivity(unchecked)
  public final var start: Int?
  /// Whether the items' paragraphs stand without space between them.
  @exclusivity(unchecked)
  public final var isTight: Bool = false

  /// docutils always writes these two, even when they are empty.
  public required init() {
    super.init()
    prefix = ""
    suffix = "."
    enumtype = "arabic"
  }
  open override class var schema: Schema {
    Schema(
      [.sequential, .body], content: [.oneOrMore(.kind(ListItem.self))],
      attributes: [
        Attribute("enumtype", \EnumeratedList.enumtype),
        Attribute("prefix", \EnumeratedList.prefix), Attribute("suffix", \EnumeratedList.suffix),
        Attribute("start", \EnumeratedList.start),
        Attribute("tight", \EnumeratedList.isTight, default: false, isHidden: true),
      ])
  }
}

open class ListItem: Element {
  open override class var schema: Schema { Schema(.part, content: .optionalBody) }
}

/// A list of terms and what they mean.
open class DefinitionList: Element {
  open override class var schema: Schema {
    Schema([.sequential, .body], content: [.oneOrMore(.kind(DefinitionListItem.self))])
  }
}

open class DefinitionListItem: Element {
  open override class var schema: Schema {
    Schema(
      .part,
      content: [
        .one(.kind(Term.self)), .zeroOrMore(.kind(Classifier.self), .kind(Term.self)),
        .one(.kind(Definition.self)),
      ])
  }
}

open class Term: TextElement {
  open override class var schema: Schema { Schema(.part) }
}

/// What sort of thing a term is.
open class Classifier: TextElement {
  open override class var schema: Schema { Schema(.part) }
}

open class Definition: Element {
  open override class var schema: Schema { Schema(.part, content: .body) }
}

/// A list of fields.
open class FieldList: Element {
  open override class var schema: Schema {
    Schema([.sequential, .body], content: [.oneOrMore(.kind(Field.self))])
  }
}

/// A list of command-line options.
open class OptionList: Element {
  open override class var schema: Schema {
    Schema([.sequential, .body], content: [.oneOrMore(.kind(OptionListItem.self))])
  }
}

open class OptionListItem: Element {
  open override class var childTextSeparator: String { "  " }
  open override class var schema: Schema {
    Schema(.part, content: [.one(.kind(OptionGroup.self)), .one(.kind(Description.self))])
  }
}

/// The spellings of one option.
open class OptionGroup: Element {
  open override class var childTextSeparator: String { ", " }
  open override class var schema: Schema {
    Schema(.part, content: [.oneOrMore(.kind(CommandOption.self))])
  }
}

/// One spelling of an option, with its arguments.
open class CommandOption: Element {
  open override class var elementName: String { "option" }
  open override class var childTextSeparator: String { "" }
  open override class var schema: Schema {
    Schema(
      .part, content: [.one(.kind(OptionString.self)), .zeroOrMore(.kind(OptionArgument.self))])
  }
}

open class OptionString: TextElement {
  open override class var schema: Schema { Schema(.part, content: .pureText) }
}

open class OptionArgument: TextElement {
  /// What stands between option and argument; nil for a space.
  public final var delimiter: String?

  open override var ownText: String { delimiter ?? " " }
  open override class var schema: Schema {
    Schema(
      .part, content: .pureText, attributes: [Attribute("delimiter", \OptionArgument.delimiter)])
  }
}

/// What an option does.
open class Description: Element {
  open override class var schema: Schema { Schema(.part, content: .body) }
}
