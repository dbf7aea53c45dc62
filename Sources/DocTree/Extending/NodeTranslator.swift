/// How nodes of one kind are written in one format, as a type of its own:
///
///     enum TodoHTML: NodeTranslator {
///       static func visit(_ node: Todo, _ html: inout HTMLTranslator) -> VisitAction { … }
///       static func depart(_ node: Todo, _ html: inout HTMLTranslator) -> DepartAction { … }
///     }
public protocol NodeTranslator<Subject, Output>: SendableMetatype {
  associatedtype Subject: Node
  associatedtype Output: Translator

  static func visit(_ node: Subject, _ output: inout Output) throws -> VisitAction
  static func depart(_ node: Subject, _ output: inout Output) throws -> DepartAction
}

extension NodeTranslator {
  /// Writes nothing.
  public static func depart(_ node: Subject, _ output: inout Output) throws -> DepartAction {
    .continue
  }
}

/// How nodes of one kind are written in one format, as a pair of closures. `Output` is a translator.
public struct NodeHandler<Subject: Node, Output>: Sendable {
  public let visit: @Sendable (Subject, inout Output) throws -> VisitAction
  public let depart: @Sendable (Subject, inout Output) throws -> DepartAction

  public init(
    visit: @escaping @Sendable (Subject, inout Output) throws -> VisitAction,
    depart: @escaping @Sendable (Subject, inout Output) throws -> DepartAction = { _, _ in
      .continue
    }
  ) {
    self.visit = visit
    self.depart = depart
  }
}

extension Registry {
  /// Registers how nodes of `Handler.Subject` are written in the format `Handler.Output`, and claims
  /// the kind.
  ///
  /// - Parameter builder: the only builder that it is for; nil for all of the format's.
  @inlinable
  public mutating func add<Handler: NodeTranslator>(
    _ handler: Handler.Type, builder: String? = nil
  ) {
    add(
      erased: AnyNodeHandler<Handler.Output>(
        // The table hands a handler nodes of the kind that it was registered for, or of a subclass.
        visit: { try Handler.visit(unsafeDowncast($0, to: Handler.Subject.self), &$1) },
        depart: { try Handler.depart(unsafeDowncast($0, to: Handler.Subject.self), &$1) }),
      kind: Handler.Subject.kind, builder: builder)
  }

  /// Registers how nodes of a kind are written in a format, and claims the kind.
  ///
  /// - Parameter builder: the only builder that it is for; nil for all of the format's.
  @inlinable
  public mutating func add<Subject: Node, Output: Translator>(
    _ kind: Subject.Type, _ handler: NodeHandler<Subject, Output>, builder: String? = nil
  ) {
    let visit = handler.visit
    let depart = handler.depart
    add(
      erased: AnyNodeHandler<Output>(
        visit: { try visit(unsafeDowncast($0, to: Subject.self), &$1) },
        depart: { try depart(unsafeDowncast($0, to: Subject.self), &$1) }),
      kind: Subject.kind, builder: builder)
  }

  @usableFromInline
  mutating func add<Output: Translator>(
    erased handler: AnyNodeHandler<Output>, kind: Kind, builder: String?
  ) {
    add(kind: kind)
    let output = ObjectIdentifier(Output.self)
    if let known = handlers.entry(output, builder: builder, kind: kind.index) {
      let place = builder.map { "builder \($0)" } ?? Output.format
      return refuse("\(place) handler for <\(kind.name)>", first: known.owner)
    }
    forgetKnownHandlers()
    handlers.add(handler, output: output, builder: builder, kind: kind.index, owner: owner)
  }
}

/// A handler whose subject is known to be of the right class.
///
/// `Output` is a translator. It is not said here, as the runtime would look for the conformance, among
/// all that there are, before it makes the first.
@usableFromInline
final class AnyNodeHandler<Output>: Sendable {
  @usableFromInline let visit: @Sendable (Node, inout Output) throws -> VisitAction
  @usableFromInline let depart: @Sendable (Node, inout Output) throws -> DepartAction

  @usableFromInline
  init(
    visit: @escaping @Sendable (Node, inout Output) throws -> VisitAction,
    depart: @escaping @Sendable (Node, inout Output) throws -> DepartAction
  ) {
    self.visit = visit
    self.depart = depart
  }
}

extension NodeHandler {
  /// Writes nothing of the node itself, only its children.
  public static var childrenOnly: NodeHandler { NodeHandler { _, _ in .continue } }

  /// Writes neither the node nor what it contains.
  public static var skipped: NodeHandler { NodeHandler { _, _ in .skipNode } }
}
