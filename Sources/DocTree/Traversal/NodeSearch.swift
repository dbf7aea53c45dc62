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
    // Nodes have no kinds but these, so that they need not be checked one by one.
    var words = [UInt64](repeating: 0, count: KindTable.shared.count / 64 + 1)
    var open: [Unmanaged<Element>] = []
    open.reserveCapacity(64)
    words.withUnsafeMutableBufferPointer { words in
      func insert(_ kind: UInt16) { words[Int(kind >> 6)] |= 1 << UInt64(kind & 63) }
      insert(root.kindIndex)
      if let element = root.asElement { open.append(.passUnretained(element)) }
      // Nothing changes meanwhile, so that elements need not be held.
      while let element = open.popLast() {
        element._withUnsafeGuaranteedRef { element in
          element.children.withUnsafeBufferPointer { children in
            for index in 0..<children.count {
              let child = Unmanaged.passUnretained(children[index])
              child._withUnsafeGuaranteedRef { child in
                insert(child.kindIndex)
                if child.isElement { open.append(.passUnretained(unsafeDowncast(child, to: Element.self))) }
              }
            }
          }
        }
      }
    }
    self.init(words: words)
  }
}
