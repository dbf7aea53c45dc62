import DocTree

extension ManFormat {
  /// Objects: their signatures as tags, then what is said of them.
  func addDescriptions(to registry: inout Registry) {
    registry.add(
      Desc.self,
      man: NodeHandler { _, man in
        man.openList()
        man.hasTag = false
        return .continue
      } depart: { _, man in
        man.closeIndented()
        man.hasTag = false
        return .continue
      })
    registry.add(DescSignature.self, man: Self.tag(font: nil))
    registry.add(
      DescSignatureLine.self,
      man: NodeHandler { node, man in
        if node.parent?.children.first !== node { man.text(" ") }
        return .continue
      })
    registry.add(DescContent.self, man: Self.tagBody())
    registry.add(DescName.self, man: Self.font("B"))
    registry.add(DescAddname.self, man: Self.font("B"))
    registry.add(DescType.self, man: .childrenOnly)
    registry.add(DescAnnotation.self, man: .childrenOnly)
    registry.add(DescInline.self, man: .childrenOnly)
    registry.add(DescReturns.self, man: Self.marks(" -> ", ""))
    registry.add(DescParameterlist.self, man: Self.marks("(", ")"))
    registry.add(DescTypeParameterList.self, man: Self.marks("[", "]"))
    registry.add(DescOptional.self, man: Self.marks("[", "]"))
    registry.add(
      DescParameter.self,
      man: NodeHandler { node, man in
        if node.followsParameter { man.text(", ") }
        man.open(font: "I")
        return .continue
      } depart: { _, man in
        man.closeFont()
        return .continue
      })
  }
}
