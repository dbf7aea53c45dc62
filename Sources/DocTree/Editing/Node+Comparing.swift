/// The first place in document order where two trees are not the same.
public struct TreeDifference: CustomStringConvertible {
  /// The node of the tree that was asked; nil if there is none at the place.
  public let node: Node?
  /// The node of the other tree; nil if there is none at the place.
  public let other: Node?
  /// What is not the same, in one line.
  public let description: String
}

extension Node {
  /// Whether this tree and the other one have the same kinds, attributes (hidden ones included),
  /// texts and children. Positions do not matter.
  ///
  /// - Complexity: O(*n*) in the size of the smaller tree; the depth costs memory, not stack.
  public final func isEqual(to other: Node) -> Bool { firstDifference(from: other) == nil }

  /// Where this tree and the other one differ first, in document order; nil if they are equal.
  ///
  /// - Parameter positions: whether positions have to be the same too.
  /// - Complexity: O(*n*) in the size of the smaller tree; the depth costs memory, not stack.
  public final func firstDifference(from other: Node, positions: Bool = false) -> TreeDifference? {
    var kinds = KindCache()
    var waiting: [(Node?, Node?)] = [(self, other)]
    while let (left, right) = waiting.popLast() {
      guard let left, let right else {
        let what =
          left.map { "\($0.label) instead of nothing" }
          ?? right.map { "nothing instead of \($0.label)" } ?? ""
        return TreeDifference(node: left, other: right, description: what)
      }
      if left === right { continue }
      if let what = left.ownDifference(from: right, positions: positions, &kinds) {
        return TreeDifference(node: left, other: right, description: what)
      }
      guard let leftChildren = left.asElement?.children,
        let rightChildren = right.asElement?.children
      else { continue }
      let common = min(leftChildren.count, rightChildren.count)
      if leftChildren.count > common {
        waiting.append((leftChildren[common], nil))
      } else if rightChildren.count > common {
        waiting.append((nil, rightChildren[common]))
      }
      for index in stride(from: common - 1, through: 0, by: -1) {
        waiting.append((leftChildren[index], rightChildren[index]))
      }
    }
    return nil
  }

  private final func ownDifference(
    from other: Node, positions: Bool, _ kinds: inout KindCache
  ) -> String? {
    if kindIndex != other.kindIndex { return "\(label) instead of \(other.label)" }
    if positions, position != other.position {
      return "\(label) at \(position) instead of \(other.position)"
    }
    if let text = asText, let otherText = other.asText, text.string != otherText.string {
      return Self.difference("text", text.string, otherText.string)
    }
    guard let element = asElement, let otherElement = other.asElement else { return nil }
    if element.hasRareAttributes || otherElement.hasRareAttributes
      || !kinds.kind(of: element).attributes.isEmpty
    {
      if let what = element.attributeDifference(from: otherElement) { return what }
    }
    if let text = element as? PureTextElement, let otherText = other as? PureTextElement,
      text.text != otherText.text
    {
      return Self.difference("text", text.text, otherText.text)
    }
    if let unknown = element as? UnknownElement, let otherUnknown = other as? UnknownElement,
      unknown.name != otherUnknown.name
    {
      return "\(label) instead of \(other.label)"
    }
    return nil
  }

  fileprivate static func difference(_ what: String, _ left: String, _ right: String) -> String {
    "\(what) \"\(left)\" instead of \"\(right)\""
  }
}

extension Element {
  fileprivate final func attributeDifference(from other: Element) -> String? {
    let left = attributes(hidden: true)
    let right = other.attributes(hidden: true)
    var index = 0
    while index < left.count || index < right.count {
      let ours = index < left.count ? left[index] : nil
      let theirs = index < right.count ? right[index] : nil
      if let ours, let theirs, ours == theirs {
        index += 1
        continue
      }
      // The lists are sorted, so the lesser name is the one that is missing on the other side.
      let name = min(ours?.name ?? theirs?.name ?? "", theirs?.name ?? ours?.name ?? "")
      let values = [ours, theirs].map { $0?.name == name ? $0?.value.text : nil }
      return "attribute \(name) of <\(kind.name)>: "
        + "\(values[0] ?? "missing") instead of \(values[1] ?? "missing")"
    }
    return nil
  }
}
