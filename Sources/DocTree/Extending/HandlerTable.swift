import Synchronization

/// The handlers of one translator by kind.
///
/// A handler is found in this order: for the kind, this builder's, then this format's; then the
/// same for the superkind, and so on up.
public struct HandlerTable<Output: Translator> {
  let registry: Registry
  private let builder: String?
  @usableFromInline let entries: HandlerEntries<Output>
  private var unknown: Set<String> = []

  public init(_ context: TranslationContext) {
    registry = context.registry
    builder = context.builder
    entries = registry.handlerEntries(for: builder)
  }

  @inlinable
  func handler(for node: Node) -> Unmanaged<AnyNodeHandler<Output>>? {
    let index = Int(node.kindIndex)
    return index < entries.count ? entries.handlers[index] : find(node)
  }

  /// Whether this is the first node of a kind that nobody handles.
  mutating func isFirstUnknown(_ node: Node) -> Bool {
    unknown.insert(node.nameInMessages).inserted
  }

  /// For kinds that have come since the entries were made.
  @usableFromInline
  @inline(never)
  func find(_ node: Node) -> Unmanaged<AnyNodeHandler<Output>>? {
    registry.handlers.find(node.kind, for: builder).map { .passUnretained($0) }
  }
}

/// The handlers of a format for all kinds that were known when this was made, by the index of the kind.
///
/// They are not retained, as that would cost more for each node than calling them: the registry holds
/// the handlers, and who has this has the registry.
@usableFromInline
final class HandlerEntries<Output: Translator>: Sendable {
  @usableFromInline let count: Int
  // Written before anybody else has it, and never again.
  @usableFromInline nonisolated(unsafe) let handlers:
    UnsafeMutablePointer<Unmanaged<AnyNodeHandler<Output>>?>

  init(_ list: HandlerList, builder: String?) {
    count = KindTable.shared.count
    handlers = .allocate(capacity: count)
    for index in 0..<count {
      let handler: AnyNodeHandler<Output>? = list.find(
        KindTable.shared.kind(at: UInt16(index)), for: builder)
      (handlers + index).initialize(to: handler.map { .passUnretained($0) })
    }
  }

  deinit { handlers.deallocate() }
}

/// The handlers that were found in a registry, by format and builder.
struct KnownHandlers: Sendable {
  fileprivate struct Entry: Sendable {
    let output: ObjectIdentifier
    let builder: String?
    let handlers: any AnyObject & Sendable
  }

  fileprivate var entries: [Entry] = []
  var isEmpty: Bool { entries.isEmpty }
}

extension Registry {
  /// The handlers for all kinds: made once for each format and builder, and again when there are more
  /// kinds.
  fileprivate func handlerEntries<Output: Translator>(
    for builder: String?
  ) -> HandlerEntries<Output> {
    let output = ObjectIdentifier(Output.self)
    let count = KindTable.shared.count
    return identity.knownHandlers.withLock { known in
      if let index = known.entries.firstIndex(where: {
        $0.output == output && $0.builder == builder
      }) {
        // Those for an output are of its type.
        let entries = unsafeDowncast(
          known.entries[index].handlers, to: HandlerEntries<Output>.self)
        if entries.count >= count { return entries }
        known.entries.remove(at: index)
      }
      let new = HandlerEntries<Output>(handlers, builder: builder)
      known.entries.append(KnownHandlers.Entry(output: output, builder: builder, handlers: new))
      return new
    }
  }
}
