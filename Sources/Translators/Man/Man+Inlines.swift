import DocTree

extension ManFormat {
  func addInlines(to registry: inout Registry) {
    registry.add(
      Text.self,
      man: NodeHandler { node, man in
        man.text(node.string)
        return .skipNode
      })
    registry.add(Emphasis.self, man: Self.font("I"))
    registry.add(Strong.self, man: Self.font("B"))
    registry.add(Literal.self, man: Self.font("B"))
    registry.add(TitleReference.self, man: Self.font("I"))
    registry.add(Manpage.self, man: Self.font("I"))
    registry.add(Subscript.self, man: Self.marks("_", ""))
    registry.add(Superscript.self, man: Self.marks("^", ""))
    registry.add(Problematic.self, man: Self.marks(">>", "<<"))
    registry.add(Acronym.self, man: .childrenOnly)
    registry.add(Generated.self, man: .childrenOnly)
    registry.add(Inline.self, man: .childrenOnly)
    registry.add(PendingXref.self, man: .childrenOnly)
    registry.add(SubstitutionReference.self, man: .childrenOnly)
    registry.add(Target.self, man: .childrenOnly)
    registry.add(CitationReference.self, man: Self.marks("[", "]"))
    registry.add(FootnoteReference.self, man: Self.marks("[", "]"))
    // Paper has no links: an address is shown where the text is another. What is in the same
    // manual is found by its heading.
    registry.add(
      Reference.self,
      man: NodeHandler { _, _ in
        .continue
      } depart: { node, man in
        if let address = node.refuri, address.contains("://"), node.astext() != address {
          man.text(" <\(address)>")
        }
        return .continue
      })
    registry.add(
      Abbreviation.self,
      man: NodeHandler { _, _ in
        .continue
      } depart: { node, man in
        if let long = node["explanation"]?.text, !long.isEmpty { man.text(" (\(long))") }
        return .continue
      })
    registry.add(
      Math.self,
      man: NodeHandler { node, man in
        man.text(node.text)
        return .skipNode
      })
    registry.add(
      HardBreak.self,
      man: NodeHandler { _, man in
        man.macro(".br")
        return .skipNode
      })
    registry.add(
      Image.self,
      man: NodeHandler { node, man in
        if !(node.parent is TextElement) { man.beginParagraph() }
        man.text(node.alt.map { "[image: \($0)]" } ?? "[image]")
        return .skipNode
      })
    registry.add(
      Raw.self,
      man: NodeHandler { node, man in
        let formats = (node.format ?? "").split(separator: " ")
        guard formats.contains("man") else { return .skipNode }
        if node.parent is TextElement { man.raw(node.text) } else { man.macro(node.text) }
        return .skipNode
      })
  }
}
