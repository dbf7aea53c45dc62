import DocTree

extension TextFormat {
  /// Paragraphs, quotations, code, verse, figures.
  func addBody(to registry: inout Registry) {
    registry.add(Paragraph.self, text: Self.block())
    registry.add(BlockQuote.self, text: Self.block(indent: 3))
    registry.add(
      Attribution.self,
      text: NodeHandler(
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
      LiteralBlock.self, text: Self.block(indent: 3, style: .verbatim))
    registry.add(DoctestBlock.self, text: Self.block(style: .verbatim))
    registry.add(
      MathBlock.self,
      text: NodeHandler(
        visit: { node, text in
          text.openBlock(indent: 3, style: .verbatim)
          text.add(node.text)
          return .continue
        },
        depart: { _, text in
          text.closeBlock()
          return .continue
        }))
    registry.add(Compound.self, text: .childrenOnly)
    registry.add(Container.self, text: .childrenOnly)
    registry.add(Figure.self, text: Self.block(indent: 3))
    registry.add(Caption.self, text: Self.block())
    registry.add(Legend.self, text: .childrenOnly)
    registry.add(
      LineBlock.self,
      text: NodeHandler(
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
      text: NodeHandler(
        visit: { _, _ in .continue },
        depart: { _, text in
          text.addLineBreak()
          return .continue
        }))
  }
}
