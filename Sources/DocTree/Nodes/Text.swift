/// A leaf that holds a string. (docutils: nodes.Text.)
public final class Text: Node {
  /// The characters, without any markup.
  @exclusivity(unchecked)
  public var string: String

  public required init() {
    string = ""
    super.init(isElement: false)
  }

  public init(_ string: String) {
    self.string = string
    super.init(isElement: false)
  }

  public override class var elementName: String { "#text" }
}

/// What can stand where children are listed: a node, a string (it becomes a ``Text``), or an array
/// of these.
public protocol NodeContent {
  /// The nodes in order, made or passed on.
  var nodes: [Node] { get }
}

extension Node: NodeContent {
  public var nodes: [Node] { [self] }
}

extension String: NodeContent {
  public var nodes: [Node] { [Text(self)] }
}

extension Array: NodeContent where Element: NodeContent {
  public var nodes: [Node] { flatMap(\.nodes) }
}
