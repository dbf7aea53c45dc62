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

/// The one engine of both walks.
@usableFromInline
struct Walk {
  /// An element whose children are being visited.
  @usableFromInline
  struct Frame {
    /// Not retained: the frame above holds it in its list, and the caller holds the root.
    @usableFromInline let element: Unmanaged<Element>
    /// The children as they were when the visit returned. It keeps them alive.
    @usableFromInline var children: [Node]
    @usableFromInline var next = 0
    @usableFromInline let departs: Bool

    @usableFromInline
    init(_ element: Element, departs: Bool) {
      self.element = .passUnretained(element)
      children = element.children
      self.departs = departs
    }
  }

  @usableFromInline let departs: Bool
  @usableFromInline var frames: [Frame] = []

  @usableFromInline
  init(departs: Bool) { self.departs = departs }

  @inlinable
  mutating func run<Visitor: NodeVisitor & ~Copyable>(
    _ root: Node, _ visitor: inout Visitor
  ) throws -> Bool {
    if try enter(root, &visitor) { return true }
    while let last = frames.indices.last {
      if frames[last].next < frames[last].children.count {
        let child = frames[last].children[frames[last].next]
        frames[last].next += 1
        if try enter(child, &visitor) { return true }
      } else if try leave(&visitor) {
        return true
      }
    }
    return false
  }

  /// Visits a node; what has no children is left at once.
  ///
  /// - Returns: whether the walk is over.
  @inlinable
  mutating func enter<Visitor: NodeVisitor & ~Copyable>(
    _ node: Node, _ visitor: inout Visitor
  ) throws -> Bool {
    var departs = self.departs
    switch try visitor.visit(node) {
    case .continue: break
    case .skipNode: return false
    case .skipChildren:
      guard departs else { return false }
      return try depart(node, &visitor)
    case .skipDeparture: departs = false
    case .skipSiblings: skipSiblings()
    case .stop:
      if departs { _ = try visitor.depart(node) }
      return try unwind(&visitor)
    }
    if let element = node.asElement, !element.children.isEmpty {
      frames.append(Frame(element, departs: departs))
      return false
    }
    return departs ? try depart(node, &visitor) : false
  }

  /// Leaves the innermost element after its last child.
  @inlinable
  mutating func leave<Visitor: NodeVisitor & ~Copyable>(
    _ visitor: inout Visitor
  ) throws -> Bool {
    let frame = frames.removeLast()
    guard frame.departs else { return false }
    return try depart(frame.element.takeUnretainedValue(), &visitor)
  }

  @inlinable
  mutating func depart<Visitor: NodeVisitor & ~Copyable>(
    _ node: Node, _ visitor: inout Visitor
  ) throws -> Bool {
    switch try visitor.depart(node) {
    case .continue: return false
    case .skipSiblings:
      skipSiblings()
      return false
    case .stop: return try unwind(&visitor)
    }
  }

  @inlinable
  mutating func skipSiblings() {
    guard let last = frames.indices.last else { return }
    frames[last].next = frames[last].children.count
  }

  /// After a stop: the open elements are still departed from, so that departures stay balanced.
  @inlinable
  mutating func unwind<Visitor: NodeVisitor & ~Copyable>(
    _ visitor: inout Visitor
  ) throws -> Bool {
    while let frame = frames.popLast() {
      if frame.departs { _ = try visitor.depart(frame.element.takeUnretainedValue()) }
    }
    return true
  }
}
