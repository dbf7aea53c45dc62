import DocTree
import Translators

/// `-[ label ]-`, as rubrics are written.
enum LabelText<Subject: TextElement>: NodeTranslator {
  static func visit(_ node: Subject, _ text: inout TextTranslator) -> VisitAction {
    guard !node.children.isEmpty else { return .skipNode }
    text.openBlock(indent: 0)
    text.add("-[ ")
    return .continue
  }

  static func depart(_ node: Subject, _ text: inout TextTranslator) -> DepartAction {
    text.add(" ]-")
    text.closeBlock()
    return .continue
  }
}

/// What belongs to a label stands below it, indented.
enum IndentedPartText: NodeTranslator {
  static func visit(_ node: IndentedPart, _ text: inout TextTranslator) -> VisitAction {
    text.openBlock(indent: 3)
    return .continue
  }

  static func depart(_ node: IndentedPart, _ text: inout TextTranslator) -> DepartAction {
    text.closeBlock()
    return .continue
  }
}

enum CardTitleText: NodeTranslator {
  static func visit(_ node: CardTitle, _ text: inout TextTranslator) -> VisitAction {
    text.openBlock(indent: 0)
    text.add("**")
    return .continue
  }

  static func depart(_ node: CardTitle, _ text: inout TextTranslator) -> DepartAction {
    text.add("**")
    text.closeBlock()
    return .continue
  }
}

/// Text shows where a card leads only if its author said it in words.
enum CardLinkText: NodeTranslator {
  static func visit(_ node: CardLink, _ text: inout TextTranslator) -> VisitAction {
    guard node.hasText else { return .skipNode }
    text.openBlock(indent: 0)
    return .continue
  }

  static func depart(_ node: CardLink, _ text: inout TextTranslator) -> DepartAction {
    text.closeBlock()
    return .continue
  }
}

enum IconText: NodeTranslator {
  static func visit(_ node: Icon, _ text: inout TextTranslator) -> VisitAction {
    text.add("[\(node.icon)]")
    return .skipNode
  }
}
