internal import DocTree

/// Displayed formulas, for MathJax. (Sphinx: ext.mathjax.html_visit_displaymath.)
enum MathBlockHTML: NodeTranslator {
  static func visit(_ node: MathBlock, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    html.open("div", node, classes: ["math", "notranslate", "nohighlight"])
    html.newline()
    // An environment that stands in the text says itself how its lines are arranged.
    let isEnvironment = node.classes.contains("amsmath")
    if !isEnvironment, node["nowrap"].flatMap({ Bool($0) }) == true {
      html.text(node.text)
      html.raw("</div>\n")
      return .skipNode
    }
    if let number = node["number"], number != AttributeValue.none {
      html.raw("<span class=\"eqno\">(")
      html.text(number.text)
      html.raw(")")
      html.permalink(to: node, title: "Link to this equation")
      html.raw("</span>")
    }
    html.raw("\\[")
    if isEnvironment { html.text(node.text) } else { writeBody(node.text, &html) }
    html.raw("\\]</div>\n")
    return .skipNode
  }

  /// Formulas that a blank line separates stand below each other, and so do the lines of one.
  private static func writeBody(_ text: String, _ html: inout HTMLTranslator) {
    let parts = paragraphs(of: text)
    if parts.count < 2, !text.utf8.contains(0x5C) { return html.text(text) }
    if parts.count > 1 { html.raw(" \\begin{align}\\begin{aligned}") }
    for (index, part) in parts.enumerated() {
      let hasLines = zip(part.utf8, part.utf8.dropFirst()).contains { $0 == 0x5C && $1 == 0x5C }
      if hasLines { html.raw("\\begin{split}") }
      html.text(part)
      if hasLines { html.raw("\\end{split}") }
      if index < parts.count - 1 { html.raw("\\\\") }
    }
    if parts.count > 1 { html.raw("\\end{aligned}\\end{align} ") }
  }

  private static func paragraphs(of text: String) -> [String] {
    // Most are one: no line break follows another, or stands at either end.
    var previous: UInt8 = 0x0A
    let isOne = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte != 0x0D && (byte != 0x0A || previous != 0x0A)
    }
    if isOne, previous != 0x0A { return [text] }
    var result: [String] = []
    var part: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty {
        part.append(line)
      } else if !part.isEmpty {
        result.append(part.joined(separator: "\n"))
        part = []
      }
    }
    if !part.isEmpty { result.append(part.joined(separator: "\n")) }
    return result
  }
}
