import DocTree

/// The title of something that is called by its sort and a number: `Theorem 2 (Pythagoras)`.
enum NumberedTitle {
  /// - Parameter name: what stands in parentheses; empty for nothing.
  static func make(_ sort: String, name: [Node], at position: SourcePosition) -> Title {
    let caption = Inline(children: [Text(sort)], position: position)
    caption.classes = ["caption-number"]
    var nodes: [Node] = [caption]
    if !name.isEmpty { nodes += [Text(" (")] + name + [Text(")")] }
    return Title(children: nodes, position: position)
  }

  /// `Theorem`, and with its number `Theorem 2`.
  static func caption(of element: Element) -> Inline? {
    element.firstChild(ofKind: Title.self)?.firstChild(ofKind: Inline.self)
  }
}

extension Element {
  /// Gives the element a label that references can use, which is also its id if it can be one.
  func setLabel(_ label: String, in context: any ParseContext) {
    let isID = !label.isEmpty && !label.contains { $0.isWhitespace }
    if isID, !context.document.nameTable.contains(id: label) { ids.append(label) }
    names.append(ReferenceName.normalized(label))
  }
}
