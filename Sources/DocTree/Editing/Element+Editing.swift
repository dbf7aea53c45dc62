extension Element {
  /// Adds `content` after the last child. Nodes that have a parent are taken out of it first.
  ///
  /// - Throws: ``TreeError/cycle(kind:)``, with nothing changed.
  /// - Complexity: O(1) for each node that has no parent and no children.
  public final func append(_ content: any NodeContent...) throws(TreeError) {
    for item in content { try insert(item, at: children.count) }
  }

  /// Adds a node after the last child, and takes it out of where it was.
  ///
  /// - Throws: ``TreeError/cycle(kind:)``, with nothing changed.
  /// - Complexity: O(1) for a node that has no parent and no children.
  public final func append(_ node: Node) throws(TreeError) {
    try refuseCycle(node)
    if node.parent != nil { node.detach() }
    link(node)
    children.append(node)
  }

  /// Adds nodes that were just made: none has a parent, and none contains this element. Cheaper than
  /// ``append(_:)`` for it.
  package final func appendNew(_ nodes: [Node]) {
    if nodes.count == 1 {
      link(nodes[0])
    } else {
      // The bounds are raised once for all of them.
      var kinds = KindMask()
      var deepest: Element?
      for node in nodes {
        node.parent = self
        kinds.formUnion(node.kinds)
        if let element = node.asElement, element.levels >= deepest?.levels ?? 0 {
          deepest = element
        }
      }
      raise(kinds, deepest)
    }
    if children.isEmpty { children = nodes } else { children.append(contentsOf: nodes) }
  }

  /// Inserts `content` before the child at `index`. Nodes that have a parent are taken out of it
  /// first; for one that moves within this element, `index` counts the children as they were. A
  /// node that is listed twice stands where it is listed first.
  ///
  /// - Parameter index: from 0 to the number of children.
  /// - Throws: ``TreeError/cycle(kind:)``, with nothing changed.
  public final func insert(_ content: any NodeContent, at index: Int) throws(TreeError) {
    precondition(index >= 0 && index <= children.count, "no child at \(index)")
    // Not a cast to Node: where Foundation is loaded, that bridges an array to find out.
    let nodes = content.nodes
    if nodes.count == 1 {
      let node = nodes[0]
      try refuseCycle(node)
      var index = index
      if node.parent === self, let old = self.index(of: node), old < index { index -= 1 }
      if node.parent != nil { node.detach() }
      link(node)
      children.insert(node, at: index)
      return
    }
    for node in nodes { try refuseCycle(node) }
    var index = index
    // The last one first: taking the last child out costs nothing.
    for node in nodes.reversed() where node.parent != nil {
      if node.parent === self, let old = self.index(of: node), old < index { index -= 1 }
      node.detach()
    }
    var isRepeated = false
    for node in nodes {
      if node.parent === self { isRepeated = true } else { link(node) }
    }
    children.insert(contentsOf: isRepeated ? nodes.distinct : nodes, at: index)
  }

  /// Takes out all children and returns them; they have no parent then.
  @discardableResult
  public final func removeChildren() -> [Node] {
    let removed = children
    for node in removed { node.parent = nil }
    children = []
    return removed
  }

  /// Replaces all children.
  ///
  /// - Throws: ``TreeError/cycle(kind:)``, with nothing changed.
  public final func setChildren(_ content: any NodeContent...) throws(TreeError) {
    var nodes: [Node] = []
    for item in content { nodes.append(contentsOf: item.nodes) }
    for node in nodes { try refuseCycle(node) }
    removeChildren()
    try insert(nodes, at: 0)
  }

  /// Where `node` stands among the children, by identity; nil if it does not.
  ///
  /// - Complexity: O(*d*) in the distance from the child that was looked for before, so that it costs
  ///   nothing to go through the children in order.
  public final func index(of node: Node) -> Int? {
    guard node.parent === self else { return nil }
    return children.withUnsafeBufferPointer { buffer in
      // Both ways from there, in turns.
      var above = min(Int(lastIndex), buffer.count)
      var below = above
      while above < buffer.count || below > 0 {
        if above < buffer.count {
          if buffer[above] === node {
            lastIndex = UInt32(truncatingIfNeeded: above)
            return above
          }
          above += 1
        }
        if below > 0 {
          below -= 1
          if buffer[below] === node {
            lastIndex = UInt32(truncatingIfNeeded: below)
            return below
          }
        }
      }
      return nil
    }
  }

  /// Takes `node` out.
  ///
  /// - Throws: ``TreeError/notAChild(kind:of:)``.
  public final func remove(_ node: Node) throws(TreeError) {
    guard node.parent === self else {
      throw .notAChild(kind: node.kind.name, of: kind.name)
    }
    node.detach()
  }

  /// Puts `content` where `old` is; with nothing in it, only takes `old` out. `old` may be part of
  /// the content.
  ///
  /// - Throws: ``TreeError/notAChild(kind:of:)`` or ``TreeError/cycle(kind:)``, with nothing changed.
  /// (docutils: Element.replace.)
  public final func replace(_ old: Node, with content: any NodeContent) throws(TreeError) {
    guard let index = index(of: old) else {
      throw .notAChild(kind: old.kind.name, of: kind.name)
    }
    let nodes = content.nodes.distinct
    for node in nodes { try refuseCycle(node) }
    if nodes.allSatisfy({ $0.parent == nil }) {
      old.parent = nil
      for node in nodes { link(node) }
      children.replaceSubrange(index...index, with: nodes)
      return
    }
    // Nodes that come from before the place shift it.
    let shift = nodes.count { node in
      node !== old && node.parent === self && (self.index(of: node).map { $0 < index } ?? false)
    }
    old.detach()
    nodes.detach()
    try insert(nodes, at: index - shift)
  }

  /// Links a child that is about to be added, and keeps ``Node/levels`` and ``kindsBelow`` upper bounds.
  private final func link(_ node: Node) {
    node.parent = self
    raise(node.kinds, node.asElement)
  }

  /// - Parameters:
  ///   - kinds: those of new children and of what is below them.
  ///   - deepest: the new child with the most levels; nil if all are texts.
  private final func raise(_ kinds: KindMask, _ deepest: Element?) {
    if !kindsBelow.isSuperset(of: kinds) {
      kindsBelow.formUnion(kinds)
      var changed = parent
      while let element = changed, !element.kindsBelow.isSuperset(of: kinds) {
        element.kindsBelow.formUnion(kinds)
        changed = element.parent
      }
    }
    guard let deepest, levels <= deepest.levels, levels < .max else { return }
    levels = deepest.levels == .max ? .max : deepest.levels + 1
    var below = levels
    var changed = parent
    while let element = changed {
      if below < .max { below += 1 }
      guard element.levels < below else { return }
      element.levels = below
      changed = element.parent
    }
  }

  /// A node without children can only be its own ancestor by being this element.
  private final func refuseCycle(_ node: Node) throws(TreeError) {
    if node === self { throw .cycle(kind: node.kind.name) }
    guard let element = node.asElement, !element.children.isEmpty else { return }
    // It has no more levels below it than this, so that it can be no ancestor further up.
    var rest = node.levels == .max ? Int.max : Int(node.levels)
    var ancestor = parent
    while rest > 0, let current = ancestor {
      if current === node { throw .cycle(kind: node.kind.name) }
      ancestor = current.parent
      rest -= 1
    }
  }
}

extension Node {
  /// Takes the node out of its parent, if it has one.
  ///
  /// - Complexity: O(*n*) in the number of siblings; the last one is found at once.
  public final func detach() {
    guard let parent else { return }
    if parent.children.last === self {
      parent.children.removeLast()
    } else if let index = parent.index(of: self) {
      parent.children.remove(at: index)
    }
    self.parent = nil
  }

  /// Puts `content` where the node is. Its ids, names, dupnames and classes go to the first element
  /// of the content.
  ///
  /// - Throws: ``TreeError``, with nothing changed: if the node has no parent, or if it has one of
  ///   these four and the content does not begin with an element.
  /// (docutils: Element.replace_self.)
  public final func replace(with content: any NodeContent) throws(TreeError) {
    guard let parent else { throw .noParent(kind: kind.name) }
    let nodes = content.nodes
    if let element = asElement {
      if let first = nodes.first?.asElement {
        try parent.replace(self, with: nodes)
        if first !== element { first.addCommonAttributes(of: element) }
        return
      }
      for (name, values) in [
        ("ids", element.ids), ("names", element.names), ("classes", element.classes),
        ("dupnames", element.dupnames),
      ] where !values.isEmpty {
        throw .losing(attribute: name, values: values)
      }
    }
    try parent.replace(self, with: nodes)
  }
}

extension Element {
  /// Adds the other element's ids, names, dupnames and classes, each once.
  /// (docutils: Element.update_basic_atts.)
  public final func addCommonAttributes(of other: Element) {
    guard other.hasRareAttributes else { return }
    ids = ids.adding(other.ids)
    names = names.adding(other.names)
    dupnames = dupnames.adding(other.dupnames)
    classes = classes.adding(other.classes)
  }
}

extension Array where Element == Node {
  /// The nodes without repetitions, each where it is listed first.
  var distinct: [Node] {
    guard count > 1 else { return self }
    var seen: Set<ObjectIdentifier> = []
    return filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// Takes the nodes out of their parents, the last one first, as that costs nothing where they are
  /// all or the last children of one; those in `element` stay there.
  func detach(except element: DocTree.Element? = nil) {
    for node in reversed() {
      if let parent = node.parent, parent !== element { node.detach() }
    }
  }
}

extension Array where Element == String {
  /// The list with those of `others` that it does not have yet, in order.
  func adding(_ others: [String]) -> [String] {
    var result = DistinctNames(self)
    for other in others { result.insert(other) }
    return result.names
  }
}
