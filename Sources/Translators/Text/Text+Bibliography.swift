import DocTree

extension TextFormat {
  /// The fields at the beginning of a document, as field lists are written.
  func addBibliography(to registry: inout Registry) {
    registry.add(
      Docinfo.self,
      text: NodeHandler(
        visit: { _, _ in .continue },
        depart: { _, text in
          text.addBlankLine()
          return .continue
        }))
    registry.add(Author.self, text: Self.field())
    registry.add(Organization.self, text: Self.field())
    registry.add(Contact.self, text: Self.field())
    registry.add(Version.self, text: Self.field())
    registry.add(Revision.self, text: Self.field())
    registry.add(Status.self, text: Self.field())
    registry.add(DateElement.self, text: Self.field())
    registry.add(Copyright.self, text: Self.field())
    registry.add(Address.self, text: Self.field(style: .verbatim))
    registry.add(Authors.self, text: .childrenOnly)
  }

  private static func field<Subject: Node>(
    style: TextTranslator.BlockStyle = .wrapped
  ) -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { node, text in
        let name = node.kind.name
        text.addParagraph(
          text.words[name.prefix(1).uppercased() + name.dropFirst()] + ":", isSpaced: false)
        text.openBlock(indent: 3, style: style)
        return .continue
      },
      depart: { _, text in
        text.closeBlock()
        return .continue
      })
  }
}
