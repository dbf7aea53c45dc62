/// A heading's part of a document: a title, then body elements and transitions, then sections.
open class Section: Element {
  /// The level that the heading has in its source, from 1; nil if it comes from none.
  @exclusivity(unchecked)
  public final var level: Int?

  open override class var schema: Schema {
    Schema(
      .structural,
      content: [
        .one(.kind(Title.self)), .optional(.kind(Subtitle.self)),
        .zeroOrMore(
          .category(.body), .kind(Topic.self), .kind(Sidebar.self), .kind(Transition.self)),
        .zeroOrMore(.kind(Section.self), .kind(Transition.self)),
      ],
      attributes: [Attribute("level", \Section.level, isHidden: true)])
  }
}

/// A part with a title of its own that is no section: a table of contents, an abstract.
open class Topic: Element {
  open override class var schema: Schema {
    Schema(
      .structural, content: [.optional(.kind(Title.self)), .oneOrMore(.category(.body))])
  }
}

/// Something beside the text.
open class Sidebar: Element {
  open override class var schema: Schema {
    Schema(
      .structural,
      content: [
        .optional(.kind(Title.self)), .optional(.kind(Subtitle.self)),
        .oneOrMore(.kind(Topic.self), .category(.body)),
      ])
  }
}

/// The title of a document, section, topic, sidebar, table or admonition.
open class Title: TextElement {
  /// Whether the title is numbered by a transform.
  public final var auto: Bool = false
  /// The id of an entry in a table of contents.
  @exclusivity(unchecked)
  public final var refid: String?
  /// The level that the heading has in its source, from 1; nil if it comes from none.
  @exclusivity(unchecked)
  public final var level: Int?

  open override class var schema: Schema {
    Schema(
      [.titular, .subStructural, .preBibliographic],
      attributes: [
        Attribute("auto", \Title.auto, default: false), Attribute("refid", \Title.refid),
        Attribute("level", \Title.level, isHidden: true),
      ])
  }
}

/// The subtitle of a document, section or sidebar. It may not come first.
open class Subtitle: TextElement {
  /// The level that the heading has in its source, from 1; nil if it comes from none.
  @exclusivity(unchecked)
  public final var level: Int?

  open override class var schema: Schema {
    Schema(
      [.titular, .subStructural, .preBibliographic],
      attributes: [Attribute("level", \Subtitle.level, isHidden: true)])
  }

  open override func positionProblems(in parent: Element, at index: Int) -> [String] {
    index == 0 ? ["<subtitle> only allowed after <title>."] : []
  }
}

/// Metadata about the document, such as keywords.
open class Meta: Element {
  public final var content: String?
  public final var dir: String?
  public final var httpEquiv: String?
  public final var lang: String?
  public final var media: String?
  public final var name: String?
  public final var scheme: String?

  open override class var schema: Schema {
    Schema(
      [.subStructural, .preBibliographic], content: .empty,
      attributes: [
        Attribute("content", \Meta.content), Attribute("dir", \Meta.dir),
        Attribute("http-equiv", \Meta.httpEquiv), Attribute("lang", \Meta.lang),
        Attribute("media", \Meta.media), Attribute("name", \Meta.name),
        Attribute("scheme", \Meta.scheme),
      ])
  }
}

/// The bibliographic fields at the beginning of a document.
open class Docinfo: Element {
  open override class var schema: Schema {
    Schema(.subStructural, content: [.oneOrMore(.category(.bibliographic))])
  }
}

/// What is repeated on every page: a header, a footer.
open class Decoration: Element {
  open override class var schema: Schema {
    Schema(
      [.subStructural, .preBibliographic],
      content: [.optional(.kind(Header.self)), .optional(.kind(Footer.self))])
  }
}

/// A break between two parts of the text. It may not begin or end a section.
open class Transition: Element {
  open override class var schema: Schema { Schema(.subStructural, content: .empty) }

  open override func positionProblems(in parent: Element, at index: Int) -> [String] {
    var problems: [String] = []
    let previous = index > 0 ? parent.children[index - 1] : nil
    if Self.isBeginning(behind: previous) {
      problems.append("<transition> may not begin a section or document.")
    }
    if index == parent.children.count - 1 {
      problems.append("<transition> may not end a section or document.")
    }
    if previous?.isInstance(of: Transition.self) ?? false {
      problems.append("<transition> may not directly follow another transition.")
    }
    return problems
  }

  /// Whether what comes behind this node, if there is one, is the beginning of a section's or a
  /// document's text.
  static func isBeginning(behind previous: Node?) -> Bool {
    guard let previous else { return true }
    return [Title.self, Subtitle.self, Meta.self, Decoration.self]
      .contains { previous.isInstance(of: $0) }
  }
}

open class Header: Element {
  open override class var schema: Schema { Schema(.decorative, content: .body) }
}

open class Footer: Element {
  open override class var schema: Schema { Schema(.decorative, content: .body) }
}
