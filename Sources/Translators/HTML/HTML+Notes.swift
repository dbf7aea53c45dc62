internal import DocTree

extension HTMLFormat {
  /// Admonitions, footnotes and citations.
  func addNotes(to registry: inout Registry) {
    registry.add(
      Admonition.self,
      html: NodeHandler { node, html in
        html.openAdmonition(node)
        html.newline()
        return .continue
      } depart: { node, html in
        html.closeAdmonition(node)
        return .continue
      })
    registry.add(
      SpecificAdmonition.self,
      html: NodeHandler { node, html in
        let tag = node.isCollapsible ? "summary" : "p"
        html.openAdmonition(node, kind: node.kind.name)
        html.raw("\n<\(tag) class=\"admonition-title\">")
        html.text(html.words[type(of: node).label])
        html.raw("</\(tag)>\n")
        return .continue
      } depart: { node, html in
        html.closeAdmonition(node)
        return .continue
      })
    addFootnote(Footnote.self, "footnote", to: &registry)
    addFootnote(Citation.self, "citation", to: &registry)
    registry.add(
      Label.self,
      html: NodeHandler { node, html in
        html.raw("<span class=\"label\"><span class=\"fn-bracket\">[</span>")
        let backrefs = node.parent?.backrefs ?? []
        if backrefs.count == 1 {
          html.open("a", attributes: [("href", "#" + backrefs[0]), ("role", "doc-backlink")])
          html.text(node.text)
          html.raw("</a>")
        } else {
          html.text(node.text)
        }
        html.raw("<span class=\"fn-bracket\">]</span></span>\n")
        if backrefs.count > 1 {
          html.raw("<span class=\"backrefs\">(")
          for (index, id) in backrefs.enumerated() {
            if index > 0 { html.raw(",") }
            html.open("a", attributes: [("href", "#" + id), ("role", "doc-backlink")])
            html.text(String(index + 1))
            html.raw("</a>")
          }
          html.raw(")</span>\n")
        }
        return .skipNode
      })
    registry.add(
      FootnoteReference.self,
      html: NodeHandler { node, html in
        html.open(
          "a", node, classes: ["footnote-reference", "brackets"],
          attributes: [("href", node.refid.map { "#" + $0 }), ("role", "doc-noteref")])
        html.raw("<span class=\"fn-bracket\">[</span>")
        return .continue
      } depart: { _, html in
        html.raw("<span class=\"fn-bracket\">]</span></a>")
        return .continue
      })
    registry.add(
      CitationReference.self,
      html: NodeHandler { node, html in
        html.open(
          "a", node, classes: ["citation-reference"],
          attributes: [("href", node.refid.map { "#" + $0 }), ("role", "doc-biblioref")])
        html.raw("[")
        return .continue
      } depart: { _, html in
        html.raw("]</a>")
        return .continue
      })
  }

  /// Footnotes that follow each other stand in one list, and so do citations.
  private func addFootnote<Note: Element>(
    _ kind: Note.Type, _ name: String, to registry: inout Registry
  ) {
    registry.add(
      kind,
      html: NodeHandler { node, html in
        html.newline()
        if !(node.previousSibling is Note) {
          html.raw("<aside class=\"\(name)-list brackets\">\n")
        }
        html.open(
          "aside", node, classes: [name, "brackets"], attributes: [("role", "doc-footnote")])
        html.newline()
        return .continue
      } depart: { node, html in
        html.newline()
        html.raw("</aside>\n")
        if !(node.nextSibling is Note) { html.raw("</aside>\n") }
        return .continue
      })
  }
}

extension Element {
  /// Whether readers can fold a remark. (Sphinx: directives.admonitions.SphinxAdmonition.)
  var isCollapsible: Bool { hasRareAttributes && self["collapsible"] != nil }
}

extension HTMLTranslator {
  fileprivate mutating func openAdmonition(_ node: Element, kind: String? = nil) {
    newline()
    let isOpen = node.isCollapsible && node["collapsible"]?.text == "open"
    open(
      node.isCollapsible ? "details" : "div", node,
      classes: ["admonition", kind].compactMap(\.self),
      attributes: isOpen ? [("open", "open")] : [])
  }

  fileprivate mutating func closeAdmonition(_ node: Element) {
    newline()
    raw(node.isCollapsible ? "</details>\n" : "</div>\n")
  }
}
