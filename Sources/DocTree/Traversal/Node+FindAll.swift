extension Node {
  /// All nodes of a class that satisfy a condition, in document order.
  ///
  /// A node that is not one of them is descended into all the same. The result is an array, so
  /// the tree may be changed while one goes through it: nothing is skipped or found twice.
  ///
  /// - Parameters:
  ///   - type: the class; nodes of its subclasses are found too.
  ///   - includeSelf: whether to look at this node.
  ///   - descend: whether to look at what is below a node.
  ///   - siblings: whether to look at the siblings that follow this node, and at what is below them.
  ///   - ascend: whether to do that, and the same for each ancestor. The ancestors themselves are
  ///     never found.
  ///   - condition: what has to be true of a node.
  /// - Complexity: O(*n*) in the number of nodes looked at; the depth costs memory, not stack.
  /// (docutils: Node.findall.)
  @inlinable
  public final func findAll<Found: Node>(
    _ type: Found.Type, includeSelf: Bool = true, descend: Bool = true,
    siblings: Bool = false, ascend: Bool = false,
    where condition: (Found) -> Bool = { _ in true }
  ) -> [Found] {
    var result: [Found] = []
    if descend, !siblings, !ascend {
      for node in nodes(of: KindMatcher.of(type), includeSelf: includeSelf) {
        // There are no others among them.
        let found = unsafeDowncast(node, to: type)
        if condition(found) { result.append(found) }
      }
      return result
    }
    var search = NodeSearch(
      from: self, for: KindMatcher.of(type), includeSelf: includeSelf, descend: descend,
      siblings: siblings, ascend: ascend)
    while let node = search.next() {
      // The search stops at no others.
      let found = unsafeDowncast(node, to: type)
      if condition(found) { result.append(found) }
    }
    return result
  }

  /// The first node that ``findAll(_:includeSelf:descend:siblings:ascend:where:)`` would find; this
  /// node is left out unless `includeSelf` is true. Nothing behind it is looked at.
  /// (docutils: Node.next_node.)
  @inlinable
  public final func next<Found: Node>(
    _ type: Found.Type, includeSelf: Bool = false, descend: Bool = true,
    siblings: Bool = false, ascend: Bool = false,
    where condition: (Found) -> Bool = { _ in true }
  ) -> Found? {
    var search = NodeSearch(
      from: self, for: KindMatcher.of(type), includeSelf: includeSelf, descend: descend,
      siblings: siblings, ascend: ascend)
    while let node = search.next() {
      // The search stops at no others.
      let found = unsafeDowncast(node, to: type)
      if condition(found) { return found }
    }
    return nil
  }

  /// All elements of several classes that satisfy a condition, below this node, in document order.
  public final func findAll(
    _ types: [Element.Type], where condition: (Element) -> Bool = { _ in true }
  ) -> [Element] {
    var result: [Element] = []
    for node in nodes(of: KindMatcher(types), includeSelf: false) {
      // There are no others among them.
      let found = unsafeDowncast(node, to: Element.self)
      if condition(found) { result.append(found) }
    }
    return result
  }

  /// All nodes that satisfy a condition, as ``findAll(_:includeSelf:descend:siblings:ascend:where:)``
  /// finds them.
  public final func findAll(
    includeSelf: Bool = true, descend: Bool = true, siblings: Bool = false, ascend: Bool = false,
    where condition: (Node) -> Bool = { _ in true }
  ) -> [Node] {
    findAll(
      Node.self, includeSelf: includeSelf, descend: descend, siblings: siblings, ascend: ascend,
      where: condition)
  }

  /// The first node that satisfies a condition, as
  /// ``next(_:includeSelf:descend:siblings:ascend:where:)`` finds it.
  public final func next(
    includeSelf: Bool = false, descend: Bool = true, siblings: Bool = false, ascend: Bool = false,
    where condition: (Node) -> Bool = { _ in true }
  ) -> Node? {
    next(
      Node.self, includeSelf: includeSelf, descend: descend, siblings: siblings, ascend: ascend,
      where: condition)
  }
}
