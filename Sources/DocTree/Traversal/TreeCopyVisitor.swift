/// A visitor that copies what ``Node/walkabout(_:)`` leads it over. (docutils: nodes.TreeCopyVisitor.)
public struct TreeCopyVisitor: NodeVisitor {
  /// The copy, without a parent; nil before the walk has ended. (docutils: get_tree_copy.)
  public private(set) var copy: Node?

  /// The copies of the nodes that are open.
  private var openNodes: [Node] = []

  public init() {}

  public mutating func visit(_ node: Node) -> VisitAction {
    openNodes.append(node.copy())
    return .continue
  }

  public mutating func depart(_ node: Node) throws -> DepartAction {
    // Added after its children, a node costs no way up the tree to tell how deep it has become.
    let done = openNodes.removeLast()
    if let parent = openNodes.last?.asElement {
      try parent.append(done)
    } else {
      copy = done
    }
    return .continue
  }
}
