import DocTree
import Testing

@Suite struct PropagateTargetsTests {
  private func target(_ name: String) -> Target {
    Target().with {
      $0.ids = [name]
      $0.names = [name]
    }
  }

  @Test func targetsAreTakenOverByWhatFollows() throws {
    let document = Document(
      target("a"), target("b"), Paragraph("para"), target("c"), Comment(text: "x"), Paragraph(),
      target("d"), Footnote(Label(text: "1"), Paragraph()), target("e"),
      target("u").with { $0.refuri = "http://x" },
      BulletList(ListItem(Paragraph(), target("g"))), Paragraph(), target("h"),
      Section(Title(), target("i"), Paragraph()).with { $0.ids = ["t"] })
    try document.apply(PropagateTargets())
    #expect(
      document.findAll(Element.self).filter { !$0.ids.isEmpty || $0 is Target }.map(\.startTag) == [
        "<target refid=\"a\">", "<target refid=\"b\">", "<paragraph ids=\"b a\" names=\"b a\">",
        "<target ids=\"c\" names=\"c\">", "<target ids=\"d\" names=\"d\">",
        "<target refid=\"e\">", "<target ids=\"u e\" names=\"u e\" refuri=\"http://x\">",
        "<target refid=\"g\">", "<paragraph ids=\"g\" names=\"g\">", "<target refid=\"h\">",
        "<section ids=\"t h\" names=\"h\">", "<target refid=\"i\">",
        "<paragraph ids=\"i\" names=\"i\">",
      ])
    #expect(document.element(withID: "a") === document.children[2])
  }

  @Test func messagesArePassedOver() throws {
    let paragraph = Paragraph("p")
    let document = Document(target("a"), SystemMessage(Paragraph("m")), paragraph)
    try document.apply(PropagateTargets())
    #expect(paragraph.ids == ["a"])
  }

  @Test func targetsInTextAndAtTheEndStay() throws {
    let (inText, last) = (target("a"), target("b"))
    let document = Document(Paragraph(inText, "x"), last)
    try document.apply(PropagateTargets())
    #expect(inText.ids == ["a"])
    #expect(last.ids == ["b"])
  }

  @Test func aTargetBeforeACaptionGoes() throws {
    let caption = Caption("c")
    let document = Document(Figure(Image(), target("a"), caption))
    try document.apply(PropagateTargets())
    #expect(document.outline == "document(figure(image a(#text)))")
    #expect(caption.ids == ["a"])
  }

  @Test func theLastTargetOfADocumentKeepsTheIdsOfItsRow() throws {
    let (first, last) = (target("a"), target("b"))
    let document = Document(first, last)
    try document.apply(PropagateTargets())
    #expect(first.refid == "a" && first.ids.isEmpty)
    #expect(last.ids == ["b", "a"] && last.names == ["b", "a"])
    #expect(document.element(withID: "a") === last)
  }

  /// Quadratic, this would take minutes.
  @Test func manyTargetsInARowAreNoTrouble() throws {
    let paragraph = Paragraph("p")
    let document = Document(children: (0..<50_000).map { target("t\($0)") } + [paragraph])
    try document.apply(PropagateTargets())
    #expect(paragraph.ids.count == 50_000)
    #expect(paragraph.ids.first == "t49999" && paragraph.ids.last == "t0")
    #expect(document.element(withID: "t7") === paragraph)
  }
}
