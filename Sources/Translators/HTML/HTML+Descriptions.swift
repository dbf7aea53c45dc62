internal import DocTree

extension HTMLFormat {
  func addDescriptions(to registry: inout Registry) {
    registry.add(
      Desc.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open("dl", node)
        html.newline()
        return .continue
      } depart: { _, html in
        html.raw("</dl>\n\n")
        return .continue
      })
    registry.add(DescSignatureHTML.self)
    registry.add(
      DescSignatureLine.self,
      html: NodeHandler { _, _ in
        .continue
      } depart: { node, html in
        if node.addPermalink, let signature = node.parent { html.definitionLink(to: signature) }
        html.raw("<br />")
        return .continue
      })
    registry.add(
      DescContent.self,
      html: NodeHandler { node, html in
        html.open("dd", node)
        return .continue
      } depart: { _, html in
        html.raw("</dd>")
        return .continue
      })
    registry.add(SignaturePartHTML<DescName>.self)
    registry.add(SignaturePartHTML<DescAddname>.self)
    registry.add(SignaturePartHTML<DescType>.self)
    registry.add(SignaturePartHTML<DescSigElement>.self)
    registry.add(SignaturePartHTML<DescAnnotation>.self)
    registry.add(DescInline.self, html: wrapping("span"))
    addParameters(to: &registry)
    registry.add(PendingXref.self, html: .childrenOnly)
    registry.add(Index.self, html: .skipped)
    registry.add(Manpage.self, html: wrapping("em"))
  }

  private func addParameters(to registry: inout Registry) {
    registry.add(
      DescReturns.self,
      html: NodeHandler { _, html in
        html.raw(
          " <span class=\"sig-return\"><span class=\"sig-return-icon\">&#x2192;</span> "
            + "<span class=\"sig-return-typehint\">")
        return .continue
      } depart: { _, html in
        html.raw("</span></span>")
        return .continue
      })
    registry.add(DescParameterlist.self, html: Self.parentheses("(", ")"))
    registry.add(DescTypeParameterList.self, html: Self.parentheses("[", "]"))
    registry.add(
      DescParameter.self,
      html: NodeHandler { node, html in
        if node.followsParameter { html.raw(", ") }
        if !node.noemph { html.open("em", node, classes: ["sig-param"]) }
        return .continue
      } depart: { node, html in
        if !node.noemph { html.raw("</em>") }
        return .continue
      })
    registry.add(
      DescOptional.self,
      html: NodeHandler { _, html in
        html.raw("<span class=\"optional\">[</span>")
        return .continue
      } depart: { _, html in
        html.raw("<span class=\"optional\">]</span>")
        return .continue
      })
  }

  private static func parentheses<Subject: DescParameterlist>(
    _ open: String, _ close: String
  ) -> NodeHandler<Subject, HTMLTranslator> {
    NodeHandler { _, html in
      html.raw("<span class=\"sig-paren\">\(open)</span>")
      return .continue
    } depart: { _, html in
      html.raw("<span class=\"sig-paren\">\(close)</span>")
      return .continue
    }
  }
}

enum DescSignatureHTML: NodeTranslator {
  static func visit(_ node: DescSignature, _ html: inout HTMLTranslator) -> VisitAction {
    let domain = (node.parent as? Desc)?.domain ?? ""
    html.newline()
    html.open(
      "dt", classes: node.classes + (domain.isEmpty || node.classes.last == domain ? [] : [domain]),
      attributes: [("id", node.ids.first)])
    html.newline()
    for id in node.ids.dropFirst() {
      html.open("span", attributes: [("id", id)])
      html.close("span")
    }
    html.unbrokenDepth += 1
    return .continue
  }

  static func depart(_ node: DescSignature, _ html: inout HTMLTranslator) -> DepartAction {
    html.unbrokenDepth -= 1
    if !node.isMultiline { html.definitionLink(to: node) }
    html.raw("</dt>\n")
    return .continue
  }
}

/// A part of a signature.
enum SignaturePartHTML<Subject: Element>: NodeTranslator {
  static func visit(_ node: Subject, _ html: inout HTMLTranslator) -> VisitAction {
    html.open("span", node, leading: node is DescAnnotation ? ["property"] : [])
    return .continue
  }

  static func depart(_ node: Subject, _ html: inout HTMLTranslator) -> DepartAction {
    html.buffer.put("</span>")
    return .continue
  }
}

extension HTMLTranslator {
  fileprivate mutating func definitionLink(to signature: Element) {
    guard hasPermalinks, let id = signature.ids.first else { return }
    open(
      "a", classes: ["headerlink"],
      attributes: [("href", "#" + id), ("title", words["Link to this definition"])])
    raw("¶</a>")
  }
}

extension DescParameter {
  /// Whether another parameter stands before it, inside or outside of brackets.
  var followsParameter: Bool {
    var node: Element = self
    while let parent = node.parent {
      if parent.children.first !== node { return true }
      guard parent is DescOptional else { return false }
      node = parent
    }
    return false
  }
}
