/// References to what is related. (Sphinx: addnodes.seealso.)
open class Seealso: SpecificAdmonition {
  open override class var label: String { "See also" }
}

/// What a version brought, changed or took away. (Sphinx: addnodes.versionmodified.)
open class Versionmodified: Element {
  /// `versionadded`, `versionchanged`, `deprecated` or `versionremoved`.
  public final var type: String?
  public final var version: String?

  open override class var schema: Schema {
    Schema(
      [.admonition, .body], content: .optionalBody,
      attributes: [
        Attribute("type", \Versionmodified.type), Attribute("version", \Versionmodified.version),
      ])
  }
}

/// The language that the code which follows is in. (Sphinx: addnodes.highlightlang.)
open class Highlightlang: Element {
  public final var force = false
  public final var lang: String?
  /// From how many lines on code has line numbers; nil for never.
  public final var linenothreshold: Int?

  open override class var schema: Schema {
    Schema(
      [.special, .body, .invisible], content: .empty,
      attributes: [
        Attribute(always: "force", \Highlightlang.force),
        Attribute("lang", \Highlightlang.lang),
        Attribute(threshold: "linenothreshold", \Highlightlang.linenothreshold),
      ])
  }
}

extension Attribute {
  /// A number whose absence shows as the largest one there is. (Python: sys.maxsize.)
  fileprivate init<E: Element>(
    threshold name: String, _ property: any ReferenceWritableKeyPath<E, Int?> & Sendable
  ) {
    // The downcasts hold because a kind's attributes are asked of its own nodes only.
    self.init(
      name: name,
      get: { .integer(unsafeDowncast($0, to: E.self)[keyPath: property] ?? .max) },
      set: { element, value in
        let number = value.flatMap { Int($0) }
        guard (number == nil) == (value == nil) else { return false }
        unsafeDowncast(element, to: E.self)[keyPath: property] = number == .max ? nil : number
        return true
      })
  }
}

/// The columns of a table that follows, in LaTeX. (Sphinx: addnodes.tabular_col_spec.)
open class TabularColSpec: Element {
  public final var spec: String?

  open override class var schema: Schema {
    Schema(
      [.special, .body, .invisible], content: .empty,
      attributes: [Attribute("spec", \TabularColSpec.spec)])
  }
}

/// A line in the middle. (Sphinx: addnodes.centered.)
open class Centered: TextElement {
  open override class var schema: Schema { Schema([.general, .body]) }
}

/// A list of people to thank. (Sphinx: addnodes.acks.)
open class Acks: Element {
  open override class var schema: Schema { Schema([.general, .body], content: .body) }
}

/// A list whose items stand in columns. (Sphinx: addnodes.hlist.)
open class Hlist: Element {
  public final var ncolumns: Int?

  open override class var schema: Schema {
    Schema(
      [.general, .body], content: [.oneOrMore(.kind(Hlistcol.self))],
      attributes: [Attribute("ncolumns", \Hlist.ncolumns)])
  }
}

/// A column of such a list. (Sphinx: addnodes.hlistcol.)
open class Hlistcol: Element {
  open override class var schema: Schema { Schema(.part, content: .body) }
}

/// Terms and what they mean, which references can name. (Sphinx: addnodes.glossary.)
open class Glossary: Element {
  public final var sorted = false

  open override class var schema: Schema {
    Schema(
      [.general, .body], content: .optionalBody,
      attributes: [Attribute(always: "sorted", \Glossary.sorted)])
  }
}

/// What only some outputs show. (Sphinx: addnodes.only.)
open class Only: Element {
  /// Tags with `and`, `or`, `not` and parentheses.
  public final var expr: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body], content: .optionalBody, attributes: [Attribute("expr", \Only.expr)])
  }
}

/// The rules of a grammar. (Sphinx: addnodes.productionlist.)
open class Productionlist: Element {
  open override class var schema: Schema {
    Schema([.general, .body], content: [.zeroOrMore(.kind(Production.self))])
  }
}

/// A line of a rule. (Sphinx: addnodes.production.)
open class Production: FixedTextElement {
  /// What the rule defines; empty for a line that continues one.
  public final var tokenname: String?

  open override class var schema: Schema {
    Schema(.part, attributes: [Attribute("tokenname", \Production.tokenname)])
  }
}

/// A paragraph without space around it, as in lists of links. (Sphinx: addnodes.compact_paragraph.)
open class CompactParagraph: Element {
  open override class var childTextSeparator: String { "" }
  open override class var schema: Schema {
    Schema(
      [.general, .body], content: [.zeroOrMore(.text, .category(.inline), .category(.body))])
  }
}
