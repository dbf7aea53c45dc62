/// Goes through nodes in document order: a node, what is below it, its later siblings, and on
/// upwards, as far as it was asked. It stops at those of a class. (docutils: Node.findall.)
@usableFromInline
struct NodeSearch: ~Copyable {
  private var first: Node?
  private var walk = Walk(departs: false)
  private let descends: Bool
  private let ascends: Bool
  private let kinds: KindMatcher
  /// The node whose later siblings come when the frames are empty.
  private var anchor: Node?

  @usableFromInline
  init(
    from node: Node, for kinds: KindMatcher, includeSelf: Bool = false, descend: Bool = true,
    siblings: Bool = false, ascend: Bool = false
  ) {
    self.kinds = kinds
    first = includeSelf && kinds.contains(node.kindIndex) ? node : nil
    descends = descend
    ascends = ascend
    anchor = siblings || ascend ? node : nil
    if descend { _ = walk.push(node, departs: false) }
  }

  @usableFromInline
  mutating func next() -> Node? {
    if let node = first {
      first = nil
      return node
    }
    while true {
      while walk.count > 0 {
        if let child = walk.frames[walk.count &- 1].nextChild() {
          // The frame's list holds it.
          let kind = child._withUnsafeGuaranteedRef { node in
            if descends, node.isElement { _ = walk.push(node, departs: false) }
            return node.kindIndex
          }
          if kinds.contains(kind) { return child.takeUnretainedValue() }
        } else {
          _ = walk.pop()
        }
      }
      guard let anchor, let parent = anchor.parent, let index = parent.index(of: anchor) else {
        return nil
      }
      self.anchor = ascends ? parent : nil
      if walk.push(parent, departs: false) { walk.frames[0].next = index + 1 }
    }
  }
}

extension KindBits {
  /// The kinds of the nodes in a tree.
  ///
  /// - Complexity: O(*n*) in the number of nodes, a few instructions for each.
  init(of root: Node) {
    // Nodes have no kinds but these.
    self.init(count: KindTable.shared.count)
    // Nothing changes meanwhile, so that elements need not be held.
    var open: [Unmanaged<Element>] = []
    open.reserveCapacity(64)
    insert(Int(root.kindIndex))
    if let element = root.asElement { open.append(.passUnretained(element)) }
    while let element = open.popLast() {
      element._withUnsafeGuaranteedRef { element in
        element.children.withUnsafeBufferPointer { children in
          for index in children.indices {
            let child = Unmanaged.passUnretained(children[index])
            let (kind, isElement) = child._withUnsafeGuaranteedRef { ($0.kindIndex, $0.isElement) }
            insert(Int(kind))
            if isElement {
              // `isElement` says that it is one.
              open.append(unsafeBitCast(child, to: Unmanaged<Element>.self))
            }
          }
        }
      }
    }
  }
}
