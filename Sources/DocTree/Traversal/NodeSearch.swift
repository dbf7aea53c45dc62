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

extension Node {
  /// The nodes of some kinds in a tree, in document order. Nothing changes the tree meanwhile, so that
  /// neither elements nor lists of children need to be held.
  ///
  /// - Complexity: O(*n*) in the number of nodes, some twenty instructions for each.
  @usableFromInline
  final func nodes(of kinds: KindMatcher, includeSelf: Bool) -> [Node] {
    var result: [Node] = []
    if includeSelf, kinds.contains(kindIndex) { result.append(self) }
    guard let element = asElement else { return result }
    // The elements that are open, and which of their children comes next.
    var open: [(element: Unmanaged<Element>, next: Int)] = []
    var current = Unmanaged.passUnretained(element)
    var next = 0
    while true {
      let inner = current._withUnsafeGuaranteedRef { element in
        element.children.withUnsafeBufferPointer { children -> Unmanaged<Element>? in
          while next < children.count {
            let child = Unmanaged.passUnretained(children[next])
            next &+= 1
            let (kind, isElement) = child._withUnsafeGuaranteedRef { ($0.kindIndex, $0.isElement) }
            if kinds.contains(kind) { result.append(child.takeUnretainedValue()) }
            guard isElement else { continue }
            // `isElement` says that it is one.
            let inner = unsafeBitCast(child, to: Unmanaged<Element>.self)
            if inner._withUnsafeGuaranteedRef({ !$0.children.isEmpty }) { return inner }
          }
          return nil
        }
      }
      if let inner {
        open.append((current, next))
        current = inner
        next = 0
      } else if let last = open.popLast() {
        (current, next) = last
      } else {
        return result
      }
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
    // Nothing changes meanwhile, so that elements need not be held.
    var open: [Unmanaged<Element>] = []
    open.reserveCapacity(64)
    words.withUnsafeMutableBufferPointer { words in
      words[Int(root.kindIndex >> 6)] |= 1 << UInt64(root.kindIndex & 63)
      if let element = root.asElement { open.append(.passUnretained(element)) }
      while let element = open.popLast() {
        element._withUnsafeGuaranteedRef { element in
          element.children.withUnsafeBufferPointer { children in
            for index in 0..<children.count {
              let child = Unmanaged.passUnretained(children[index])
              let (kind, isElement) = child._withUnsafeGuaranteedRef {
                ($0.kindIndex, $0.isElement)
              }
              words[Int(kind >> 6)] |= 1 << UInt64(kind & 63)
              // `isElement` says that it is one.
              if isElement { open.append(unsafeBitCast(child, to: Unmanaged<Element>.self)) }
            }
          }
        }
      }
    }
    self.init(words: words)
  }
}
