/// What `visit` says about the way on.
public enum VisitAction: Sendable {
  /// Visit the children, then depart.
  case `continue`
  /// Do not visit the children; depart. (docutils: SkipChildren.)
  case skipChildren
  /// Neither visit the children nor depart: the usual answer of a visitor that has written the
  /// whole node itself. (docutils: SkipNode.)
  case skipNode
  /// Visit the children, but do not depart. (docutils: SkipDeparture.)
  case skipDeparture
  /// Visit the children and depart; do not visit the siblings that follow. (docutils: SkipSiblings,
  /// as it is documented there, not as it behaves.)
  case skipSiblings
  /// Visit nothing more; depart from this node and from all ancestors. (docutils: StopTraversal.)
  case stop
}

/// What `depart` says about the way on.
public enum DepartAction: Sendable {
  case `continue`
  /// Do not visit the siblings that follow.
  case skipSiblings
  /// Visit nothing more; depart from all ancestors.
  case stop
}

/// Something that is led over a tree by ``Node/walk(_:)`` or ``Node/walkabout(_:)``.
///
/// Anything can conform, for any purpose. Pruning is a returned value; what is thrown is an error,
/// goes to whoever called `walk`, and nothing more is called. (docutils: nodes.NodeVisitor.)
public protocol NodeVisitor: ~Copyable {
  /// Called before the children are visited. It may change the tree: the children are those that
  /// the node has when this returns, and later changes to its list of children do not matter.
  mutating func visit(_ node: Node) throws -> VisitAction

  /// Called after the children were visited; only by `walkabout`.
  mutating func depart(_ node: Node) throws -> DepartAction
}

extension NodeVisitor where Self: ~Copyable {
  /// Does nothing.
  public mutating func depart(_ node: Node) throws -> DepartAction { .continue }
}
