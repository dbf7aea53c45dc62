internal import DocTree

extension HTMLFormat {
  func addBlocks(to registry: inout Registry) {
    registry.add(ParagraphHTML.self)
    registry.add(
      Rubric.self,
      html: NodeHandler { node, html in
        html.newline()
        let classes = html.isCommonMark && node.level != nil ? [] : ["rubric"]
        html.open(html.tag(of: node), node, classes: classes)
        return .continue
      } depart: { node, html in
        html.close(html.tag(of: node))
        html.newline()
        return .continue
      })
    registry.add(LiteralBlockHTML.self)
    registry.add(DoctestBlock.self, html: wrapping("pre", classes: ["doctest"], isBlock: true))
    registry.add(MathBlockHTML.self)
    registry.add(Compound.self, html: wrapping("div", classes: ["compound"], isBlock: true))
    registry.add(
      Container.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("div", node, classes: html.isCommonMark ? [] : ["docutils", "container"])
        html.newline()
        return .continue
      } depart: { _, html in
        html.close("div")
        html.newline()
        return .continue
      })
    registry.add(
      BlockQuote.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("blockquote", node)
        html.newline()
        if !html.isCommonMark { html.raw("<div>") }
        return .continue
      } depart: { _, html in
        if html.isCommonMark { html.newline() } else { html.raw("</div>") }
        html.raw("</blockquote>\n")
        return .continue
      })
    registry.add(
      Attribution.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("p", node, classes: ["attribution"])
        html.raw("—")
        return .continue
      } depart: { _, html in
        html.raw("</p>\n")
        return .continue
      })
    registry.add(LineBlock.self, html: wrapping("div", classes: ["line-block"], isBlock: true))
    registry.add(
      Line.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("div", node, classes: ["line"])
        if node.children.isEmpty { html.raw("<br />") }
        return .continue
      } depart: { _, html in
        html.raw("</div>\n")
        return .continue
      })
    registry.add(
      Figure.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open(
          "figure", node, classes: ["align-\(node.align ?? "default")"],
          attributes: [("style", node.width.map { "width: \($0)" })])
        html.newline()
        return .continue
      } depart: { node, html in
        if node.children.contains(where: { $0 is Caption || $0 is Legend }) {
          html.newline()
          html.raw("</figcaption>")
        }
        html.newline()
        html.raw("</figure>\n")
        return .continue
      })
    registry.add(
      Caption.self,
      html: NodeHandler { node, html in
        html.newline()
        if node.parent is Figure {
          html.raw("<figcaption>\n<p>")
          html.openCaptionText(of: node)
        } else if node.parent is Container {
          html.raw("<div class=\"code-block-caption\">")
          html.openCaptionText(of: node)
        } else {
          html.open("div", node, classes: ["caption-text"])
        }
        return .continue
      } depart: { node, html in
        if node.parent is Figure {
          html.raw("</span>")
          html.permalink(to: node.parent, title: "Link to this image")
          html.raw("</p>")
        } else if node.parent is Container {
          html.raw("</span>")
          html.permalink(to: node.parent, title: "Link to this code")
          html.raw("</div>\n")
        } else {
          html.raw("</div>\n")
        }
        return .continue
      })
    registry.add(
      Legend.self,
      html: NodeHandler { node, html in
        html.newline()
        if !(node.parent?.children.contains { $0 is Caption } ?? false) {
          html.raw("<figcaption>\n")
        }
        html.open("div", node, classes: ["legend"])
        html.newline()
        return .continue
      } depart: { _, html in
        html.newline()
        html.raw("</div>")
        return .continue
      })
    registry.add(RawHTML.self)
    registry.add(Comment.self, html: .skipped)
    registry.add(Pending.self, html: .skipped)
    registry.add(SystemMessage.self, html: .skipped)
    registry.add(SubstitutionDefinition.self, html: .skipped)
  }
}

enum ParagraphHTML: NodeTranslator {
  static func visit(_ node: Paragraph, _ html: inout HTMLTranslator) -> VisitAction {
    if isBare(node, html) { return .continue }
    // Sphinx's items and cells begin with their first paragraph, on the same line.
    if html.isCommonMark || !(node.parent?.children.first === node && isInItem(node)) {
      html.newline()
    }
    if node.hasRareAttributes { html.open("p", node) } else { html.buffer.put("<p>") }
    return .continue
  }

  static func depart(_ node: Paragraph, _ html: inout HTMLTranslator) -> DepartAction {
    if isBare(node, html) { return .continue }
    html.buffer.put("</p>")
    // Sphinx ends no line behind the only paragraph of a list item or cell.
    if html.isCommonMark || !(node.parent?.children.count == 1 && isInItem(node)) {
      html.buffer.put("\n")
    }
    return .continue
  }

  private static func isInItem(_ node: Paragraph) -> Bool {
    guard let parent = node.parent, !(parent is Section) else { return false }
    return parent is ListItem || parent is Entry || parent is FieldBody || parent is Definition
      || parent is Description
  }

  /// CommonMark writes no tags around the paragraphs of tight lists, and GitHub none in cells.
  private static func isBare(_ node: Paragraph, _ html: HTMLTranslator) -> Bool {
    guard html.isCommonMark, let parent = node.parent else { return false }
    return parent is ListItem && html.tightLists.last == true
      || parent is Entry && parent.children.count == 1
  }
}

extension HTMLTranslator {
  /// A rubric is a paragraph, unless its author gave it a level.
  fileprivate func tag(of rubric: Rubric) -> String {
    if let level = rubric["heading-level"].flatMap({ Int($0) }) { return "h\(level)" }
    if let level = rubric.level { return "h\(level)" }
    return "p"
  }
}
