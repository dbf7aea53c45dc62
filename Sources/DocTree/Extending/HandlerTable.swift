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
    count = KindTable.shared.count
    entries = Self.makeEntries(count)
  }

  deinit { UnsafeMutableRawPointer(entries).deallocate() }

  /// Memory for pointers, all nil. As bytes, because that is not slower for a generic type.
  private static func makeEntries(
    _ count: Int
  ) -> UnsafeMutablePointer<Unmanaged<AnyNodeHandler<Output>>?> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<UInt>.stride, alignment: MemoryLayout<UInt>.alignment)
    memory.initializeMemory(as: UInt.self, repeating: 0, count: count)
    return memory.assumingMemoryBound(to: Unmanaged<AnyNodeHandler<Output>>?.self)
  }

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
      if let handler = builder.flatMap({ find(candidate, for: $0) }) ?? find(candidate, for: nil) {
        return handler
      }
      kind = candidate.superkind
    }
    return nil
  }

  private func find(_ kind: Kind, for builder: String?) -> AnyNodeHandler<Output>? {
    // Those for an output are of its type.
    registry.handlers.entry(ObjectIdentifier(Output.self), builder: builder, kind: kind.index)
      .map { unsafeDowncast($0.handler, to: AnyNodeHandler<Output>.self) }
  }

  private func grow(to size: Int) {
    let larger = Self.makeEntries(size)
    UnsafeMutableRawPointer(larger).copyMemory(
      from: entries, byteCount: count * MemoryLayout<UInt>.stride)
    UnsafeMutableRawPointer(entries).deallocate()
    entries = larger
    count = size
  }
}
