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
    // What the targets of a row hand on goes to the last of them only, in one go: each would
    // otherwise copy all that those before it had.
    var row = Row()
    for target in targets {
      if row.receiver !== target { row.end(in: document) }
      guard let next = Self.follower(of: target) else { continue }
      row.add(target, to: next)
      if target.parent is Figure, next is Caption {
        target.detach()
        continue
      }
      target.refid = target.ids[0]
      target.ids = []
      target.names = []
    }
    row.end(in: document)
  }

  /// Targets with nothing between them.
  private struct Row {
    private var ids: [[String]] = []
    private var names: [[String]] = []
    /// What follows the last of them.
    private(set) var receiver: Element?

    mutating func add(_ target: Target, to next: Element) {
      ids.append(target.ids)
      names.append(target.names)
      receiver = next
    }

    /// Gives what there is to what follows: its own come first, then those of the nearest target.
    mutating func end(in document: Document) {
      guard let receiver else { return }
      let ids = ids.reversed().flatMap(\.self)
      receiver.ids += ids
      receiver.names += names.reversed().flatMap(\.self)
      for id in ids { document.nameTable.register(id, for: receiver) }
      self = Row()
    }
  }

  /// The element behind a target that can take over its ids, if there is one.
  private static func follower(of target: Target) -> Element? {
    // A target has nothing below it.
    var next = after(target)
    // Messages do not stay, so nothing is given to them.
    while let message = next, message is SystemMessage { next = after(message) }
    // A condition is no place: what it holds is.
    while let only = next as? Only, let first = only.children.first { next = first }
    guard let next = next?.asElement else { return nil }
    if next is Target { return next }
    let categories = next.kind.categories
    return categories.contains(.invisible) || categories.contains(.targetable) ? nil : next
  }

  /// The node that comes next in document order behind all that is below a node.
  private static func after(_ node: Node) -> Node? {
    var node = node
    while let parent = node.parent, let index = parent.index(of: node) {
      if index + 1 < parent.children.count { return parent.children[index + 1] }
      node = parent
    }
    return nil
  }
}
