import Synchronization

/// What is the same for all nodes of a kind, found out once for each.
///
/// For visitors: comparing a node's class with many others costs far more than visiting it.
public struct PerKind<Value> {
  @usableFromInline var known: [Value?] = []
  /// How many kinds are known.
  @usableFromInline var count = 0

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
    count += 1
    return value
  }
}

/// What is the same for all nodes of a kind in all documents: a ``PerKind`` that visitors take a copy
/// of, so that each kind is looked at once in a process.
public final class SharedPerKind<Value: Sendable>: Sendable {
  private let shared = Mutex<(known: [Value?], count: Int)>(([], 0))

  public init() {}

  /// What is known by now.
  public var current: PerKind<Value> {
    var result = PerKind<Value>()
    (result.known, result.count) = shared.withLock { $0 }
    return result
  }

  /// Keeps what a copy has found out besides.
  public func update(from copy: PerKind<Value>) {
    shared.withLock { if copy.count > $0.count { $0 = (copy.known, copy.count) } }
  }
}
