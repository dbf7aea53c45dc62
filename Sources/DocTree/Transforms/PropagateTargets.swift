/// Gives the ids and names of an empty target to what follows it, and makes the target point there.
/// (docutils: references.PropagateTargets.)
public struct PropagateTargets: Transform {
  public let priority = 260
  public let kinds: [Node.Type]? = [Target.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let targets = document.findAll(Target.self) { target in
      target.refid == nil && target.refuri == nil && target.refname == nil
        && target.children.isEmpty && !target.ids.isEmpty && !(target.parent is TextElement)
    }
    guard !targets.isEmpty else { return }
    // A target has nothing below it, so what follows it is the next one in document order.
    let nodes = document.findAll()
    var index = 0
    for target in targets {
      while nodes[index] !== target { index += 1 }
      guard let next = Self.follower(of: index, in: nodes) else { continue }
      next.ids += target.ids
      next.names += target.names
      for id in target.ids { document.nameTable.register(id, for: next) }
      if target.parent is Figure, next is Caption {
        target.detach()
        continue
      }
      target.refid = target.ids[0]
      target.ids = []
      target.names = []
    }
  }

  /// The element behind the target at `index` that can take over its ids, if there is one.
  private static func follower(of index: Int, in nodes: [Node]) -> Element? {
    var index = index + 1
    // Messages do not stay, so nothing is given to them.
    while index < nodes.count, nodes[index] is SystemMessage {
      index += nodes[index].findAll().count
    }
    guard index < nodes.count, let next = nodes[index].asElement else { return nil }
    if next is Target { return next }
    let categories = next.kind.categories
    return categories.contains(.invisible) || categories.contains(.targetable) ? nil : next
  }
}
