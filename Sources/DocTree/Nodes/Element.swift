/// A node with children and attributes. Every standard kind is a subclass, and so is a kind of
/// your own:
///
///     public final class Todo: Admonition {}
///
/// A subclass gives its stored properties default values and does not declare a designated
/// initializer, so that it can be made from nothing. (docutils: nodes.Element.)
///
/// Stored properties that readers and translators touch for each node are marked
/// `@exclusivity(unchecked)` throughout: a tree belongs to one task, no closure is handed a
/// reference into a node, and the dynamic checks would be a twentieth of a document's cost.
open class Element: Node {
  /// Where ``index(of:)`` found a child last. It stands first, where it takes no room.
  @exclusivity(unchecked)
  final var lastIndex: UInt32 = 0

  /// The child nodes, in document order.
  public final internal(set) var children: [Node] {
    get { childList }
    _modify { yield &childList }
  }

  // Behind a computed property, as other modules would check each access of a stored one.
  @exclusivity(unchecked)
  private final var childList: [Node] = []

  /// Which kinds there may be below: never too few, so that a search leaves out what has none of
  /// those that it looks for. What is above has them, too.
  @exclusivity(unchecked)
  final var kindsBelow = KindMask()

  /// Attributes that few elements have, in a box that is made when one is set.
  @exclusivity(unchecked)
  final var rare: RareAttributes?

  /// Makes an element without children and attributes.
  public required init() { super.init(isElement: true) }

  /// Makes an element with `content` as its children. Nodes that have a parent are taken out of it.
  public convenience init(_ content: any NodeContent...) {
    self.init()
    var nodes: [Node] = []
    for item in content { nodes.append(contentsOf: item.nodes) }
    adopt(nodes)
  }

  /// Makes an element with `children`. Nodes that have a parent are taken out of it.
  public required convenience init(children: [Node], position: SourcePosition = .unknown) {
    self.init()
    self.position = position
    adopt(children)
  }

  /// Makes an element with the children and the place of another one, which loses its children.
  public convenience init(contentOf other: Element) {
    self.init(children: other.removeChildren(), position: other.position)
    rawSource = other.rawSource
  }

  /// What ``astext()`` puts between the children. (docutils: Element.child_text_separator.)
  open class var childTextSeparator: String { "\n\n" }

  /// What ``astext()`` gives of the element itself, before its children.
  open var ownText: String { "" }

  /// What is wrong with the place that the element has among the children of `parent`, one message
  /// for each rule that it breaks. What the content model can say is not repeated here.
  /// (docutils: Node.validate_position.)
  open func positionProblems(in parent: Element, at index: Int) -> [String] { [] }

  /// Sets the children of an element that has none and is in no tree yet.
  private final func adopt(_ nodes: [Node]) {
    var top: UInt8 = 0
    var kinds = KindMask()
    var isRepeated = false
    nodes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        // Not retained: the array holds it.
        Unmanaged.passUnretained(buffer[index])._withUnsafeGuaranteedRef { node in
          if let parent = node.parent {
            if parent === self {
              isRepeated = true
              return
            }
            nodes.detach(except: self)
          }
          node.parent = self
          kinds.formUnion(node.kinds)
          if node.isElement { top = max(top, node.levels &+ (node.levels < .max ? 1 : 0)) }
        }
      }
    }
    children = isRepeated ? nodes.distinct : nodes
    levels = top
    kindsBelow = kinds
  }

  deinit {
    if levels == .max {
      freeStepByStep()
    } else {
      // A child that something else still holds must not keep a link to a freed parent.
      children.withUnsafeBufferPointer { children in
        for index in children.indices {
          Unmanaged.passUnretained(children[index])._withUnsafeGuaranteedRef { $0.parent = nil }
        }
      }
    }
  }

  /// Frees a subtree that may be deep without using the stack for it: each element gives its
  /// children away before it goes.
  private final func freeStepByStep() {
    var pending = children
    children = []
    while var node = pending.popLast() {
      node.parent = nil
      guard isKnownUniquelyReferenced(&node), let element = node.asElement else { continue }
      for child in element.children { child.parent = nil }
      pending.append(contentsOf: element.children)
      element.children = []
    }
  }
}

/// An element made of text and inline elements. (docutils: nodes.TextElement.)
open class TextElement: Element {
  open override class var schema: Schema { Schema(content: .text) }
  open override class var childTextSeparator: String { "" }
}

/// An element whose white space matters. (docutils: nodes.FixedTextElement.)
open class FixedTextElement: TextElement {
  /// Always `preserve`, unless somebody takes it away.
  @exclusivity(unchecked)
  public final var xmlSpace: String? = "preserve"

  open override class var schema: Schema {
    Schema(attributes: [Attribute("xml:space", \FixedTextElement.xmlSpace)])
  }
}

/// An element that holds one string and no children: comments, maths, raw text, labels.
/// In dumps and XML the string stands where docutils has a Text node.
/// (docutils: nodes.PureTextElement.)
open class PureTextElement: Element {
  @exclusivity(unchecked)
  private final var storage = ""

  /// The characters, as they are. Behind a computed property as ``Node/position`` is.
  public final var text: String {
    get { storage }
    set { storage = newValue }
  }

  open override class var schema: Schema { Schema(content: .pureText) }
  open override var ownText: String { text }

  /// Makes an element that holds `text`.
  public convenience init(text: String) {
    self.init()
    self.text = text
  }
}

/// A convenience for making nodes in one expression.
public protocol Configurable: AnyObject {}

extension Configurable {
  /// Changes the node and returns it: `Reference("x").with { $0.refuri = "y" }`.
  @discardableResult
  public func with(_ change: (Self) throws -> Void) rethrows -> Self {
    try change(self)
    return self
  }
}

extension Node: Configurable {}
