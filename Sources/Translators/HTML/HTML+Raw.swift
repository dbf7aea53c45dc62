internal import DocTree

enum RawHTML: NodeTranslator {
  static func visit(_ node: Raw, _ html: inout HTMLTranslator) -> VisitAction {
    guard let format = node.format,
      format == "html" || format.split(separator: " ").contains("html")
    else { return .skipNode }
    if html.isCommonMark, let markup = gitHubMarkup(node) {
      html.raw(markup)
      return .skipNode
    }
    let isBlock = !node.isInLine
    if html.rawPolicy == .strip { return .skipNode }
    if isBlock { html.newline() }
    let wrapper = node.hasRareAttributes && !node.classes.isEmpty ? isBlock ? "div" : "span" : nil
    if let wrapper { html.open(wrapper, node) }
    switch html.rawPolicy {
    case .allow: html.buffer.write(node.text)
    case .escape: html.buffer.writeEscaped(node.text)
    case .strip: break
    }
    if let wrapper { html.close(wrapper) }
    if isBlock { html.newline() }
    return .skipNode
  }

  /// What GitHub writes for syntax for which MyST writes other HTML.
  private static func gitHubMarkup(_ node: Raw) -> String? {
    if node.syntax == "strikethrough" { return node.text == "<s>" ? "<del>" : "</del>" }
    guard isCheckbox(node) else { return nil }
    // Not every value of the attributes, but whether they are there, is what counts.
    let attributes = ["checked", "disabled"].filter { node.text.contains(" \($0)=") }
    return "<input type=\"checkbox\"" + attributes.map { " \($0)=\"\"" }.joined() + " />"
  }

  /// Whether it is the box at the beginning of something to do.
  private static func isCheckbox(_ node: Raw) -> Bool {
    guard node.text.hasPrefix("<input "), let paragraph = node.parent as? Paragraph,
      let item = paragraph.parent as? ListItem
    else { return false }
    return item.classes.contains("task-list-item") && paragraph.children.first === node
      && item.children.first === paragraph
  }
}
