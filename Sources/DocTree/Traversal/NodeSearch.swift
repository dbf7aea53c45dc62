/// Goes through nodes in document order: a node, what is below it, its later siblings, and on
/// upwards, as far as it was asked. (docutils: Node.findall.)
struct NodeSearch: ~Copyable {
  private var first: Node?
  private var walk = Walk(departs: false)
  private let descends: Bool
  private let ascends: Bool
  /// The node whose later siblings come when the frames are empty.
  private var anchor: Node?

  init(from node: Node, includeSelf: Bool, descend: Bool, siblings: Bool, ascend: Bool) {
    first = includeSelf ? node : nil
    descends = descend
    ascends = ascend
    anchor = siblings || ascend ? node : nil
    if descend { _ = walk.push(node, departs: false) }
  }

  mutating func next() -> Node? {
    if let node = first {
      first = nil
      return node
    }
    while true {
      while walk.count > 0 {
        if let child = walk.frames[walk.count &- 1].nextChild() {
          // The frame's list holds it.
          let node = child.takeUnretainedValue()
          if descends { _ = walk.push(node, departs: false) }
          return node
        }
        _ = walk.pop()
      }
      guard let anchor, let parent = anchor.parent, let index = parent.index(of: anchor) else {
        return nil
      }
      self.anchor = ascends ? parent : nil
      if walk.push(parent, departs: false) { walk.frames[0].next = index + 1 }
    }
  }
}

/// The kinds of the nodes in a tree.
struct KindSet {
  private var bits: [UInt64]

  /// - Complexity: O(*n*) in the number of nodes, a few instructions for each.
  init(of root: Node) {
    // Nodes have no kinds but these.
    bits = Array(repeating: 0, count: KindTable.shared.count / 64 + 1)
    bits[Int(root.kindIndex >> 6)] |= 1 << UInt64(root.kindIndex & 63)
    // Nothing changes meanwhile, so that elements need not be held.
    var open: [Unmanaged<Element>] = []
    if let element = root.asElement { open.append(.passUnretained(element)) }
    while let element = open.popLast() {
      element._withUnsafeGuaranteedRef { element in
        element.children.withUnsafeBufferPointer { children in
          for index in children.indices {
            let child = Unmanaged.passUnretained(children[index])
            let (kind, isElement) = child._withUnsafeGuaranteedRef { ($0.kindIndex, $0.isElement) }
            bits[Int(kind >> 6)] |= 1 << UInt64(kind & 63)
            if isElement {
              // `isElement` says that it is one.
              open.append(unsafeBitCast(child, to: Unmanaged<Element>.self))
            }
          }
        }
      }
    }
  }

  /// Whether there is a node of one of these classes or of a subclass.
  func contains(anyOf types: [Node.Type]) -> Bool {
    for (word, bits) in bits.enumerated() {
      var rest = bits
      while rest != 0 {
        let index = UInt16(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
        let kind = KindTable.shared.kind(at: index)
        if types.contains(where: { kind.isKind(of: $0.kind) }) { return true }
      }
    }
    return false
  }
}

/// Outside of the filter, as a type inside of a generic one would be looked up for each node.
private enum KindAnswer { case unknown, no, yes }

/// Says of nodes whether they are of a class, with one cast for each kind instead of each node.
struct KindFilter<Found: Node> {
  private var answers: [KindAnswer] = []

  mutating func callAsFunction(_ node: Node) -> Found? {
    let index = Int(node.kindIndex)
    if index >= answers.count || answers[index] == .unknown {
      while answers.count <= index { answers.append(.unknown) }
      answers[index] = node is Found ? .yes : .no
    }
    // All nodes of a kind are of one class, and one of them was found to be a Found.
    return answers[index] == .yes ? unsafeDowncast(node, to: Found.self) : nil
  }
}
