import DocTree

extension TextFormat {
  /// Paragraphs, quotations, code, verse, figures.
  func addBody(to registry: inout Registry) {
    registry.add(Paragraph.self, Self.block(of: Paragraph.self))
    registry.add(BlockQuote.self, Self.block(of: BlockQuote.self, indent: 3))
    registry.add(
      Attribution.self,
      NodeHandler<Attribution, TextTranslator>(
        visit: { _, text in
          text.openBlock(indent: 0)
          text.add("-- ")
          return .continue
        },
        depart: { _, text in
          text.closeBlock()
          return .continue
        }))
    registry.add(
      LiteralBlock.self, Self.block(of: LiteralBlock.self, indent: 3, style: .verbatim))
    registry.add(DoctestBlock.self, Self.block(of: DoctestBlock.self, style: .verbatim))
    registry.add(
      MathBlock.self,
      NodeHandler<MathBlock, TextTranslator>(
        visit: { node, text in
          text.openBlock(indent: 3, style: .verbatim)
          text.add(node.text)
          return .continue
        },
        depart: { _, text in
          text.closeBlock()
          return .continue
        }))
    registry.add(Compound.self, Self.children(of: Compound.self))
    registry.add(Container.self, Self.children(of: Container.self))
    registry.add(Figure.self, Self.block(of: Figure.self, indent: 3))
    registry.add(Caption.self, Self.block(of: Caption.self))
    registry.add(Legend.self, Self.children(of: Legend.self))
    registry.add(
      LineBlock.self,
      NodeHandler<LineBlock, TextTranslator>(
        visit: { _, text in
          text.openBlock(indent: 3, style: .verbatim, isSpaced: false)
          return .continue
        },
        depart: { node, text in
          text.closeBlock()
          if !(node.parent is LineBlock) { text.addBlankLine() }
          return .continue
        }))
    registry.add(
      Line.self,
      NodeHandler<Line, TextTranslator>(
        visit: { _, _ in .continue },
        depart: { _, text in
          text.addLineBreak()
          return .continue
        }))
  }
}
