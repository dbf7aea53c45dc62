/// A visitor with a method for each kind of node, as docutils' visitors have `visit_paragraph` and
/// `depart_paragraph`.
///
///     struct LinkCollector: KindVisitor {
///       var methods = KindMethods<LinkCollector>()
///       var addresses: [String] = []
///
///       init() {
///         on(Reference.self) { reference, collector in
///           if let address = reference.refuri { collector.addresses.append(address) }
///           return .skipNode
///         }
///       }
///       mutating func visitUnknown(_ node: Node) -> VisitAction { .continue }
///       mutating func departUnknown(_ node: Node) -> DepartAction { .continue }
///     }
///
/// A kind without a method is visited with that of its superkind. Where there is none up to the
/// root, it is unknown, which is an error unless the visitor says otherwise: ``SparseNodeVisitor``
/// and ``GenericNodeVisitor`` do. Visits and departures are looked up apart.
/// (docutils: nodes.NodeVisitor; the superkinds are Sphinx's.)
public protocol KindVisitor: NodeVisitor {
  /// The methods by kind; begins as `KindMethods()`, and ``on(_:visit:depart:)`` adds to it.
  var methods: KindMethods<Self> { get set }
  /// Whether a ``Meta`` without a method is an error, too. (docutils: strict_visitor.)
  var isStrict: Bool { get }

  /// Called for a node whose kind has no method for visits. (docutils: unknown_visit.)
  mutating func visitUnknown(_ node: Node) throws -> VisitAction
  /// Called for a node whose kind has no method for departures. (docutils: unknown_departure.)
  mutating func departUnknown(_ node: Node) throws -> DepartAction
}

extension KindVisitor {
  public var isStrict: Bool { false }

  /// Sets the methods for a kind and the kinds below it that have none of their own.
  ///
  /// - Parameters:
  ///   - visit: nil to leave visits as they are.
  ///   - depart: nil to leave departures as they are.
  public mutating func on<Subject: Node>(
    _ kind: Subject.Type, visit: ((Subject, inout Self) throws -> VisitAction)? = nil,
    depart: ((Subject, inout Self) throws -> DepartAction)? = nil
  ) {
    methods.set(kind, visit: visit, depart: depart)
  }

  public mutating func visit(_ node: Node) throws -> VisitAction {
    guard let method = methods.visits.method(for: node) else { return try visitUnknown(node) }
    return try method(node, &self)
  }

  public mutating func depart(_ node: Node) throws -> DepartAction {
    guard let method = methods.departures.method(for: node) else { return try departUnknown(node) }
    return try method(node, &self)
  }

  /// - Throws: ``UnknownNodeError``, unless the node is a ``Meta`` and the visitor is not strict.
  public mutating func visitUnknown(_ node: Node) throws -> VisitAction {
    try refuse(node, .visiting)
    return .continue
  }

  /// - Throws: ``UnknownNodeError``, unless the node is a ``Meta`` and the visitor is not strict.
  public mutating func departUnknown(_ node: Node) throws -> DepartAction {
    try refuse(node, .departing)
    return .continue
  }

  private func refuse(_ node: Node, _ step: UnknownNodeError.Step) throws {
    if !isStrict, node.kind.isKind(of: Meta.kind) { return }
    throw UnknownNodeError(
      visitor: String(describing: Self.self), step: step, kind: node.nameInMessages,
      position: node.nearestPosition)
  }
}

/// A visitor came to a node that it has no method for.
public struct UnknownNodeError: Error, Equatable, CustomStringConvertible {
  /// What the visitor was about to do with the node.
  public enum Step: String, Sendable { case visiting, departing }

  /// The visitor's type.
  public let visitor: String
  public let step: Step
  /// The name of the node's kind.
  public let kind: String
  /// Where the node, or what is nearest above it, begins.
  public let position: SourcePosition

  /// (docutils: the text of NodeVisitor.unknown_visit's NotImplementedError.)
  public var description: String {
    let place = position.description
    return (place.isEmpty ? "" : place + ": ")
      + "\(visitor) \(step.rawValue) unknown node type: \(kind)"
  }
}

extension Node {
  /// The name that messages call the node by: its kind's, or that which it was read with.
  var nameInMessages: String { (self as? UnknownElement)?.name ?? kind.name }
}
