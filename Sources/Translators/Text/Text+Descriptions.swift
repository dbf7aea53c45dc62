import DocTree

extension TextFormat {
  func addDescriptions(to registry: inout Registry) {
    registry.add(Desc.self, text: .childrenOnly)
    registry.add(DescSignature.self, text: Self.block())
    registry.add(
      DescSignatureLine.self,
      text: NodeHandler(
        visit: { node, text in
          if node.parent?.children.first !== node { text.addLineBreak() }
          return .continue
        }))
    registry.add(DescContent.self, text: Self.block(indent: 3))
    registry.add(DescName.self, text: .childrenOnly)
    registry.add(DescAddname.self, text: .childrenOnly)
    registry.add(DescType.self, text: .childrenOnly)
    registry.add(DescAnnotation.self, text: .childrenOnly)
    registry.add(DescInline.self, text: .childrenOnly)
    registry.add(DescReturns.self, text: Self.marks(" -> ", ""))
    registry.add(DescParameterlist.self, text: Self.marks("(", ")"))
    registry.add(DescTypeParameterList.self, text: Self.marks("[", "]"))
    registry.add(DescOptional.self, text: Self.marks("[", "]"))
    registry.add(
      DescParameter.self,
      text: NodeHandler(visit: { node, text in
        if node.followsParameter { text.add(", ") }
        return .continue
      }))
    registry.add(PendingXref.self, text: .childrenOnly)
    registry.add(Index.self, text: .skipped)
    registry.add(Manpage.self, text: Self.marks("*", "*"))
  }
}
