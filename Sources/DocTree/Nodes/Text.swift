/// A leaf that holds a string. (docutils: nodes.Text.)
public final class Text: Node {
  /// The characters, without any markup.
  public var string: String {
    get { storage }
    set { storage = newValue }
  }

  /// Behind a computed property because other modules would check each access of a stored one.
  @exclusivity(unchecked) private var storage: String

  public required init() {
    storage = ""
    super.init(isElement: false)
  }

  public init(_ string: String, position: SourcePosition = .unknown) {
    storage = string
    super.init(isElement: false)
    self.position = position
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
  public var nodes: [Node] {
    // The types are the same there, and an array of nodes needs no work.
    if Element.self == Node.self { return unsafeBitCast(self, to: [Node].self) }
    var result: [Node] = []
    result.reserveCapacity(count)
    for element in self { result.append(contentsOf: element.nodes) }
    return result
  }
}
