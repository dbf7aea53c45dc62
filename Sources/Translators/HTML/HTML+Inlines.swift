internal import DocTree

extension HTMLFormat {
  func addInlines(to registry: inout Registry) {
    registry.add(TextHTML.self)
    registry.add(SimpleInlineHTML<Emphasis>.self)
    registry.add(SimpleInlineHTML<Strong>.self)
    registry.add(LiteralHTML.self)
    registry.add(
      Abbreviation.self,
      html: NodeHandler { node, html in
        html.open("abbr", node, attributes: [("title", node["explanation"]?.text)])
        return .continue
      } depart: { _, html in
        html.close("abbr")
        return .continue
      })
    registry.add(Acronym.self, html: wrapping("abbr"))
    registry.add(Subscript.self, html: wrapping("sub"))
    registry.add(Superscript.self, html: wrapping("sup"))
    registry.add(TitleReference.self, html: wrapping("cite"))
    registry.add(InlineHTML.self)
    registry.add(Generated.self, html: wrapping("span", classes: ["generated"]))
    registry.add(Problematic.self, html: wrapping("span", classes: ["problematic"]))
    registry.add(SubstitutionReference.self, html: .childrenOnly)
    registry.add(
      HardBreak.self,
      html: NodeHandler { _, html in
        html.buffer.put("<br />\n")
        return .skipNode
      })
    registry.add(
      Math.self,
      html: NodeHandler { node, html in
        html.open("span", node, classes: ["math", "notranslate", "nohighlight"])
        html.raw("\\(")
        html.text(node.text)
        html.raw("\\)</span>")
        return .skipNode
      })
  }
}

enum TextHTML: NodeTranslator {
  static func visit(_ node: Text, _ html: inout HTMLTranslator) -> VisitAction {
    if html.unbrokenDepth > 0 {
      html.buffer.writeWords(node.string)
    } else {
      html.buffer.writeEscaped(node.string)
    }
    return .skipNode
  }
}

/// Elements that are one tag, often without attributes.
protocol HTMLTagged: Element {
  static var tag: StaticString { get }
  static var endTag: StaticString { get }
}

extension Emphasis: HTMLTagged {
  static var tag: StaticString { "<em>" }
  static var endTag: StaticString { "</em>" }
}

extension Strong: HTMLTagged {
  static var tag: StaticString { "<strong>" }
  static var endTag: StaticString { "</strong>" }
}

enum SimpleInlineHTML<Subject: HTMLTagged>: NodeTranslator {
  static func visit(_ node: Subject, _ html: inout HTMLTranslator) -> VisitAction {
    if node.hasRareAttributes {
      let name = "\(Subject.tag)".dropFirst().dropLast()
      html.open(String(name), node)
    } else {
      html.buffer.put(Subject.tag)
    }
    return .continue
  }

  static func depart(_ node: Subject, _ html: inout HTMLTranslator) -> DepartAction {
    html.buffer.put(Subject.endTag)
    return .continue
  }
}

enum LiteralHTML: NodeTranslator {
  static func visit(_ node: Literal, _ html: inout HTMLTranslator) -> VisitAction {
    if html.isCommonMark {
      html.buffer.put("<code>")
      return .continue
    }
    if !node.hasRareAttributes {
      html.buffer.put("<code class=\"docutils literal notranslate\">")
      html.unbrokenDepth += 1
      return .continue
    }
    let isKeyboard = isKeyboard(node)
    if !isKeyboard, let language = node["language"]?.text, !language.isEmpty,
      node.classes.contains("code")
    {
      html.open("code", node, classes: ["docutils", "literal", "highlight-" + language])
    } else {
      html.open(isKeyboard ? "kbd" : "code", node, classes: ["docutils", "literal", "notranslate"])
    }
    if !isKeyboard { html.unbrokenDepth += 1 }
    return .continue
  }

  static func depart(_ node: Literal, _ html: inout HTMLTranslator) -> DepartAction {
    if html.isCommonMark || !isKeyboard(node) {
      if !html.isCommonMark { html.unbrokenDepth -= 1 }
      html.buffer.put("</code>")
    } else {
      html.buffer.put("</kbd>")
    }
    return .continue
  }

  private static func isKeyboard(_ node: Literal) -> Bool {
    node.hasRareAttributes && node.classes.contains("kbd")
  }
}
