/// Where a project's documents are listed. (Sphinx: addnodes.toctree.)
open class Toctree: Element {
  public final var caption: String?
  public final var entries = ToctreeEntries()
  /// Whether names may be patterns.
  public final var glob = false
  public final var hidden = false
  /// The documents among the entries.
  public final var includefiles: [String] = []
  public final var includehidden = false
  /// How many levels it shows; -1 for all.
  public final var maxdepth = -1
  /// How many levels have numbers.
  public final var numbered = 0
  /// The document that it stands in.
  public final var parentDocument: String?
  /// Whether it shows documents without their sections.
  public final var titlesonly = false
  /// Whether the entries were turned round; they are in their final order.
  public final var isReversed = false

  open override class var schema: Schema {
    Schema(
      [.general, .body], content: .empty,
      attributes: [
        Attribute(orNone: "caption", \Toctree.caption),
        Attribute(always: "entries", \Toctree.entries, empty: ToctreeEntries()),
        Attribute(always: "glob", \Toctree.glob), Attribute(always: "hidden", \Toctree.hidden),
        Attribute(always: "includefiles", \Toctree.includefiles, empty: []),
        Attribute(always: "includehidden", \Toctree.includehidden),
        Attribute("maxdepth", \Toctree.maxdepth, default: .min),
        Attribute("numbered", \Toctree.numbered, default: .min),
        Attribute("parent", \Toctree.parentDocument),
        Attribute(always: "titlesonly", \Toctree.titlesonly),
        Attribute("reversed", \Toctree.isReversed, default: false, isHidden: true),
      ])
  }
}

/// One line of a ``Toctree``.
public struct ToctreeEntry: Hashable, Sendable {
  /// What is shown instead of the document's own title.
  public var title: String?
  /// The name of a document, an address, `self`, or a pattern if the tree says so.
  public var target: String
  /// Where the target stands, for messages. It is no part of the attribute.
  public var position: SourcePosition

  public init(title: String? = nil, target: String, position: SourcePosition = .unknown) {
    self.title = title
    self.target = target
    self.position = position
  }
}

/// The lines of a ``Toctree``. Dumps show them as Python writes pairs, as Sphinx's do.
public struct ToctreeEntries: AttributeConvertible, Hashable, Sendable {
  public var items: [ToctreeEntry]

  public init(_ items: [ToctreeEntry] = []) { self.items = items }

  public init?(_ value: AttributeValue) {
    items = []
    for pair in [String](value) ?? [] {
      guard let values = PythonLiteral.items(ofTuple: pair), values.count == 2,
        let target = values[1]
      else { return nil }
      items.append(ToctreeEntry(title: values[0], target: target))
    }
  }

  public var attributeValue: AttributeValue {
    .list(
      items.map {
        "(\($0.title.map(PythonLiteral.quoted) ?? "None"), \(PythonLiteral.quoted($0.target)))"
      })
  }
}

extension Attribute {
  /// A list that shows even where it is empty.
  fileprivate init<E: Element, Value: AttributeConvertible & Sendable>(
    always name: String, _ property: any ReferenceWritableKeyPath<E, Value> & Sendable,
    empty: Value
  ) {
    // The downcasts hold because a kind's attributes are asked of its own nodes only.
    self.init(
      name: name,
      get: { unsafeDowncast($0, to: E.self)[keyPath: property].attributeValue },
      set: { element, value in
        let converted = value.map { Value($0) } ?? empty
        guard let converted else { return false }
        unsafeDowncast(element, to: E.self)[keyPath: property] = converted
        return true
      })
  }
}
