internal import DocTree

/// The texts of a leaf, in order, and what stands between them.
struct InlineRun {
  enum Kind {
    case text(Text)
    /// Code and the like.
    case other(Element)
    case lineBreak
  }

  struct Item {
    let kind: Kind
    /// In how many elements it is.
    let level: Int
    /// None in a text that stays as it is.
    let signs: TextSigns
  }

  private(set) var items: [Item] = []
  /// Those of all texts.
  private(set) var signs: TextSigns = []

  init(_ children: [Node], fixed: Set<ObjectIdentifier>, syntax: InlineSyntax) {
    items.reserveCapacity(children.count)
    // What is left of the lists that were begun, the innermost last.
    var stack: [ArraySlice<Node>] = [children[...]]
    while var rest = stack.popLast() {
      let level = stack.count
      while let node = rest.popFirst() {
        if let text = node.asText {
          let found =
            fixed.contains(ObjectIdentifier(text)) ? [] : TextSigns(of: text.string, syntax)
          signs.formUnion(found)
          items.append(Item(kind: .text(text), level: level, signs: found))
          continue
        }
        guard let element = node.asElement else { continue }
        if element is HardBreak {
          items.append(Item(kind: .lineBreak, level: level, signs: []))
        } else if element is Literal || fixed.contains(ObjectIdentifier(element))
          || element is PureTextElement || element is Image
        {
          items.append(Item(kind: .other(element), level: level, signs: []))
        } else if !(element is SystemMessage) {
          stack.append(rest)
          rest = element.children[...]
          stack.append(rest)
          break
        }
      }
    }
  }

  /// The character beside an item: a space at the end of a line or of the leaf.
  func neighbor(of index: Int, step: Int) -> Unicode.Scalar {
    var current = index + step
    while current >= 0, current < items.count {
      let text: String
      switch items[current].kind {
      case .lineBreak: return " "
      case .other(let element): text = element.astext()
      case .text(let node): text = node.string
      }
      if let scalar = step > 0 ? text.unicodeScalars.first : text.unicodeScalars.last {
        return scalar
      }
      current += step
    }
    return " "
  }
}
