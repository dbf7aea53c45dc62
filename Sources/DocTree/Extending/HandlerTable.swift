/// The handlers of one translator by kind, each looked up in the registry the first time that a
/// node of its kind comes.
///
/// A handler is found in this order: for the kind, this builder's, then this format's; then the
/// same for the superkind, and so on up.
public struct HandlerTable<Output: Translator> {
  @usableFromInline let registry: Registry
  @usableFromInline let builder: String?
  @usableFromInline var entries: [Entry]
  private var unknown: Set<String> = []

  @usableFromInline
  enum Entry {
    case notLookedUp
    case missing
    case found(AnyNodeHandler<Output>)
  }

  public init(_ context: TranslationContext) {
    registry = context.registry
    builder = context.builder
    entries = []
  }

  @inlinable
  mutating func handler(for node: Node) -> AnyNodeHandler<Output>? {
    let index = Int(node.kindIndex)
    if index < entries.count, case .found(let handler) = entries[index] { return handler }
    return lookUp(node)
  }

  @usableFromInline
  mutating func lookUp(_ node: Node) -> AnyNodeHandler<Output>? {
    let index = Int(node.kindIndex)
    while entries.count <= index { entries.append(.notLookedUp) }
    if case .missing = entries[index] { return nil }
    var kind: Kind? = node.kind
    while let candidate = kind {
      for builder in builder == nil ? [nil] : [builder, nil] {
        let key = HandlerKey(
          output: ObjectIdentifier(Output.self), builder: builder, kind: candidate.index)
        if let handler = registry.handlers[key] as? AnyNodeHandler<Output> {
          entries[index] = .found(handler)
          return handler
        }
      }
      kind = candidate.superkind
    }
    entries[index] = .missing
    return nil
  }

  /// Whether this is the first node of a kind that nobody handles.
  mutating func isFirstUnknown(_ node: Node) -> Bool {
    unknown.insert((node as? UnknownElement)?.name ?? node.kind.name).inserted
  }
}
