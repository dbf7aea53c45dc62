/// What is the same for all nodes of a kind, found out once for each.
///
/// For visitors: comparing a node's class with many others costs far more than visiting it.
public struct PerKind<Value> {
  @usableFromInline var known: [Value?] = []

  @inlinable
  public init() {}

  /// The value for the kind of `node`, made with it if it is the first one of its kind.
  @inlinable
  public mutating func value(for node: Node, _ make: (Node) -> Value) -> Value {
    let index = Int(node.kindIndex)
    if index < known.count, let value = known[index] { return value }
    while known.count <= index { known.append(nil) }
    let value = make(node)
    known[index] = value
    return value
  }
}
