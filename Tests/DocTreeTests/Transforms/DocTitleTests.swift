import DocTree
import Testing

@Suite struct DocTitleTests {
  private func section(_ name: String, _ content: Node...) -> Section {
    Section(Title(name), content).with { $0.names = [name] }
  }

  private func document(_ content: Node...) -> Document {
    let document = Document(children: content)
    for section in document.findAll(Section.self) { document.noteImplicitTarget(section) }
    return document
  }

  @Test func aLoneTitleIsTheDocuments() throws {
    let document = document(section("a", Paragraph("p"), section("b"), section("c")))
    try document.apply(DocTitle())
    #expect(document.startTag == "<document ids=\"a\" names=\"a\" title=\"a\">")
    #expect(
      document.outline
        == "a(title(#text) paragraph(#text) b(title(#text)) c(title(#text)))")
    #expect(document.element(named: "a") === document)
  }

  @Test func aLoneSecondTitleIsTheSubtitle() throws {
    let document = document(section("a", section("b", Paragraph("p"))))
    document.findAll(Title.self)[1].level = 2
    try document.apply(DocTitle())
    #expect(
      document.pseudoXML() == """
        <document ids="a" names="a" title="a">
            <title>
                a
            <subtitle ids="b" names="b">
                b
            <paragraph>
                p

        """)
    let subtitle = try #require(document.children[1] as? Subtitle)
    #expect(subtitle.level == 2)
    #expect(document.element(named: "b") === subtitle)
  }

  @Test func whatComesBeforeTheTitleFollowsIt() throws {
    let document = document(
      Comment(text: "1"), section("a", Comment(text: "2"), section("b", Paragraph("p"))))
    try document.apply(DocTitle())
    #expect(
      document.children.map(\.kind.name) == [
        "title", "subtitle", "comment", "comment", "paragraph",
      ])
    #expect(document.children[2].astext() == "1")
  }

  @Test func severalTitlesStay() throws {
    for document in [
      document(section("a"), section("b")), document(Paragraph("p"), section("a")),
      document(section("a"), Paragraph("p")),
    ] {
      let before = document.outline
      try document.apply(DocTitle())
      #expect(document.outline == before)
      #expect(document.title == nil)
    }
  }

  @Test func aTitleThatIsSetStays() throws {
    let document = document(section("a"))
    document.title = "set"
    try document.apply(DocTitle())
    #expect(document.title == "set")
    #expect(document.children.count == 1)
  }

  @Test func subtitlesOfSections() throws {
    let document = document(
      section("a", section("b", section("c", Paragraph("p")))), section("d"))
    try document.apply(SectionSubTitle())
    #expect(
      document.outline
        == "document(a(title(#text) b(#text) c(title(#text) paragraph(#text))) d(title(#text)))")
  }
}
