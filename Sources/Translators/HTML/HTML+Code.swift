internal import DocTree

enum LiteralBlockHTML: NodeTranslator {
  static func visit(_ node: LiteralBlock, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    if html.isCommonMark {
      html.buffer.put("<pre><code")
      if let info = node.info, !info.isEmpty, let language = node.language {
        html.buffer.put(" class=\"language-")
        html.buffer.writeEscaped(language)
        html.buffer.put("\"")
      }
      html.buffer.put(">")
      return .continue
    }
    if isParsed(node) {
      html.open("pre", node, classes: ["literal-block"])
      return .continue
    }
    let language = node.language ?? "default"
    html.open("div", node, classes: ["highlight-\(language)", "notranslate"])
    html.buffer.put("<div class=\"highlight\"><pre><span></span>")
    let arguments = node.highlightArguments ?? HighlightArguments()
    guard node.linenos || !arguments.emphasizedLines.isEmpty,
      node.children.allSatisfy({ $0 is Text })
    else { return .continue }
    writeLines(of: node, arguments, &html)
    // The span of an emphasized last line ends behind the line break.
    html.buffer.put("</pre></div>\n</div>\n")
    return .skipNode
  }

  static func depart(_ node: LiteralBlock, _ html: inout HTMLTranslator) -> DepartAction {
    if html.isCommonMark {
      html.buffer.put("</code></pre>\n")
    } else if isParsed(node) {
      html.buffer.put("</pre>\n")
    } else {
      html.newline()
      html.buffer.put("</pre></div>\n</div>\n")
    }
    return .continue
  }

  /// Whether the text has markup of its own and is in no language.
  private static func isParsed(_ node: LiteralBlock) -> Bool {
    node.language == nil && node.info == nil && !node.children.allSatisfy { $0 is Text }
  }

  /// Writes each line with its number, and those that are emphasized in a span. (Pygments' HTML.)
  private static func writeLines(
    of node: LiteralBlock, _ arguments: HighlightArguments, _ html: inout HTMLTranslator
  ) {
    var lines = node.astext().utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    let emphasized = Set(arguments.emphasizedLines)
    let first = arguments.firstLine ?? 1
    let width = String(first + lines.count - 1).count
    for (index, line) in lines.enumerated() {
      let isEmphasized = emphasized.contains(index + 1)
      if isEmphasized { html.raw("<span class=\"hll\">") }
      if node.linenos {
        let number = String(first + index)
        html.raw("<span class=\"linenos\">")
        html.raw(String(repeating: " ", count: max(0, width - number.count)) + number)
        html.raw("</span>")
      }
      html.text(String(Substring(line)))
      html.raw("\n")
      if isEmphasized { html.raw("</span>") }
    }
  }
}
