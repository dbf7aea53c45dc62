import DocTree
import Translators

/// A block that Mermaid's script, which the page loads, replaces by the picture.
enum MermaidHTML: NodeTranslator {
  static func visit(_ node: Mermaid, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    html.open(
      "pre", node, classes: ["mermaid"] + (node.align.map { ["align-\($0)"] } ?? []),
      attributes: [("aria-label", node.alt)])
    html.text(node.text)
    html.raw("</pre>\n")
    return .skipNode
  }
}

/// The picture that `dot` draws, or the graph's text where it cannot.
enum GraphvizHTML: NodeTranslator {
  static func visit(_ node: Graphviz, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    let classes = ["graphviz"] + (node.align.map { ["align-\($0)"] } ?? [])
    switch GraphDrawing.svg(of: node, html.configuration) {
    case .success(let svg):
      html.open(
        "div", node, classes: classes,
        attributes: node.alt.map { [("role", "img"), ("aria-label", $0)] } ?? [])
      html.newline()
      html.raw(svg)
      html.newline()
      html.raw("</div>\n")
    case .failure(let problem):
      html.diagnostics.append(
        Diagnostic(
          problem.severity, problem.message, at: node.nearestPosition, category: "graphviz"))
      html.open("pre", node, classes: classes + ["literal-block"])
      html.text(node.text)
      html.raw("</pre>\n")
    }
    return .skipNode
  }
}

/// The text that a diagram is drawn from, which is readable enough.
enum DiagramText<Subject: Diagram>: NodeTranslator {
  static func visit(_ node: Subject, _ text: inout TextTranslator) -> VisitAction {
    if let alt = node.alt { text.addParagraph("[\(node.kind.name): \(alt)]") }
    text.openBlock(style: .verbatim)
    text.add(node.text)
    text.closeBlock()
    return .skipNode
  }
}

/// As in text.
enum DiagramMan<Subject: Diagram>: NodeTranslator {
  static func visit(_ node: Subject, _ man: inout ManTranslator) -> VisitAction {
    if let alt = node.alt {
      man.beginParagraph()
      man.text("[\(node.kind.name): \(alt)]")
      man.endLine()
    }
    man.openVerbatim()
    man.text(node.text)
    man.closeVerbatim()
    return .skipNode
  }
}
