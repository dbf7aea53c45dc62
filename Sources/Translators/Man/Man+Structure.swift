import DocTree

extension ManFormat {
  func addStructure(to registry: inout Registry) {
    registry.add(Document.self, man: .childrenOnly)
    registry.add(
      Section.self,
      man: NodeHandler { _, man in
        man.sectionDepth += 1
        return .continue
      } depart: { _, man in
        man.sectionDepth -= 1
        return .continue
      })
    registry.add(
      Title.self,
      man: NodeHandler { title, man in
        guard title.parent is Section || title.parent is Document else {
          man.beginParagraph()
          man.open(font: "B")
          return .continue
        }
        let level = max(man.sectionDepth, 1) + man.headingOffset
        guard level > 1 else { return .skipNode }
        let name = title.astext()
        man.macro(
          level == 2
            ? ".SH " + ManTranslator.argument(name.uppercased())
            : ".SS " + ManTranslator.argument(name))
        return .skipNode
      } depart: { title, man in
        guard !(title.parent is Section || title.parent is Document) else { return .continue }
        man.closeFont()
        man.endLine()
        return .continue
      })
    registry.add(Subtitle.self, man: Self.paragraph(font: "I"))
    registry.add(Rubric.self, man: Self.paragraph(font: "B"))
    registry.add(Topic.self, man: Self.indented())
    registry.add(Sidebar.self, man: Self.indented())
    registry.add(
      Transition.self,
      man: NodeHandler { _, man in
        man.macro(".sp")
        man.macro(".ce")
        man.text("----")
        man.endLine()
        man.macro(".ce 0")
        return .skipNode
      })
    addInvisible(to: &registry)
    addDocinfo(to: &registry)
  }

  private func addInvisible(to registry: inout Registry) {
    registry.add(Comment.self, man: .skipped)
    registry.add(SubstitutionDefinition.self, man: .skipped)
    registry.add(Pending.self, man: .skipped)
    registry.add(SystemMessage.self, man: .skipped)
    registry.add(Meta.self, man: .skipped)
    registry.add(Decoration.self, man: .skipped)
    registry.add(Header.self, man: .skipped)
    registry.add(Footer.self, man: .skipped)
    registry.add(Index.self, man: .skipped)
    registry.add(Highlightlang.self, man: .skipped)
    registry.add(TabularColSpec.self, man: .skipped)
    registry.add(Toctree.self, man: .skipped)
  }

  private func addDocinfo(to registry: inout Registry) {
    func field<Subject: Node>(_: Subject.Type) -> NodeHandler<Subject, ManTranslator> {
      NodeHandler { node, man in
        let name = node.kind.name
        man.beginParagraph()
        man.open(font: "B")
        man.text(man.words[name.prefix(1).uppercased() + name.dropFirst()] + ":")
        man.closeFont()
        man.text(" ")
        return .continue
      } depart: { _, man in
        man.endLine()
        return .continue
      }
    }
    registry.add(Docinfo.self, man: .childrenOnly)
    registry.add(Authors.self, man: .childrenOnly)
    registry.add(Author.self, man: field(Author.self))
    registry.add(Organization.self, man: field(Organization.self))
    registry.add(Contact.self, man: field(Contact.self))
    registry.add(Address.self, man: field(Address.self))
    registry.add(Version.self, man: field(Version.self))
    registry.add(Revision.self, man: field(Revision.self))
    registry.add(Status.self, man: field(Status.self))
    registry.add(DateElement.self, man: field(DateElement.self))
    registry.add(Copyright.self, man: field(Copyright.self))
  }
}
