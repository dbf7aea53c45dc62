internal import DocTree

extension HTMLFormat {
  func addLists(to registry: inout Registry) {
    registry.add(
      BulletList.self,
      html: NodeHandler { node, html in
        html.openList("ul", node, classes: [], isTight: node.isTight, attributes: [])
        return .continue
      } depart: { _, html in
        html.closeList("ul")
        return .continue
      })
    registry.add(
      EnumeratedList.self,
      html: NodeHandler { node, html in
        html.openList(
          "ol", node, classes: [node.enumtype ?? "arabic"], isTight: node.isTight,
          attributes: [("start", node.start.map(String.init))])
        return .continue
      } depart: { _, html in
        html.closeList("ol")
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
        html.open("dl", node, classes: node.isSimple ? ["simple"] : ["docutils"])
        html.newline()
        return .continue
      } depart: { _, html in
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
    registry.add(
      FieldList.self, html: wrapping("dl", classes: ["field-list", "simple"], isBlock: true))
    registry.add(Field.self, html: .childrenOnly)
    registry.add(
      FieldName.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dt", node)
        return .continue
      } depart: { _, html in
        html.raw("<span class=\"colon\">:</span></dt>\n")
        return .continue
      })
    registry.add(FieldBody.self, html: wrapping("dd", isBlock: true))
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
    _ tag: String, _ node: Element, classes: [String], isTight: Bool,
    attributes: [(String, String?)]
  ) {
    newline()
    tightLists.append(isTight)
    let classes = isCommonMark ? [] : classes + (node.isSimple ? ["simple"] : [])
    open(tag, node, classes: classes, attributes: attributes)
    newline()
  }

  fileprivate mutating func closeList(_ tag: String) {
    tightLists.removeLast()
    newline()
    close(tag)
    newline()
  }
}

extension Element {
  /// Whether no item has more than one paragraph: such a list is set without space.
  /// (docutils: HTMLTranslator.is_compactable.)
  ///
  /// A list inside it counts by itself, so that deep lists cost no more than flat ones.
  fileprivate var isSimple: Bool {
    if classes.contains("open") { return false }
    return children.allSatisfy { item in
      let blocks = (item.asElement?.children ?? []).flatMap { child in
        child is Definition ? child.asElement?.children ?? [] : [child]
      }
      var paragraphs = 0
      for block in blocks {
        switch block {
        case is Paragraph: paragraphs += 1
        case is BulletList, is EnumeratedList, is Term, is Classifier, is SystemMessage: break
        default: return false
        }
      }
      return paragraphs <= 1
    }
  }
}
