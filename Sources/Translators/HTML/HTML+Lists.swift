internal import DocTree

extension HTMLFormat {
  func addLists(to registry: inout Registry) {
    addFields(to: &registry)
    registry.add(
      BulletList.self,
      html: NodeHandler { node, html in
        let isSimple = html.isSimple(node)
        // Inside a simple list it would say nothing new.
        let isNew = isSimple && html.simpleLists.last != true
        html.simpleLists.append(isSimple)
        html.openList("ul", node, isTight: node.isTight, classes: isNew ? ["simple"] : [])
        return .continue
      } depart: { node, html in
        html.simpleLists.removeLast()
        html.closeList("ul", node)
        return .continue
      })
    registry.add(
      EnumeratedList.self,
      html: NodeHandler { node, html in
        html.openList(
          "ol", node, isTight: node.isTight,
          leading: [node.enumtype ?? "arabic"] + (html.isSimple(node) ? ["simple"] : []),
          attributes: [("start", node.start.map(String.init))])
        return .continue
      } depart: { node, html in
        html.closeList("ol", node)
        return .continue
      })
    registry.add(
      ListItem.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("li", node)
        return .continue
      } depart: { _, html in
        html.buffer.put("</li>\n")
        return .continue
      })
    registry.add(
      DefinitionList.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dl", node, leading: html.isSimple(node) ? ["simple"] : [])
        html.newline()
        return .continue
      } depart: { node, html in
        html.listShapes.leave(node)
        html.newline()
        html.raw("</dl>\n")
        return .continue
      })
    registry.add(DefinitionListItem.self, html: .childrenOnly)
    registry.add(
      Term.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dt", node)
        return .continue
      } depart: { node, html in
        if node.parent?.parent?.parent is Glossary {
          html.permalink(to: node, title: "Link to this term")
        }
        html.raw("</dt>\n")
        return .continue
      })
    registry.add(
      Classifier.self,
      html: NodeHandler { node, html in
        html.open("span", node, classes: ["classifier"])
        return .continue
      } depart: { _, html in
        html.raw("</span>")
        return .continue
      })
    registry.add(Definition.self, html: wrapping("dd", isBlock: true))
    registry.add(OptionList.self, html: wrapping("dl", classes: ["option-list"], isBlock: true))
    registry.add(OptionListItem.self, html: .childrenOnly)
    registry.add(
      OptionGroup.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dt", node)
        html.raw("<kbd>")
        return .continue
      } depart: { _, html in
        html.raw("</kbd></dt>\n")
        return .continue
      })
    registry.add(
      CommandOption.self,
      html: NodeHandler { node, html in
        if node.parent?.children.first !== node { html.raw(", ") }
        html.open("span", node, classes: ["option"])
        return .continue
      } depart: { _, html in
        html.raw("</span>")
        return .continue
      })
    registry.add(OptionString.self, html: .childrenOnly)
    registry.add(
      OptionArgument.self,
      html: NodeHandler { node, html in
        html.text(node.delimiter ?? " ")
        html.open("var", node)
        return .continue
      } depart: { _, html in
        html.raw("</var>")
        return .continue
      })
    registry.add(Description.self, html: wrapping("dd", isBlock: true))
  }
}

extension HTMLTranslator {
  fileprivate mutating func openList(
    _ tag: String, _ node: Element, isTight: Bool, leading: [String] = [],
    classes: [String] = [], attributes: [(String, String?)] = []
  ) {
    newline()
    tightLists.append(isTight)
    open(
      tag, node, leading: isCommonMark ? [] : leading, classes: isCommonMark ? [] : classes,
      attributes: attributes)
    newline()
  }

  fileprivate mutating func closeList(_ tag: String, _ node: Element) {
    tightLists.removeLast()
    listShapes.leave(node)
    newline()
    close(tag)
    newline()
  }
}
