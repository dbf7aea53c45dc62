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

/// Where links without a role look, as with MyST 5.2. (MyST: myst_ref_domains.)
@Suite struct SearchedDomainTests {
  /// Labels and pages are found in any case.
  @Test(arguments: [("", "c.f"), ("c", "c.f"), ("std", "f")])
  func linksLookWhereTheyAreAllowedTo(domains: String, id: String) throws {
    let page = try MystPage(
      "(label)=\n# Title\n\n```{c:function} int f()\n```\n\n[a](label) [b](f)",
      domains.isEmpty ? [:] : ["myst.ref_domains": domains])
    let links = page.document.findAll(Reference.self)
    // What is not found keeps its target, and is warned of.
    #expect(links.map(\.refid) == ["label", id])
    #expect((links.first?.children.first as? Inline)?.classes == ["std", "std-ref"])
    #expect(page.messages.isEmpty == (id == "c.f"))
  }
}

/// Links to what is described, where a name may stand for more than one thing.
@Suite struct LookupTests {
  private static let objects = """
    # T

    ```{py:module} m
    ```
    ```{py:class} C
    ```
    ```{py:method} C.f()
    ```
    ```{py:function} f()
    ```

    (label)=
    ## Heading


    """

  private func links(_ text: String) throws -> (ids: [String?], messages: [String]) {
    let page = try MystPage(Self.objects + text)
    let paragraph = page.document.findAll(Paragraph.self).last
    return (paragraph?.findAll(Reference.self).map(\.refid) ?? [], page.messages)
  }

  @Test func objectsAreFoundByTheEndsOfTheirNames() throws {
    let (ids, messages) = try links(
      "[](#C) [](C) [x](#C.f) <project:#m.C> [](#m) {any}`C` {py:func}`.f` [](#label)")
    #expect(ids == ["m.C", "m.C", "m.C.f", "m.C", "module-m", "m.C", "m.f", "label"])
    #expect(messages == [])
  }

  @Test func theFirstOfManyIsTaken() throws {
    let (ids, messages) = try links("[](#f) {any}`f`")
    #expect(ids == ["m.C.f", "m.C.f"])
    #expect(
      messages == [
        "<string>:15:1: warning: more than one target found for 'myst' cross-reference f: could be "
          + ":py:meth:`m.C.f` or :py:func:`m.f` [myst.xref_ambiguous]",
        "<string>:15:8: warning: more than one target found for 'any' cross-reference f: could be "
          + ":py:meth:`m.C.f` or :py:func:`m.f` [ref.any]",
      ])
  }

  /// An id of the page comes last.
  @Test func objectsComeBeforeIDs() throws {
    let page = try MystPage(
      "# T\n\n```{py:function} t()\n```\n\n## u\n\n[](#t) [](#u)", ["myst.heading_anchors": "0"])
    #expect(page.document.findAll(Reference.self).map(\.refid) == ["t", "u"])
    let inner = page.document.findAll(Reference.self).map {
      ($0.children.first as? Element)?.classes
    }
    #expect(inner == [["xref", "myst", "py", "py-func"], ["xref", "myst"]])
  }

  @Test func pagesThatAreNotThereLeaveTheirText() throws {
    let page = try MystPage("# T\n\n<project:no.md>")
    #expect(page.tree.contains("<literal classes=\"xref myst\">\n            no\n"))
    #expect(page.messages.count == 1)
    #expect(page.document.findAll(Reference.self).isEmpty)
  }

  @Test func rolesOfTheOtherDialectAreNotSuggested() throws {
    for (dialect, hint) in [("sphinx", " Did you mean \"ref\"?"), ("docutils", "")] {
      #expect(
        try MystPage("{reff}`x`", ["dialect": dialect]).messages == [
          "<string>:1:1: warning: Unknown interpreted text role \"reff\".\(hint) [myst.role_unknown]"
        ])
    }
  }

  @Test func titlesOfDocumentsAreFoundInDocutilsDialect() throws {
    let page = try MystPage("# Same\n\n## Sub\n\n[](#same) [](#sub)", ["dialect": "docutils"])
    let links = page.document.findAll(Reference.self)
    #expect(links.map(\.refid) == ["same", "sub"])
    #expect(links.map { $0.astext() } == ["Same", "Sub"])
    #expect(page.messages == [])
  }

  @Test func listsAreCalledByTheirFirstTerms() throws {
    let page = try MystPage(
      "(d)=\nterm *x*\n: def\n\n(f)=\n:Field a: body\n\n[](#d) {ref}`d` [](#f) {ref}`f`",
      ["myst.enable_extensions": "deflist,fieldlist"])
    let links = page.document.findAll(Reference.self).map { $0.astext() }
    #expect(links == ["term x", "term x", "Field a", "Field a"])
  }

  @Test(arguments: ["plain", "{bad}", "%s %s", "{number} {bad}"])
  func numbersNeedAPlace(format: String) throws {
    let page = try MystPage(
      "```{figure} x.png\n:name: f\n\nCap\n```\n\n{numref}`\(format) <f>`", ["numfig": "true"])
    #expect(
      page.messages == ["<string>:7:1: warning: invalid numfig_format: \(format) [ref.numref]"])
    #expect(page.document.findAll(Paragraph.self).last?.astext() == format)
  }
}
