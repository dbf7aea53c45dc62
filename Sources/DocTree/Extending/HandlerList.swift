/// The handlers of all formats: for each kind, those that there are, as a linked list in one array.
///
/// Registering hundreds of them is a good part of starting up, and this is several times as fast as
/// a dictionary.
struct HandlerList: Sendable {
  struct Entry: Sendable {
    let output: ObjectIdentifier
    let builder: String?
    let handler: any AnyObject & Sendable
    let owner: String
    /// The next one of the same kind; -1 for none.
    fileprivate let next: Int
  }

  private var entries: [Entry] = []
  /// By the index of the kind, the last entry of it; -1 for none.
  private var heads: [Int] = []

  init() {
    entries.reserveCapacity(400)
    heads = Array(repeating: -1, count: 256)
  }

  /// The handler for exactly this.
  func entry(_ output: ObjectIdentifier, builder: String?, kind: Int) -> Entry? {
    var index = kind < heads.count ? heads[kind] : -1
    while index >= 0 {
      if entries[index].output == output, entries[index].builder == builder {
        return entries[index]
      }
      index = entries[index].next
    }
    return nil
  }

  mutating func add(
    _ handler: any AnyObject & Sendable, output: ObjectIdentifier, builder: String?, kind: Int,
    owner: String
  ) {
    if kind >= heads.count {
      heads += Array(repeating: -1, count: max(kind + 1, heads.count * 2) - heads.count)
    }
    entries.append(
      Entry(output: output, builder: builder, handler: handler, owner: owner, next: heads[kind]))
    heads[kind] = entries.count - 1
  }

  /// The handler for a kind or the nearest above it.
  func find<Output: Translator>(_ kind: Kind, for builder: String?) -> AnyNodeHandler<Output>? {
    let output = ObjectIdentifier(Output.self)
    var kind: Kind? = kind
    while let candidate = kind {
      let found =
        builder.flatMap { entry(output, builder: $0, kind: candidate.index) }
        ?? entry(output, builder: nil, kind: candidate.index)
      // Those for an output are of its type.
      if let found { return unsafeDowncast(found.handler, to: AnyNodeHandler<Output>.self) }
      kind = candidate.superkind
    }
    return nil
  }
}
