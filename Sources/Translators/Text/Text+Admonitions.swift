import DocTree

extension TextFormat {
  /// Remarks: their label, then their content, indented.
  ///
  /// A kind that derives from `Admonition` has its title as its label, or its name if it has none; one
  /// that derives from `SpecificAdmonition` has its name.
  func addAdmonitions(to registry: inout Registry) {
    registry.add(Admonition.self, text: Self.remark())
    registry.add(SpecificAdmonition.self, text: Self.remark())
    registry.add(
      kinds: Attention.self, Caution.self, Danger.self, ErrorAdmonition.self, Hint.self,
      Important.self, Note.self, Tip.self, Warning.self)
  }

  private static func remark<Subject: Element>() -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { node, text in
        let isTitled = node is Admonition && node.children.first is Title
        if !isTitled { text.addParagraph(label(of: node, text.words) + ":") }
        text.openBlock(indent: 2)
        return .continue
      },
      depart: { _, text in
        text.closeBlock()
        return .continue
      })
  }

  /// `see_also` → `See also`.
  private static func label(of node: Element, _ words: Words) -> String {
    if let node = node as? SpecificAdmonition { return words[type(of: node).label] }
    let name = node.kind.name.split(separator: "_").joined(separator: " ")
    return words[name.prefix(1).uppercased() + name.dropFirst()]
  }
}

extension TextTranslator {
  /// Opens a block that stands where the one around the innermost block does.
  mutating func openBlockOutside() {
    tape.open(indent: 0, prefix: "", style: .wrapped, isSpaced: true, outdents: true)
  }
}
