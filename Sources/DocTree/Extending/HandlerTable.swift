/// The handlers of one translator by kind, each looked up in the registry the first time that a
/// node of its kind comes.
///
/// A handler is found in this order: for the kind, this builder's, then this format's; then the
/// same for the superkind, and so on up. Copies of a table share what they have found.
public struct HandlerTable<Output: Translator> {
  @usableFromInline let cache: HandlerCache<Output>

  public init(_ context: TranslationContext) {
    cache = HandlerCache(registry: context.registry, builder: context.builder)
  }

  @inlinable
  func handler(for node: Node) -> Unmanaged<AnyNodeHandler<Output>>? {
    let index = Int(node.kindIndex)
    if index < cache.count, let handler = cache.entries[index] { return handler }
    return cache.lookUp(node)
  }

  /// Whether this is the first node of a kind that nobody handles.
  func isFirstUnknown(_ node: Node) -> Bool {
    cache.unknown.insert(node.nameInMessages).inserted
  }

  var registry: Registry { cache.registry }
}

/// What a ``HandlerTable`` has found, by the index of the kind.
///
/// The entries are not retained, as that would cost more for each node than calling them: the
/// registry holds the handlers, and this holds the registry.
@usableFromInline
final class HandlerCache<Output: Translator> {
  let registry: Registry
  let builder: String?
  @exclusivity(unchecked)
  @usableFromInline var entries: UnsafeMutablePointer<Unmanaged<AnyNodeHandler<Output>>?>
  @exclusivity(unchecked)
  @usableFromInline var count: Int
  /// The kinds that were looked up in vain.
  private var missing: Set<UInt16> = []
  var unknown: Set<String> = []

  init(registry: Registry, builder: String?) {
    self.registry = registry
    self.builder = builder
    count = 128
    entries = .allocate(capacity: count)
    entries.initialize(repeating: nil, count: count)
  }

  deinit { entries.deallocate() }

  @usableFromInline
  @inline(never)
  func lookUp(_ node: Node) -> Unmanaged<AnyNodeHandler<Output>>? {
    if missing.contains(node.kindIndex) { return nil }
    guard let handler = find(node.kind) else {
      missing.insert(node.kindIndex)
      return nil
    }
    let index = Int(node.kindIndex)
    if index >= count { grow(to: max(index + 1, count * 2)) }
    let entry = Unmanaged.passUnretained(handler)
    entries[index] = entry
    return entry
  }

  private func find(_ kind: Kind) -> AnyNodeHandler<Output>? {
    var kind: Kind? = kind
    while let candidate = kind {
      for builder in builder == nil ? [nil] : [builder, nil] {
        let entry = registry.handlers.entry(
          ObjectIdentifier(Output.self), builder: builder, kind: candidate.index)
        if let handler = entry?.handler as? AnyNodeHandler<Output> { return handler }
      }
      kind = candidate.superkind
    }
    return nil
  }

  private func grow(to size: Int) {
    let larger = UnsafeMutablePointer<Unmanaged<AnyNodeHandler<Output>>?>.allocate(capacity: size)
    larger.initialize(repeating: nil, count: size)
    larger.update(from: entries, count: count)
    entries.deallocate()
    entries = larger
    count = size
  }
}
