internal import DocTree

extension HTMLFormat {
  func addFields(to registry: inout Registry) {
    registry.add(
      FieldList.self,
      html: NodeHandler { node, html in
        html.newline()
        html.fieldCounts.append(0)
        html.open(
          "dl", node,
          classes: html.isCommonMark
            ? [] : ["field-list"] + (html.isSimple(node) ? ["simple"] : []))
        html.newline()
        return .continue
      } depart: { node, html in
        html.fieldCounts.removeLast()
        html.listShapes.leave(node)
        html.newline()
        html.raw("</dl>\n")
        return .continue
      })
    registry.add(
      Field.self,
      html: NodeHandler { _, html in
        if !html.fieldCounts.isEmpty { html.fieldCounts[html.fieldCounts.count - 1] += 1 }
        return .continue
      })
    registry.add(
      FieldName.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dt", node, leading: html.fieldClasses(node))
        return .continue
      } depart: { _, html in
        html.raw("<span class=\"colon\">:</span></dt>\n")
        return .continue
      })
    registry.add(
      FieldBody.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dd", node, leading: html.fieldClasses(node))
        // What comes next would move up beside the name.
        if node.children.isEmpty, !html.isCommonMark { html.raw("<p></p>") }
        return .continue
      } depart: { _, html in
        html.raw("</dd>\n")
        return .continue
      })
  }
}

extension HTMLTranslator {
  /// The classes of the field that a name or a body belongs to.
  fileprivate func fieldClasses(_ part: Element) -> [String] {
    guard !isCommonMark else { return [] }
    let isOdd = (fieldCounts.last ?? 1) % 2 == 1
    return (part.parent?.classes ?? []) + [isOdd ? "field-odd" : "field-even"]
  }
}
