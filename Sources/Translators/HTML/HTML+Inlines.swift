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
    registry.add(Inline.self, html: wrapping("span"))
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
      html.writeWords(node.string)
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
    html.open(isKeyboard ? "kbd" : "code", node, classes: ["docutils", "literal", "notranslate"])
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

extension HTMLTranslator {
  /// Writes text in which lines are broken between words, but not inside one. Of several spaces,
  /// only the last one is a place for that. (Sphinx: HTML5Translator.visit_Text.)
  func writeWords(_ string: String) {
    var string = string
    string.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let first = bytes[start]
        let isSpace = first == 0x20 || first == 0x0A
        var end = start + 1
        while end < bytes.count,
          isSpace ? bytes[end] == first : bytes[end] != 0x20 && bytes[end] != 0x0A
        {
          end += 1
        }
        let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end
        if first == 0x20 {
          for _ in 1..<run.count { buffer.put("&#160;") }
          buffer.put(" ")
        } else if isSpace {
          buffer.write(run)
        } else {
          buffer.put("<span class=\"pre\">")
          buffer.writeEscaped(run)
          buffer.put("</span>")
        }
      }
    }
  }
}
