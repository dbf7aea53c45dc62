import DocTree

extension ManFormat {
  func addBlocks(to registry: inout Registry) {
    registry.add(Paragraph.self, man: Self.paragraph())
    registry.add(
      CompactParagraph.self,
      man: NodeHandler { node, man in
        // The pages that it lists follow by themselves.
        if node["toctree"] != nil { return .skipNode }
        if node.children.first?.kind.categories.contains(.inline) ?? true {
          man.beginParagraph()
        }
        return .continue
      })
    registry.add(BlockQuote.self, man: Self.indented())
    registry.add(Attribution.self, man: Self.paragraph("-- "))
    registry.add(LiteralBlock.self, man: Self.verbatim())
    registry.add(DoctestBlock.self, man: Self.verbatim())
    registry.add(
      MathBlock.self,
      man: NodeHandler { node, man in
        man.openVerbatim()
        man.text(node.text)
        man.closeVerbatim()
        return .skipNode
      })
    registry.add(Compound.self, man: .childrenOnly)
    registry.add(Container.self, man: .childrenOnly)
    registry.add(Figure.self, man: Self.indented())
    registry.add(Caption.self, man: Self.paragraph(font: "I"))
    registry.add(Legend.self, man: .childrenOnly)
    registry.add(
      LineBlock.self,
      man: NodeHandler { node, man in
        if node.parent is LineBlock { man.openIndented() } else { man.beginParagraph() }
        return .continue
      } depart: { node, man in
        if node.parent is LineBlock { man.closeIndented() }
        return .continue
      })
    registry.add(
      Line.self,
      man: NodeHandler { _, _ in
        .continue
      } depart: { _, man in
        man.macro(".br")
        return .continue
      })
    registry.add(Centered.self, man: Self.paragraph(font: "B"))
    registry.add(Acks.self, man: .childrenOnly)
    registry.add(Hlist.self, man: .childrenOnly)
    registry.add(Hlistcol.self, man: .childrenOnly)
    registry.add(Glossary.self, man: .childrenOnly)
    registry.add(Versionmodified.self, man: .childrenOnly)
    registry.add(Productionlist.self, man: Self.verbatim())
    registry.add(
      Production.self,
      man: NodeHandler { node, man in
        man.text(node.astext())
        man.endLine()
        return .skipNode
      })
    registry.add(
      Only.self,
      man: NodeHandler { node, man in
        TagExpression(node.expr ?? "").holds(for: man.tags) ? .continue : .skipNode
      })
    addNotes(to: &registry)
  }

  /// Footnotes and citations: their label in brackets, as a tag.
  private func addNotes(to registry: inout Registry) {
    func labeled<Subject: Element>(_: Subject.Type) -> NodeHandler<Subject, ManTranslator> {
      NodeHandler { node, man in
        let label = (node.children.first as? Label)?.text ?? node.names.first ?? ""
        man.macro(".IP " + ManTranslator.argument("[\(label)]") + " 5")
        man.openItem(indent: 5)
        return .continue
      } depart: { _, man in
        man.closeItem()
        return .continue
      }
    }
    registry.add(Footnote.self, man: labeled(Footnote.self))
    registry.add(Citation.self, man: labeled(Citation.self))
    registry.add(Label.self, man: .skipped)
  }

  /// Remarks: their label, then their content, indented.
  func addAdmonitions(to registry: inout Registry) {
    func remark<Subject: Element>(_: Subject.Type) -> NodeHandler<Subject, ManTranslator> {
      NodeHandler { node, man in
        if !(node is Admonition && node.children.first is Title) {
          let name = node.kind.name.split(separator: "_").joined(separator: " ")
          let label = (node as? SpecificAdmonition).map { type(of: $0).label }
          man.beginParagraph()
          man.open(font: "B")
          man.text(man.words[label ?? name.prefix(1).uppercased() + name.dropFirst()] + ":")
          man.closeFont()
          man.endLine()
        }
        man.openIndented()
        return .continue
      } depart: { _, man in
        man.closeIndented()
        return .continue
      }
    }
    registry.add(Admonition.self, man: remark(Admonition.self))
    registry.add(SpecificAdmonition.self, man: remark(SpecificAdmonition.self))
    registry.add(Seealso.self, man: remark(Seealso.self))
  }
}
