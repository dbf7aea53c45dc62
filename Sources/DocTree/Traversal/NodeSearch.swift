/// Goes through nodes in document order: a node, what is below it, its later siblings, and on
/// upwards, as far as it was asked. It stops at those of a class. (docutils: Node.findall.)
@usableFromInline
struct NodeSearch: ~Copyable {
  private var first: Node?
  private var walk = Walk(departs: false)
  private let descends: Bool
  private let ascends: Bool
  private let kinds: KindMatcher
  private let mask: KindMask
  /// The node whose later siblings come when the frames are empty.
  private var anchor: Node?

  @usableFromInline
  init(
    from node: Node, for kinds: KindMatcher, includeSelf: Bool = false, descend: Bool = true,
    siblings: Bool = false, ascend: Bool = false
  ) {
    let kinds = kinds.current
    self.kinds = kinds
    mask = kinds.mask
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
            if descends, let element = node.asElement, !element.kindsBelow.isDisjoint(with: mask) {
              _ = walk.push(node, departs: false)
            }
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

/// The children of an element that are still to be looked at, while nothing changes the tree: then
/// neither they nor the list need to be held, and a node costs a few instructions.
private struct ChildCursor {
  private var next: UnsafePointer<Unmanaged<Node>>
  private let end: UnsafePointer<Unmanaged<Node>>

  /// - Returns: nil if there are no children.
  @inline(__always)
  init?(_ element: Unmanaged<Element>) {
    let bounds = element._withUnsafeGuaranteedRef { element in
      // The element owns the list, which stays where it is.
      element.children.withUnsafeBufferPointer { children in
        (start: UnsafeRawPointer(children.baseAddress), count: children.count)
      }
    }
    guard bounds.count > 0, let start = bounds.start else { return nil }
    // A reference that is not held looks like one that is.
    next = start.assumingMemoryBound(to: Unmanaged<Node>.self)
    end = next + bounds.count
  }

  @inline(__always)
  mutating func pop() -> Unmanaged<Node>? {
    guard next < end else { return nil }
    defer { next += 1 }
    return next.pointee
  }
}

/// The elements around a place in a tree, without a check for each access.
private struct CursorStack: ~Copyable {
  private var memory = UnsafeMutablePointer<ChildCursor>.allocate(capacity: 32)
  private var capacity = 32
  private(set) var count = 0

  deinit { memory.deallocate() }

  @inline(__always)
  mutating func push(_ cursor: ChildCursor) {
    if count == capacity { grow() }
    memory[count] = cursor
    count &+= 1
  }

  @inline(__always)
  mutating func pop() -> ChildCursor? {
    guard count > 0 else { return nil }
    count &-= 1
    return memory[count]
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<ChildCursor>.allocate(capacity: capacity * 2)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }
}

extension Node {
  /// The nodes of some kinds in a tree, in document order. Nothing changes the tree meanwhile.
  ///
  /// - Parameter limit: how many are wanted, 1 or more.
  /// - Complexity: O(*n*) in the number of nodes, some ten instructions for each; what is below an
  ///   element that has none of the kinds is not looked at.
  @usableFromInline
  final func nodes(of matcher: KindMatcher, includeSelf: Bool, limit: Int = .max) -> [Node] {
    let wanted = matcher.current
    let mask = wanted.mask
    var result: [Node] = []
    if includeSelf, wanted.contains(kindIndex) { result.append(self) }
    guard let element = asElement, !element.kindsBelow.isDisjoint(with: mask),
      result.count < limit, var cursor = ChildCursor(.passUnretained(element))
    else { return result }
    var open = CursorStack()
    while true {
      guard let child = cursor.pop() else {
        guard let outer = open.pop() else { break }
        cursor = outer
        continue
      }
      let (kind, isElement) = child._withUnsafeGuaranteedRef { ($0.kindIndex, $0.isElement) }
      if wanted.contains(kind) {
        result.append(child.takeUnretainedValue())
        if result.count == limit { break }
      }
      guard isElement else { continue }
      // `isElement` says that it is one.
      let element = unsafeBitCast(child, to: Unmanaged<Element>.self)
      let isWorthIt = element._withUnsafeGuaranteedRef { !$0.kindsBelow.isDisjoint(with: mask) }
      if isWorthIt, let inner = ChildCursor(element) {
        open.push(cursor)
        cursor = inner
      }
    }
    // The nodes are in the tree of this one.
    withExtendedLifetime(self) {}
    return result
  }

  /// The elements of a tree that have ids or names, in document order: what references can point to.
  ///
  /// - Complexity: O(*n*) in the number of nodes, some ten instructions for each.
  package final func findAllNamed() -> [Element] {
    var result: [Element] = []
    guard let element = asElement else { return result }
    if element.isNamed { result.append(element) }
    element.forEachElement { child in
      if child.rare != nil, child.isNamed { result.append(child) }
      return true
    }
    return result
  }

  /// Whether the node is of one of some kinds, or has one of those below.
  final func contains(_ kinds: KindMatcher) -> Bool {
    let kinds = kinds.current
    if kinds.contains(kindIndex) { return true }
    guard let element = asElement, !element.kindsBelow.isDisjoint(with: kinds.mask) else {
      return false
    }
    return !nodes(of: kinds, includeSelf: false, limit: 1).isEmpty
  }
}

extension Element {
  fileprivate final var isNamed: Bool { !ids.isEmpty || !names.isEmpty }

  /// Calls a closure with the elements below this one, in document order, none of which is held.
  /// Nothing changes the tree meanwhile.
  ///
  /// - Parameter visit: says whether to look at what is below the element.
  @inline(__always)
  final func forEachElement(_ visit: (Element) -> Bool) {
    guard var cursor = ChildCursor(.passUnretained(self)) else { return }
    var open = CursorStack()
    while true {
      guard let child = cursor.pop() else {
        guard let outer = open.pop() else { break }
        cursor = outer
        continue
      }
      guard child._withUnsafeGuaranteedRef({ $0.isElement }) else { continue }
      // `isElement` says that it is one.
      let element = unsafeBitCast(child, to: Unmanaged<Element>.self)
      let isWorthIt = element._withUnsafeGuaranteedRef { visit($0) && $0.hasElementsBelow }
      if isWorthIt, let inner = ChildCursor(element) {
        open.push(cursor)
        cursor = inner
      }
    }
    // The elements are in the tree of this one.
    withExtendedLifetime(self) {}
  }

  /// False only if all children are texts.
  @inline(__always)
  private final var hasElementsBelow: Bool { !KindMask.text.isSuperset(of: kindsBelow) }
}
