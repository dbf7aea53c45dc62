import DocTree
import DocTreeExtensions
import Testing

@Suite struct ResolvingTests {
  private func context() throws -> StubContext {
    try StubContext([
      StandardTransforms(), CrossReferences(), ObjectDescriptions(), PythonDomain(),
    ])
  }

  private func role(_ name: String, _ text: String, _ context: StubContext) throws -> [Node] {
    let role = try #require(context.registry.role(name))
    return try role.run(RoleCall(name: name, text: text, position: context.position), in: context)
  }

  /// A section with a label, and a paragraph with the nodes in it.
  private func document(_ nodes: [Node], _ context: StubContext) throws -> Document {
    let target = Target()
    target.names = ["here"]
    let document = context.document
    document.noteExplicitTarget(target)
    let section = Section(Title("The Title"), Paragraph(children: nodes))
    section.level = 1
    try document.setChildren(target, section)
    for phase in [Phase.read, .local, .resolve] {
      try document.applyTransforms(
        phase, registry: context.registry, configuration: context.configuration)
    }
    return document
  }

  /// Looked through for each reference, so many ids would take minutes.
  @Test func idsOfPagesThatHaveManyAreFound() throws {
    let context = try context()
    let count = 6000
    let targets = (0..<count).map { number in
      let target = Paragraph()
      target.ids = ["p\(number)"]
      return target
    }
    let references = (0..<count).map { number in
      let reference = PendingXref(Text("text"))
      reference.reftype = "myst"
      reference.reftarget = "p\(number)"
      return reference
    }
    try context.document.append(targets)
    let document = context.document
    try document.append(Paragraph(children: references))
    for phase in [Phase.read, .local, .resolve] {
      try document.applyTransforms(
        phase, registry: context.registry, configuration: context.configuration)
    }
    #expect(document.findAll(Reference.self).map(\.refid) == (0..<count).map { "p\($0)" })
    #expect(document.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("ref", "here", "here", "The Title", ["std", "std-ref"]),
    ("ref", "text <here>", "here", "text", ["std", "std-ref"]),
    ("any", "here", "here", "The Title", ["std", "std-ref"]),
  ])
  func labelsAreLinked(
    name: String, text: String, id: String, title: String, classes: [String]
  ) throws {
    let context = try context()
    let document = try document(role(name, text, context), context)
    let reference = try #require(document.findAll(Reference.self).first)
    #expect(reference.refid == id)
    #expect(reference.astext() == title)
    #expect((reference.children.first as? Element)?.classes == classes)
    #expect(document.findAll(PendingXref.self).isEmpty)
    #expect(document.diagnostics.isEmpty)
  }

  @Test func theDocumentItselfIsLinked() throws {
    let context = try context()
    let document = try document(role("doc", "/index", context), context)
    #expect(document.findAll(Reference.self).first?.refuri == "")
    #expect(document.findAll(Reference.self).first?.astext() == "The Title")
  }

  @Test func aMissingLabelIsAWarningWithTheNearestOne() throws {
    let context = try context()
    let document = try document(role("ref", "heer", context), context)
    #expect(
      document.diagnostics.map(\.description) == [
        "<string>:1:1: warning: undefined label: 'heer'; did you mean 'here'? [ref.ref]"
      ])
    #expect(document.findAll(Inline.self).first?.astext() == "heer")
  }

  @Test func anchorsFindLabelsAndHeadings() throws {
    let context = try context()
    context.configuration[HeadingSlug.anchorLevels] = 1
    var links: [Node] = []
    for anchor in ["#here", "#the-title", "#nowhere"] {
      let link = Reference()
      link.refuri = anchor
      link["id_link"] = .flag(true)
      links.append(link)
    }
    let document = try document(links, context)
    let references = document.findAll(Reference.self)
    #expect(references.map(\.refid) == ["here", "the-title", "nowhere"])
    #expect(references.map { $0.astext() } == ["The Title", "The Title", "nowhere"])
    #expect(document.diagnostics.map(\.category) == ["myst.xref_missing"])
  }

  @Test func descriptionsAreLinkedFromTheirScope() throws {
    let context = try context()
    var nodes = try context.make("py:currentmodule", "a.b")
    nodes += try context.make("py:function", "f(x)")
    nodes.append(Paragraph(children: try role("py:func", "f", context)))
    try context.document.setChildren(nodes)
    for phase in [Phase.read, .local, .resolve] {
      try context.document.applyTransforms(
        phase, registry: context.registry, configuration: context.configuration)
    }
    let reference = try #require(context.document.findAll(Reference.self).first)
    #expect(reference.refid == "a.b.f")
    #expect(reference.title == "a.b.f")
    #expect(reference.astext() == "f()")
  }

  @Test func equalHeadingsGetDifferentAnchors() throws {
    let context = try context()
    context.configuration[HeadingSlug.anchorLevels] = 2
    let sections = (0..<3).map { _ in
      Section(Title("A b")).with { $0.level = 2 }
    }
    try context.document.setChildren(sections)
    try context.document.applyTransforms(
      .read, registry: context.registry, configuration: context.configuration)
    #expect(sections.map { $0["slug"]?.text } == ["a-b", "a-b-1", "a-b-2"])
  }
}

/// Where links without a role look. (MyST: myst_ref_domains.)
@Suite struct SearchedDomainTests {
  /// A label that is not looked for is an anchor of the page.
  @Test(arguments: [
    ("", ["std", "std-ref"], "c.f"), ("c", ["xref", "myst"], "c.f"),
    ("std", ["std", "std-ref"], "f"),
  ])
  func linksLookWhereTheyAreAllowedTo(domains: String, classes: [String], id: String) throws {
    let page = try MystPage(
      "(label)=\n# Title\n\n```{c:function} int f()\n```\n\n[a](label) [b](f)",
      domains.isEmpty ? [:] : ["myst.ref_domains": domains])
    let links = page.document.findAll(Reference.self)
    // What is not found keeps its target, and is warned of.
    #expect(links.map(\.refid) == ["label", id])
    #expect((links.first?.children.first as? Inline)?.classes == classes)
    #expect(page.messages.isEmpty == (id == "c.f"))
  }
}
