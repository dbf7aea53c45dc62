extension Node {
  /// A node of the same class with the same attributes, text and position, without children and
  /// parent. (docutils: Node.copy.)
  ///
  /// Stored properties that are not declared as attributes keep their default values, except those
  /// of the classes in this module.
  public final func copy() -> Self {
    let copy = type(of: self).init()
    copy.position = position
    if let text = asText {
      copy.asText?.string = text.string
    } else if let element = asElement {
      copy.asElement?.takeAttributes(of: element)
    }
    return copy
  }

  /// A copy of the node and of everything below it, without a parent. (docutils: Node.deepcopy.)
  ///
  /// - Complexity: O(*n*) in the size of the tree; the depth costs memory, not stack.
  public final func deepCopy() -> Self {
    var visitor = TreeCopyVisitor()
    do { try walkabout(&visitor) } catch {
      preconditionFailure("copies that were just made cannot contain each other: \(error)")
    }
    // The root of the copy is a copy of this node, and so of its class.
    return unsafeDowncast(visitor.copy.unsafelyUnwrapped, to: Self.self)
  }
}

extension Element {
  /// - Parameter other: an element of the same class.
  fileprivate func takeAttributes(of other: Element) {
    rare = other.rare?.copy()
    for attribute in kind.attributes { _ = attribute.set(self, attribute.get(other)) }
    if let other = other as? PureTextElement {
      (self as? PureTextElement)?.text = other.text
    } else if let other = other as? UnknownElement {
      (self as? UnknownElement)?.name = other.name
    } else if let other = other as? Document, let document = self as? Document {
      document.nameTable = other.nameTable
      document.diagnostics = other.diagnostics
    }
  }
}
