/// A visitor that does nothing with nodes whose kind has no method.
///
///     var visitor = SparseNodeVisitor()
///     visitor.on(Strong.self) { strong, _ in
///       words.append(strong.astext())
///       return .skipNode
///     }
///     try document.walk(&visitor)
///
/// That holds for kinds of your own as well as for the standard ones, which alone docutils lets
/// through. (docutils: nodes.SparseNodeVisitor.)
public struct SparseNodeVisitor: KindVisitor {
  public var methods = KindMethods<SparseNodeVisitor>()

  public init() {}

  public mutating func visitUnknown(_ node: Node) -> VisitAction { .continue }
  public mutating func departUnknown(_ node: Node) -> DepartAction { .continue }
}

/// A visitor that treats all nodes alike, ``Text`` and kinds of your own included, except those
/// whose kind has a method. A method for visits leaves departures to the default, and the other
/// way round. (docutils: nodes.GenericNodeVisitor.)
public struct GenericNodeVisitor: KindVisitor {
  public var methods = KindMethods<GenericNodeVisitor>()
  private let defaultVisit: (Node, inout GenericNodeVisitor) throws -> VisitAction
  private let defaultDeparture: (Node, inout GenericNodeVisitor) throws -> DepartAction

  /// Makes a visitor of its two defaults. (docutils: default_visit, default_departure.)
  public init(
    visit: @escaping (Node, inout GenericNodeVisitor) throws -> VisitAction,
    depart: @escaping (Node, inout GenericNodeVisitor) throws -> DepartAction = { _, _ in
      .continue
    }
  ) {
    defaultVisit = visit
    defaultDeparture = depart
  }

  public mutating func visitUnknown(_ node: Node) throws -> VisitAction {
    try defaultVisit(node, &self)
  }

  public mutating func departUnknown(_ node: Node) throws -> DepartAction {
    try defaultDeparture(node, &self)
  }
}
