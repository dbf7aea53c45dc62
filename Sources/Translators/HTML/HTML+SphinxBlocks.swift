internal import DocTree

extension HTMLFormat {
  /// What Sphinx adds to docutils' blocks.
  func addSphinxBlocks(to registry: inout Registry) {
    registry.add(
      Versionmodified.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("div", node, classes: [node.type ?? "versionmodified"])
        html.newline()
        return .continue
      } depart: { _, html in
        html.newline()
        html.raw("</div>\n")
        return .continue
      })
    registry.add(
      Centered.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("p", node, classes: ["centered"])
        html.raw("\n<strong>")
        return .continue
      } depart: { _, html in
        html.raw("</strong></p>\n")
        return .continue
      })
    registry.add(Acks.self, html: .childrenOnly)
    registry.add(
      Hlist.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("table", node, classes: ["hlist"])
        html.raw("<tr>")
        return .continue
      } depart: { _, html in
        html.raw("</tr></table>\n")
        return .continue
      })
    registry.add(
      Hlistcol.self,
      html: NodeHandler { node, html in
        html.open("td", node)
        return .continue
      } depart: { _, html in
        html.close("td")
        return .continue
      })
    registry.add(Glossary.self, html: .childrenOnly)
    registry.add(
      Productionlist.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("pre", node)
        html.newline()
        return .continue
      } depart: { _, html in
        html.newline()
        html.raw("</pre>\n")
        return .continue
      })
    registry.add(Production.self, html: .childrenOnly)
    registry.add(
      Only.self,
      html: NodeHandler { node, html in
        TagExpression(node.expr ?? "").holds(for: html.tags) ? .continue : .skipNode
      })
    registry.add(Highlightlang.self, html: .skipped)
    registry.add(TabularColSpec.self, html: .skipped)
    // A project puts lists of links in its place.
    registry.add(Toctree.self, html: .skipped)
    registry.add(CompactParagraph.self, html: .childrenOnly)
  }
}

extension HTMLTranslator {
  /// Writes a link to an element that has an id, to copy the address from.
  ///
  /// - Parameter title: what a reader sees on pointing to it, in English.
  mutating func permalink(to element: Element?, title: String) {
    guard hasPermalinks, !isCommonMark, let id = element?.ids.first else { return }
    buffer.put("<a class=\"headerlink\" href=\"#")
    buffer.writeEscaped(id)
    buffer.put("\" title=\"")
    buffer.writeEscaped(words[title])
    buffer.put("\">¶</a>")
  }
}
