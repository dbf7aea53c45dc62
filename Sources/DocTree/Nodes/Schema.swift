/// What a class says of its nodes. What is left out is the superclass's.
public struct Schema: Sendable {
  /// Where such an element may stand, and what it is for.
  public var categories: Category?
  /// What such an element may contain.
  public var content: ContentModel?
  /// The attributes that the class adds to its superclass's, or describes anew.
  public var attributes: [Attribute]

  public init(
    _ categories: Category? = nil, content: ContentModel? = nil, attributes: [Attribute] = []
  ) {
    self.categories = categories
    self.content = content
    self.attributes = attributes
  }
}

/// What docutils says of a kind by its mix-in classes.
public struct Category: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The document.
  public static let root = Category(rawValue: 1 << 0)
  /// Has a title: title, subtitle, rubric.
  public static let titular = Category(rawValue: 1 << 1)
  /// May stand before the bibliographic fields.
  public static let preBibliographic = Category(rawValue: 1 << 2)
  /// A field of a document's `docinfo`.
  public static let bibliographic = Category(rawValue: 1 << 3)
  /// A header or footer.
  public static let decorative = Category(rawValue: 1 << 4)
  /// Sections and what stands beside them.
  public static let structural = Category(rawValue: 1 << 5)
  /// Parts of a document or section other than its body.
  public static let subStructural = Category(rawValue: 1 << 6)
  /// What a section, a list item or a quotation contains.
  public static let body = Category(rawValue: 1 << 7)
  /// Body elements of any sort.
  public static let general = Category(rawValue: 1 << 8)
  /// Lists.
  public static let sequential = Category(rawValue: 1 << 9)
  /// Admonitions.
  public static let admonition = Category(rawValue: 1 << 10)
  /// Body elements that are for the processing, not for the reader.
  public static let special = Category(rawValue: 1 << 11)
  /// Not rendered.
  public static let invisible = Category(rawValue: 1 << 12)
  /// Parts of body elements.
  public static let part = Category(rawValue: 1 << 13)
  /// Stands in text.
  public static let inline = Category(rawValue: 1 << 14)
  /// Points to something.
  public static let referential = Category(rawValue: 1 << 15)
  /// Can be pointed to, and is by some reference.
  public static let targetable = Category(rawValue: 1 << 16)
  /// Begins with a label.
  public static let labeled = Category(rawValue: 1 << 17)
  /// Holds links back to what points to it.
  public static let backLinkable = Category(rawValue: 1 << 18)
  /// Has something to be resolved.
  public static let resolvable = Category(rawValue: 1 << 19)

  /// An invisible element that may stand before the bibliographic fields, as docutils' is.
  static let hidden: Category = [.special, .body, .invisible, .preBibliographic]

  /// The name that messages use, as docutils' class is called.
  public var name: String {
    let names = [
      "Root", "Titular", "PreBibliographic", "Bibliographic", "Decorative", "Structural",
      "SubStructural", "Body", "General", "Sequential", "Admonition", "Special", "Invisible",
      "Part", "Inline", "Referential", "Targetable", "Labeled", "BackLinkable", "Resolvable",
    ]
    return names.indices.filter { rawValue & (1 << UInt32($0)) != 0 }
      .map { names[$0] }.joined(separator: "|")
  }
}

/// What an element may contain: a sequence of parts, each with the number of times that it may
/// stand there. Read from left to right, each part taking as many children as it can.
/// (docutils: Element.content_model.)
public struct ContentModel: Sendable {
  /// One thing that a part accepts.
  public enum Alternative: Sendable {
    case text
    /// Elements that have all of these categories.
    case category(Category)
    /// Elements of this class or of a subclass.
    case kind(Node.Type)
  }

  /// How often a part may stand. (docutils: `.`, `?`, `*`, `+`.)
  public enum Quantifier: Sendable { case one, optional, zeroOrMore, oneOrMore }

  /// One part of the sequence.
  public struct Part: Sendable {
    public var alternatives: [Alternative]
    public var quantifier: Quantifier

    public init(_ quantifier: Quantifier, _ alternatives: [Alternative]) {
      self.alternatives = alternatives
      self.quantifier = quantifier
    }

    public static func one(_ alternatives: Alternative...) -> Part { .init(.one, alternatives) }
    public static func optional(_ alternatives: Alternative...) -> Part {
      .init(.optional, alternatives)
    }
    public static func zeroOrMore(_ alternatives: Alternative...) -> Part {
      .init(.zeroOrMore, alternatives)
    }
    public static func oneOrMore(_ alternatives: Alternative...) -> Part {
      .init(.oneOrMore, alternatives)
    }
  }

  public var parts: [Part]
  /// Whether the whole sequence may stand several times, as in `authors`.
  public var repeats: Bool

  public init(_ parts: [Part], repeats: Bool = false) {
    self.parts = parts
    self.repeats = repeats
  }

  /// No children.
  public static let empty = ContentModel([])
  /// Text and inline elements.
  public static let text = ContentModel([.zeroOrMore(.text, .category(.inline))])
  /// At most one text.
  public static let pureText = ContentModel([.optional(.text)])
  /// One or more body elements.
  public static let body = ContentModel([.oneOrMore(.category(.body))])
  /// Any number of body elements.
  public static let optionalBody = ContentModel([.zeroOrMore(.category(.body))])
}

extension ContentModel: ExpressibleByArrayLiteral {
  public init(arrayLiteral parts: Part...) { self.init(parts) }
}
