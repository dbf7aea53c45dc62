extension Node {
  /// Visits the node and everything below it, in document order, without departures.
  ///
  /// - Returns: whether the visitor stopped it.
  /// - Throws: what the visitor throws.
  /// - Complexity: O(*n*) in the number of nodes; the depth costs memory, not stack.
  /// (docutils: Node.walk.)
  @inlinable
  @discardableResult
  public final func walk<Visitor: NodeVisitor & ~Copyable>(
    _ visitor: inout Visitor
  ) throws -> Bool {
    var walk = Walk(departs: false)
    return try walk.run(self, &visitor)
  }

  /// Visits the node and everything below it in document order, and departs from each node after
  /// its children.
  ///
  /// - Returns: whether the visitor stopped it.
  /// - Throws: what the visitor throws.
  /// - Complexity: O(*n*) in the number of nodes; the depth costs memory, not stack.
  /// (docutils: Node.walkabout.)
  @inlinable
  @discardableResult
  public final func walkabout<Visitor: NodeVisitor & ~Copyable>(
    _ visitor: inout Visitor
  ) throws -> Bool {
    var walk = Walk(departs: true)
    return try walk.run(self, &visitor)
  }
}

/// The one engine of both walks: a stack of the elements that are open.
///
/// It is on the path of every node, so it neither retains nodes nor checks an array for uniqueness.
/// That is sound because a frame owns the list that its children are in, and the caller of the
/// walk holds the root: a node that a visitor takes out of the tree lives until its frame is left.
@usableFromInline
struct Walk: ~Copyable {
  /// An element whose children are being visited.
  @usableFromInline
  struct Frame {
    @usableFromInline let element: Unmanaged<Element>
    /// The children as they were when the visit returned.
    @usableFromInline let children: [Node]
    @usableFromInline var next = 0
    @usableFromInline let departs: Bool

    @inlinable
    init(_ element: Element, departs: Bool) {
      self.element = .passUnretained(element)
      children = element.children
      self.departs = departs
    }

    @inlinable
    mutating func nextChild() -> Unmanaged<Node>? {
      let index = next
      return children.withUnsafeBufferPointer { children in
        guard index < children.count else { return nil }
        next = index &+ 1
        return .passUnretained(children[index])
      }
    }
  }

  @usableFromInline let departs: Bool
  /// Has room for one more.
  @usableFromInline var frames: UnsafeMutablePointer<Frame>
  @usableFromInline var count = 0
  @usableFromInline var capacity = 32

  @inlinable
  init(departs: Bool) {
    self.departs = departs
    frames = .allocate(capacity: capacity)
  }

  @inlinable
  deinit {
    frames.deinitialize(count: count)
    frames.deallocate()
  }

  @inlinable
  mutating func run<Visitor: NodeVisitor & ~Copyable>(
    _ root: Node, _ visitor: inout Visitor
  ) throws -> Bool {
    if try enter(.passUnretained(root), &visitor) { return true }
    while count > 0 {
      if let child = frames[count &- 1].nextChild() {
        if try enter(child, &visitor) { return true }
      } else {
        let frame = pop()
        if frame.departs, try depart(frame.element, &visitor) { return true }
      }
    }
    return false
  }

  /// Visits a node; what has no children is left at once.
  ///
  /// - Returns: whether the walk is over.
  @inlinable
  mutating func enter<Visitor: NodeVisitor & ~Copyable>(
    _ node: Unmanaged<Node>, _ visitor: inout Visitor
  ) throws -> Bool {
    var departs = self.departs
    switch try node._withUnsafeGuaranteedRef({ try visitor.visit($0) }) {
    case .continue: break
    case .skipNode: return false
    case .skipChildren: return departs ? try depart(node, &visitor) : false
    case .skipDeparture: departs = false
    case .skipSiblings: skipSiblings()
    case .stop:
      if departs { _ = try node._withUnsafeGuaranteedRef { try visitor.depart($0) } }
      return try unwind(&visitor)
    }
    if node._withUnsafeGuaranteedRef({ push($0, departs: departs) }) { return false }
    return departs ? try depart(node, &visitor) : false
  }

  @inlinable
  mutating func depart<Node: DocTree.Node, Visitor: NodeVisitor & ~Copyable>(
    _ node: Unmanaged<Node>, _ visitor: inout Visitor
  ) throws -> Bool {
    switch try node._withUnsafeGuaranteedRef({ try visitor.depart($0) }) {
    case .continue: return false
    case .skipSiblings:
      skipSiblings()
      return false
    case .stop: return try unwind(&visitor)
    }
  }

  /// Opens a node that has children.
  ///
  /// - Returns: whether it has.
  @inlinable
  mutating func push(_ node: Node, departs: Bool) -> Bool {
    guard let element = node.asElement, !element.children.isEmpty else { return false }
    (frames + count).initialize(to: Frame(element, departs: departs))
    count &+= 1
    if count == capacity { grow() }
    return true
  }

  @inlinable
  mutating func pop() -> Frame {
    count &-= 1
    return (frames + count).move()
  }

  @usableFromInline
  mutating func grow() {
    let larger = UnsafeMutablePointer<Frame>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: frames, count: count)
    frames.deallocate()
    frames = larger
    capacity *= 2
  }

  @inlinable
  mutating func skipSiblings() {
    guard count > 0 else { return }
    frames[count - 1].next = .max
  }

  /// After a stop: the open elements are still departed from, so that departures stay balanced.
  @usableFromInline
  mutating func unwind<Visitor: NodeVisitor & ~Copyable>(
    _ visitor: inout Visitor
  ) throws -> Bool {
    while count > 0 {
      let frame = pop()
      if frame.departs {
        _ = try frame.element._withUnsafeGuaranteedRef { try visitor.depart($0) }
      }
    }
    return true
  }
}
