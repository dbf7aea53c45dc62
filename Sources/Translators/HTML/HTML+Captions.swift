internal import DocTree

/// Captions and their numbers, which stand before the text. (Sphinx: HTML5Translator.add_fignumber.)
extension HTMLTranslator {
  /// Opens the span of a caption's text, unless a number comes first, which opens it behind itself.
  mutating func openCaptionText(of caption: Caption) {
    if !caption.beginsWithNumber { open("span", caption, classes: ["caption-text"]) }
  }
}

extension Element {
  /// Whether the first child is the number of what this is the caption of.
  var beginsWithNumber: Bool {
    guard let number = children.first as? Inline else { return false }
    return number.hasRareAttributes && number.classes == ["caption-number"]
  }
}

enum InlineHTML: NodeTranslator {
  static func visit(_ node: Inline, _ html: inout HTMLTranslator) -> VisitAction {
    html.open("span", node)
    return .continue
  }

  static func depart(_ node: Inline, _ html: inout HTMLTranslator) -> DepartAction {
    html.close("span")
    guard node.hasRareAttributes, let caption = node.parent, caption.children.first === node,
      caption.beginsWithNumber
    else { return .continue }
    if caption is Caption, caption.parent is Figure || caption.parent is Container {
      html.open("span", caption, classes: ["caption-text"])
    } else if caption is Title, caption.parent is Table {
      html.open("span", classes: ["caption-text"])
    }
    return .continue
  }
}
