extension Node {
  public final var previousSibling: Node? {
    guard let parent, let i = parent.index(of: self), i > 0 else { return nil }
    return parent.children[i - 1]
  }
  public final var nextSibling: Node? {
    guard let parent, let i = parent.index(of: self), i + 1 < parent.children.count else {
      return nil
    }
    return parent.children[i + 1]
  }
  public final func astext() -> String {
    if let t = asText { return t.string }
    return asElement!.ownText
      + asElement!.children.map { $0.astext() }.joined(
        separator: type(of: asElement!).childTextSeparator)
  }
}
