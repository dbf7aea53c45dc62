import DocTree

extension TextFormat {
  /// What Sphinx adds to docutils' blocks.
  func addSphinxBlocks(to registry: inout Registry) {
    registry.add(
      Seealso.self,
      text: NodeHandler { _, text in
        text.openBlock(prefix: text.words[Seealso.label] + ": ", indent: 3)
        return .continue
      } depart: { _, text in
        text.closeBlock()
        return .continue
      })
    registry.add(Versionmodified.self, text: .childrenOnly)
    registry.add(Centered.self, text: Self.block())
    registry.add(Acks.self, text: .childrenOnly)
    registry.add(Hlist.self, text: .childrenOnly)
    registry.add(Hlistcol.self, text: .childrenOnly)
    registry.add(Glossary.self, text: .childrenOnly)
    registry.add(Productionlist.self, text: Self.block(indent: 3, style: .verbatim))
    registry.add(
      Production.self,
      text: NodeHandler { node, text in
        text.add(node.astext())
        return .skipNode
      })
    registry.add(
      Only.self,
      text: NodeHandler { node, text in
        TagExpression(node.expr ?? "").holds(for: text.tags) ? .continue : .skipNode
      })
    registry.add(Highlightlang.self, text: .skipped)
    registry.add(TabularColSpec.self, text: .skipped)
    // A project puts lists of links in its place.
    registry.add(Toctree.self, text: .skipped)
    registry.add(
      CompactParagraph.self,
      text: NodeHandler { node, text in
        if node.isLine { text.openBlock(indent: 0, isSpaced: false) }
        return .continue
      } depart: { node, text in
        if node.isLine { text.closeBlock() }
        return .continue
      })
  }
}

extension CompactParagraph {
  /// Whether it has a line of text, not blocks.
  fileprivate var isLine: Bool {
    children.first.map { $0 is DocTree.Text || $0.kind.categories.contains(.inline) } ?? false
  }
}
