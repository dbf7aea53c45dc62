import DocTree

extension TextFormat {
  /// Footnotes and citations with their references: the label in brackets.
  func addFootnotes(to registry: inout Registry) {
    registry.add(Footnote.self, Self.labeled(Footnote.self))
    registry.add(Citation.self, Self.labeled(Citation.self))
    registry.add(Label.self, Self.nothing(for: Label.self))
    registry.add(
      FootnoteReference.self,
      NodeHandler<FootnoteReference, TextTranslator>(
        visit: { node, text in
          text.add(node.children.isEmpty ? "[\(node.refname ?? "")" : "[")
          return .continue
        },
        depart: { _, text in
          text.add("]")
          return .continue
        }))
    registry.add(CitationReference.self, Self.marks(around: CitationReference.self, "[", "]"))
  }

  private static func labeled<Subject: Element>(
    _ kind: Subject.Type
  ) -> NodeHandler<Subject, TextTranslator> {
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
