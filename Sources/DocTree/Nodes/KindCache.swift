/// The kinds that an operation has met, so that it asks the process-wide table, which is locked,
/// once for each.
struct KindCache {
  private var kinds: [Kind?] = []

  mutating func kind(of node: Node) -> Kind {
    let index = Int(node.kindIndex)
    if index < kinds.count, let kind = kinds[index] { return kind }
    while kinds.count <= index { kinds.append(nil) }
    let kind = node.kind
    kinds[index] = kind
    return kind
  }
}
