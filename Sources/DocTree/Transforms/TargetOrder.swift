/// Puts entries of the index before the targets that they stand among, so that what follows gets the
/// ids of all of these. (Sphinx: transforms.ReorderConsecutiveTargetAndIndexNodes.)
public struct TargetOrder: Transform {
  public let priority = 220
  public let kinds: [Node.Type]? = [Index.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var known: Set<ObjectIdentifier> = []
    for index in document.findAll(Index.self) {
      guard let parent = index.parent, known.insert(ObjectIdentifier(parent)).inserted,
        Self.hasIndexBehindTarget(parent.children)
      else { continue }
      try parent.append(Self.sorted(parent.removeChildren()))
    }
  }

  private static func hasIndexBehindTarget(_ nodes: [Node]) -> Bool {
    zip(nodes, nodes.dropFirst()).contains { $0 is Target && $1 is Index }
  }

  private static func sorted(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    result.reserveCapacity(nodes.count)
    // The targets that an entry may follow.
    var targets: [Node] = []
    for node in nodes {
      if node is Target {
        targets.append(node)
        continue
      }
      if !(node is Index) {
        result += targets
        targets = []
      }
      result.append(node)
    }
    return result + targets
  }
}
