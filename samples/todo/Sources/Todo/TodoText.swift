import DocTree
import Translators

enum TodoText: NodeTranslator {
  static func visit(_ node: Todo, _ text: inout TextTranslator) -> VisitAction {
    text.openBlock(prefix: "[ ] ")
    return .continue
  }

  static func depart(_ node: Todo, _ text: inout TextTranslator) -> DepartAction {
    text.closeBlock()
    return .continue
  }
}
