/// The elements above a node, from its parent to the root.
public struct Ancestors: Sequence, IteratorProtocol {
  private var current: Element?

  init(of node: Node) { current = node.parent }

  public mutating func next() -> Element? {
    let result = current
    current = result?.parent
    return result
  }
}

extension Node {
  /// The elements above this node, from its parent to the root.
  public final var ancestors: Ancestors { Ancestors(of: self) }

  /// The node before this one under the same parent. (docutils: Node.previous_sibling.)
  ///
  /// - Complexity: that of ``Element/index(of:)``.
  public final var previousSibling: Node? {
    guard let parent, let index = parent.index(of: self), index > 0 else { return nil }
    return parent.children[index - 1]
  }

  /// The node behind this one under the same parent.
  ///
  /// - Complexity: that of ``Element/index(of:)``.
  public final var nextSibling: Node? {
    guard let parent, let index = parent.index(of: self) else { return nil }
    return index + 1 < parent.children.count ? parent.children[index + 1] : nil
  }

  /// The sections that this node is in, the outermost first; a section that has a parent is the last
  /// of its own. (docutils: Node.section_hierarchy.)
  public final var sectionHierarchy: [Section] {
    var result: [Section] = []
    var node: Node? = self
    while let current = node {
      if current.parent != nil, let section = current as? Section { result.append(section) }
      node = current.parent
    }
    return result.reversed()
  }

  /// The language of the text: what follows `language-` in a class of this element or of the
  /// nearest ancestor that has such a class. (docutils: Element.get_language_code.)
  public final func languageCode(default fallback: String = "") -> String {
    var node: Node? = self
    while let current = node {
      for name in current.asElement?.classes ?? [] where name.hasPrefix("language-") {
        return String(name.dropFirst(9))
      }
      node = current.parent
    }
    return fallback
  }
}

extension Element {
  /// The first child of a class or of a subclass of it.
  public final func firstChild<Found: Node>(ofKind type: Found.Type) -> Found? {
    for child in children {
      if let found = child as? Found { return found }
    }
    return nil
  }

  /// Where the first child stands that is of one of these classes, or of a subclass.
  ///
  /// - Parameter range: the children to look at; those that do not exist are left out.
  /// (docutils: Element.first_child_matching_class.)
  public final func firstChildIndex(
    ofKind types: Node.Type..., in range: Range<Int> = 0..<Int.max
  ) -> Int? {
    range.clamped(to: children.indices).first { index in
      types.contains { children[index].isInstance(of: $0) }
    }
  }

  /// Where the first child stands that is of none of these classes.
  ///
  /// - Parameter range: the children to look at; those that do not exist are left out.
  /// (docutils: Element.first_child_not_matching_class.)
  public final func firstChildIndex(
    notOfKind types: Node.Type..., in range: Range<Int> = 0..<Int.max
  ) -> Int? {
    range.clamped(to: children.indices).first { index in
      !types.contains { children[index].isInstance(of: $0) }
    }
  }

  /// Where the first child stands that lacks one of these categories.
  /// (docutils: Element.first_child_not_matching_class.)
  public final func firstChildIndex(notIn categories: Category) -> Int? {
    children.firstIndex { !$0.kind.categories.isSuperset(of: categories) }
  }
}

extension Node {
  /// Whether the node is of this class or of a subclass.
  func isInstance(of type: Node.Type) -> Bool { kind.isKind(of: type.kind) }
}
