import DocTree
import Translators

enum TodoHTML: NodeTranslator {
  static func visit(_ node: Todo, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    html.open(
      "div", node, classes: ["admonition", "todo"],
      attributes: [("data-assignee", node.assignee)])
    html.newline()
    return .continue
  }

  static func depart(_ node: Todo, _ html: inout HTMLTranslator) -> DepartAction {
    html.close("div")
    html.newline()
    return .continue
  }
}
