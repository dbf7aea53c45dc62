extension Node {
  /// A node of the same class with the same attributes and the same position, without children and
  /// without a parent.
  ///
  /// Stored properties that a class does not declare as attributes get their default values. A
  /// copied ``Document`` has an empty ``Document/nameTable`` and no diagnostics.
  /// (docutils: Element.copy.)
  public final func copy() -> Self {
    var kinds = KindCache()
    return copy(&kinds)
  }

  /// A copy of the node and of everything below it.
  ///
  /// A copied ``Document`` knows names and ids like the original, and they lead into the copy.
  ///
  /// - Complexity: O(*n*) in the size of the tree; the depth costs memory, not stack.
  /// (docutils: Element.deepcopy.)
  public final func deepCopy() -> Self {
    var kinds = KindCache()
    let result = copy(&kinds)
    guard let root = asElement, let rootCopy = result.asElement else { return result }
    // Only a document keeps track of its elements.
    let document = self as? Document
    var table = document?.nameTable.withoutElements
    var waiting = [(original: root, copy: rootCopy)]
    while let (original, copy) = waiting.popLast() {
      if table != nil, original.hasRareAttributes {
        for id in original.ids where document?.element(withID: id) === original {
          table?.register(id, for: copy)
        }
      }
      if original.children.isEmpty { continue }
      var children: [Node] = []
      children.reserveCapacity(original.children.count)
      for child in original.children {
        let childCopy = child.copy(&kinds)
        childCopy.parent = copy
        children.append(childCopy)
        if let element = child.asElement, let elementCopy = childCopy.asElement {
          waiting.append((element, elementCopy))
        }
      }
      copy.children = children
      copy.levels = original.levels
      copy.kindsBelow = original.kindsBelow
    }
    if let document, let table, let documentCopy = result as? Document {
      documentCopy.nameTable = table
      documentCopy.diagnostics = document.diagnostics
    }
    return result
  }

  private final func copy(_ kinds: inout KindCache) -> Self {
    let result = Swift.type(of: self).init()
    result.position = position
    if let text = asText {
      result.asText?.string = text.string
    } else if let element = asElement, let copy = result.asElement {
      copy.rare = element.rare?.copy()
      for attribute in kinds.kind(of: element).attributes {
        _ = attribute.set(copy, attribute.get(element))
      }
      element.copyText(to: copy)
    }
    return result
  }
}

extension Element {
  /// Copies what an element holds besides attributes and children.
  fileprivate final func copyText(to copy: Element) {
    if let from = self as? PureTextElement, let to = copy as? PureTextElement {
      to.text = from.text
    } else if let from = self as? UnknownElement, let to = copy as? UnknownElement {
      to.name = from.name
    }
  }
}
