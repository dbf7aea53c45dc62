import DocTree

extension TextFormat {
  /// Footnotes and citations with their references: the label in brackets.
  func addFootnotes(to registry: inout Registry) {
    registry.add(Footnote.self, text: Self.labeled())
    registry.add(Citation.self, text: Self.labeled())
    registry.add(Label.self, text: .skipped)
    registry.add(
      FootnoteReference.self,
      text: NodeHandler(
        visit: { node, text in
          text.add(node.children.isEmpty ? "[\(node.refname ?? "")" : "[")
          return .continue
        },
        depart: { _, text in
          text.add("]")
          return .continue
        }))
    registry.add(CitationReference.self, text: Self.marks("[", "]"))
  }

  private static func labeled<Subject: Element>() -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { node, text in
        let label = (node.children.first as? Label)?.text ?? node.names.first ?? ""
        text.openBlock(prefix: "[\(label.split { $0.isWhitespace }.joined(separator: " "))] ")
        return .continue
      },
      depart: { _, text in
        text.closeBlock()
        return .continue
      })
  }
}
