internal import DocTree

extension HTMLFormat {
  /// The bibliographic fields at the beginning of a document.
  func addBibliography(to registry: inout Registry) {
    registry.add(Docinfo.self, html: wrapping("dl", classes: ["docinfo", "simple"], isBlock: true))
    addBibliographic(Author.self, to: &registry)
    addBibliographic(Organization.self, to: &registry)
    addBibliographic(Contact.self, to: &registry)
    addBibliographic(Version.self, to: &registry)
    addBibliographic(Revision.self, to: &registry)
    addBibliographic(Status.self, to: &registry)
    addBibliographic(DateElement.self, to: &registry)
    addBibliographic(Copyright.self, to: &registry)
    addBibliographic(Address.self, to: &registry)
    registry.add(Authors.self, html: .childrenOnly)
  }

  private func addBibliographic<Subject: TextElement>(
    _ kind: Subject.Type, to registry: inout Registry
  ) {
    registry.add(
      kind,
      html: NodeHandler { node, html in
        let name = node.kind.name
        html.newline()
        html.raw("<dt class=\"\(name)\">")
        html.text(html.words[name.prefix(1).uppercased() + name.dropFirst()])
        html.raw("<span class=\"colon\">:</span></dt>\n")
        html.open("dd", node, classes: [name])
        return .continue
      } depart: { _, html in
        html.raw("</dd>\n")
        return .continue
      })
  }
}
