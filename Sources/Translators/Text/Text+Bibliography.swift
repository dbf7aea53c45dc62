import DocTree

extension TextFormat {
  /// The fields at the beginning of a document, as field lists are written.
  func addBibliography(to registry: inout Registry) {
    registry.add(
      Docinfo.self,
      NodeHandler<Docinfo, TextTranslator>(
        visit: { _, _ in .continue },
        depart: { _, text in
          text.addBlankLine()
          return .continue
        }))
    registry.add(Author.self, Self.field(Author.self))
    registry.add(Organization.self, Self.field(Organization.self))
    registry.add(Contact.self, Self.field(Contact.self))
    registry.add(Version.self, Self.field(Version.self))
    registry.add(Revision.self, Self.field(Revision.self))
    registry.add(Status.self, Self.field(Status.self))
    registry.add(DateElement.self, Self.field(DateElement.self))
    registry.add(Copyright.self, Self.field(Copyright.self))
    registry.add(Address.self, Self.field(Address.self, style: .verbatim))
    registry.add(Authors.self, Self.children(of: Authors.self))
  }

  private static func field<Subject: Node>(
    _ kind: Subject.Type, style: TextTranslator.BlockStyle = .wrapped
  ) -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { node, text in
        let name = node.kind.name
        text.addParagraph(
          name.prefix(1).uppercased() + name.dropFirst() + ":", isSpaced: false)
        text.openBlock(indent: 3, style: style)
        return .continue
      },
      depart: { _, text in
        text.closeBlock()
        return .continue
      })
  }
}
