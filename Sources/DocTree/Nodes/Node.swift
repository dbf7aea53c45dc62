/// A node of a document tree: an ``Element`` with children and attributes, or a ``Text``.
///
/// A node has at most one parent; inserting it elsewhere takes it out of where it was. A tree
/// belongs to one task at a time: nodes are not `Sendable`.
///
/// Nothing in a tree is limited by the stack: walking, copying, comparing, writing and freeing
/// work at any depth. (docutils: nodes.Node.)
open class Node {
  /// The element whose child this is, or nil at the root of a tree.
  public final internal(set) var parent: Element? {
    get { parentLink }
    set { parentLink = newValue }
  }

  /// Where the node begins in its source.
  public final var position: SourcePosition {
    get { place }
    set { place = newValue }
  }

  // Behind computed properties, as other modules would check each access of stored ones.

  /// `unowned(unsafe)`, because a child never outlives the link: removing a child clears it, and
  /// so does an element that is freed while something else still holds its children.
  @exclusivity(unchecked)
  private final unowned(unsafe) var parentLink: Element?
  @exclusivity(unchecked)
  private final var place = SourcePosition.unknown

  /// The dense index of ``kind``, for tables that handlers are kept in.
  public final let kindIndex: UInt16

  /// Whether this is an ``Element``: a cast that costs one load.
  @usableFromInline final let isElement: Bool

  /// An upper bound of the levels below, which stays at 255 once it is reached. Only a tree that
  /// may be that deep is freed step by step; see `Element.deinit`.
  @exclusivity(unchecked)
  final var levels: UInt8 = 0

  /// Makes an empty node of this kind.
  public required init() {
    let type = Self.self
    kindIndex = KindTable.shared.index(of: type)
    isElement = type is Element.Type
  }

  /// For the two classes that know which of the two they are. Were it not usable from inline code,
  /// direct subclasses of `Element` in other modules would not inherit its convenience initializers.
  @usableFromInline
  init(isElement: Bool) {
    kindIndex = KindTable.shared.index(of: Self.self)
    self.isElement = isElement
  }

  /// The descriptor of the node's class: its name, categories, content model and attributes.
  public final var kind: Kind { KindTable.shared.kind(at: kindIndex) }

  /// The descriptor of this class. It is made at the first use, once in a process.
  public static var kind: Kind { KindTable.shared.kind(of: self) }

  /// What may be said of nodes of this class. A subclass overrides it with what it changes or adds;
  /// everything else is its superclass's.
  open class var schema: Schema { Schema() }

  /// The name in dumps, XML and JSON: the class's name in lower case, with underscores, unless a
  /// class overrides it. (docutils: Element.tagname.)
  open class var elementName: String { Kind.snakeCase(_typeName(self, qualified: false)) }

  /// The node as an element, or nil if it is a ``Text``. Cheaper than `as? Element`.
  @inlinable
  public final var asElement: Element? {
    isElement ? unsafeDowncast(self, to: Element.self) : nil
  }

  /// The node as a text, or nil if it is an ``Element``. Cheaper than `as? Text`.
  @inlinable
  public final var asText: Text? {
    isElement ? nil : unsafeDowncast(self, to: Text.self)
  }

  /// The topmost element above, or the node itself where it has no parent.
  ///
  /// - Complexity: O(*depth*).
  public final var root: Node {
    var node: Node = self
    while let parent = node.parent { node = parent }
    return node
  }

  /// The document that the node is in. (docutils: Node.document.)
  ///
  /// - Complexity: O(*depth*).
  public final var document: Document? { root as? Document }

  /// The nearest known position: the node's own, or that of the closest ancestor that has one.
  /// (docutils: get_source_line.)
  public final var nearestPosition: SourcePosition {
    var node: Node? = self
    while let current = node {
      if current.position.isKnown { return current.position }
      node = current.parent
    }
    return .unknown
  }
}
