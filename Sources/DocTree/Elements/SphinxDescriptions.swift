/// The description of something that programs can name: a function, an option, a directive.
/// (Sphinx: addnodes.desc.)
open class Desc: Element {
  /// The domain, such as `py`; empty for none.
  public final var domain: String?
  /// What sort of thing it is, as the directive was called.
  public final var desctype: String?
  /// What sort of thing it is, as the domain calls it.
  public final var objtype: String?
  /// Whether references cannot point to it.
  public final var noIndex: Bool = false
  /// Whether the index of the project leaves it out.
  public final var noIndexEntry: Bool = false
  /// Whether tables of contents leave it out.
  public final var noContentsEntry: Bool = false
  /// Whether it is a target alone and nothing that a reader sees.
  public final var noTypesetting: Bool = false

  open override class var schema: Schema {
    Schema(
      [.general, .body],
      content: [.oneOrMore(.kind(DescSignature.self)), .optional(.kind(DescContent.self))],
      attributes: [
        Attribute("domain", \Desc.domain), Attribute("desctype", \Desc.desctype),
        Attribute("objtype", \Desc.objtype),
        Attribute(always: "no-index", \Desc.noIndex), Attribute(always: "noindex", \Desc.noIndex),
        Attribute(always: "no-index-entry", \Desc.noIndexEntry),
        Attribute(always: "noindexentry", \Desc.noIndexEntry),
        Attribute(always: "no-contents-entry", \Desc.noContentsEntry),
        Attribute(always: "nocontentsentry", \Desc.noContentsEntry),
        Attribute(always: "no-typesetting", \Desc.noTypesetting),
      ])
  }
}

/// One way to write what is described. (Sphinx: addnodes.desc_signature.)
open class DescSignature: TextElement {
  /// Whether its lines are ``DescSignatureLine`` elements.
  public final var isMultiline: Bool = false
  /// The name with the classes that it stands in, without the module.
  public final var fullname: String?
  /// The name in tables of contents.
  public final var tocName: String?
  /// The names from the outermost scope to its own, as Python writes a tuple.
  public final var tocParts: String?
  /// All spellings of an option, separated by spaces.
  public final var allnames: String?
  /// The program or the directive that an option belongs to; nil for none.
  public final var program: String?
  /// What was written, where it is a declaration in C or C++.
  public final var declaration: String?

  public required init() {
    super.init()
    classes = ["sig", "sig-object"]
  }

  open override class var schema: Schema {
    Schema(
      [.part, .inline],
      attributes: [
        Attribute("is_multiline", \DescSignature.isMultiline, default: false),
        Attribute("fullname", \DescSignature.fullname),
        Attribute("_toc_name", \DescSignature.tocName),
        Attribute("_toc_parts", \DescSignature.tocParts),
        Attribute("allnames", \DescSignature.allnames),
        Attribute("program", \DescSignature.program, isHidden: true),
        Attribute("declaration", \DescSignature.declaration, isHidden: true),
      ])
  }
}

/// One line of a signature that has several. (Sphinx: addnodes.desc_signature_line.)
open class DescSignatureLine: FixedTextElement {
  /// Whether the link to the description stands behind it.
  public final var addPermalink: Bool = false

  open override class var schema: Schema {
    Schema(
      [.part, .inline],
      attributes: [Attribute("add_permalink", \DescSignatureLine.addPermalink, default: false)])
  }
}

/// What is said of the thing. (Sphinx: addnodes.desc_content.)
open class DescContent: Element {
  open override class var schema: Schema { Schema(.part, content: .optionalBody) }
}

/// A piece of code in text, marked up as signatures are. (Sphinx: addnodes.desc_inline.)
open class DescInline: TextElement {
  public final var domain: String?

  open override class var schema: Schema {
    Schema(.inline, attributes: [Attribute("domain", \DescInline.domain)])
  }
}

/// The name of what is described. (Sphinx: addnodes.desc_name.)
open class DescName: FixedTextElement {
  public required init() {
    super.init()
    classes = ["sig-name", "descname"]
  }
  open override class var schema: Schema { Schema([.part, .inline]) }
}

/// What stands before the name: a module, a class. (Sphinx: addnodes.desc_addname.)
open class DescAddname: FixedTextElement {
  public required init() {
    super.init()
    classes = ["sig-prename", "descclassname"]
  }
  open override class var schema: Schema { Schema([.part, .inline]) }
}

/// A type. (Sphinx: addnodes.desc_type.)
open class DescType: FixedTextElement {
  open override class var schema: Schema { Schema([.part, .inline]) }
}

/// What a function gives back. (Sphinx: addnodes.desc_returns.)
open class DescReturns: DescType {
  open override var ownText: String { " -> " }
}

/// The parameters. (Sphinx: addnodes.desc_parameterlist.)
open class DescParameterlist: FixedTextElement {
  /// Whether each parameter has a line of its own; nil where the domain does not say.
  public final var isMultiline: Bool?
  /// Whether a comma stands behind the last of parameters on lines of their own; nil where the
  /// domain does not say.
  public final var hasTrailingComma: Bool?

  open override class var childTextSeparator: String { ", " }
  open override class var schema: Schema {
    Schema(
      [.part, .inline],
      attributes: [
        Attribute("multi_line_parameter_list", \DescParameterlist.isMultiline),
        Attribute("multi_line_trailing_comma", \DescParameterlist.hasTrailingComma),
      ])
  }
}

/// The type parameters. (Sphinx: addnodes.desc_type_parameter_list.)
open class DescTypeParameterList: DescParameterlist {}

/// One parameter. (Sphinx: addnodes.desc_parameter.)
open class DescParameter: FixedTextElement {
  /// Whether it is not emphasized as a whole, as its parts are marked.
  public final var noemph: Bool = false

  open override class var schema: Schema {
    Schema(
      [.part, .inline], attributes: [Attribute("noemph", \DescParameter.noemph, default: false)])
  }
}

/// One type parameter. (Sphinx: addnodes.desc_type_parameter.)
open class DescTypeParameter: DescParameter {}

/// Parameters that may be left out. (Sphinx: addnodes.desc_optional.)
open class DescOptional: FixedTextElement {
  open override class var childTextSeparator: String { ", " }
  open override class var schema: Schema { Schema([.part, .inline]) }
}

/// What is said of a thing beside its name: `class`, `async`, a value. (Sphinx: addnodes.desc_annotation.)
open class DescAnnotation: FixedTextElement {
  open override class var schema: Schema { Schema([.part, .inline]) }
}
