import DocTree
import Testing
import Translators

/// Expectations that are not marked otherwise are what Sphinx 9.0 writes.
@Suite struct TextBodyTests {
  @Test func quotations() throws {
    #expect(
      try plain(BlockQuote(BlockQuote(Paragraph(fox)))) == """
              The quick brown fox jumps over the lazy dog while the well-known
              state-of-the-art machine, a high-performance engine--and not a
              slow one--runs on.

        """)
    #expect(
      try plain(BlockQuote(Paragraph("x"), Attribution("Who"))) == "   x\n\n   -- Who\n")
  }

  @Test func codeIsKeptAsItIs() throws {
    #expect(
      try plain(
        Paragraph("x"), LiteralBlock("a\n\n  b\n"), DoctestBlock(">>> 1\n1"), Paragraph("y"))
          == """
          x

             a

               b

          >>> 1
          1

          y

          """)
    let long = String(repeating: "x", count: 100)
    #expect(try plain(LiteralBlock("\(long)\r\n\tb")) == "   \(long)\n   \tb\n")
  }

  @Test func verse() throws {
    let block = LineBlock(
      Line("a"), LineBlock(Line("b"), Line("c")), Line(), Line("d", Emphasis("e")))
    #expect(
      try plain(block, Paragraph("after")) == """
           a
              b
              c

           d*e*

        after

        """)
  }

  @Test func transitionsFillTheWidth() throws {
    let rule = String(repeating: "=", count: 67)
    #expect(
      try plain(Paragraph("x"), Transition(), BlockQuote(Transition(), Paragraph("y"))) == """
        x

        ===\(rule)

           \(rule)

           y

        """)
    #expect(try plain(Transition(), width: 0) == "===\(rule)\n")
  }

  /// Sphinx wraps TeX like prose.
  @Test func formulasKeepTheirLines() throws {
    #expect(try plain(MathBlock(text: "a = b\nc = d\n")) == "   a = b\n   c = d\n")
  }

  @Test func topicsSidebarsAndRubrics() throws {
    #expect(
      try plain(
        Paragraph("x"), Topic(Title("Topic"), Paragraph("y")),
        Sidebar(Title("Side"), Subtitle("Sub"), Paragraph("z")), Rubric("R")) == """
          x


          Topic
          ^^^^^

          y


          Side
          ^^^^


          Sub
          ^^^

          z

          -[ R ]-

          """)
  }

  /// Sphinx writes `[image: a][image]`, and the caption in the same line.
  @Test func figures() throws {
    let figure = Figure(
      Image().with { $0.alt = "alt" }, Caption("The ", Emphasis("caption")),
      Legend(Paragraph("x")))
    #expect(try plain(figure) == "   [image: alt]\n\n   The *caption*\n\n   x\n")
    let linked = Figure(Reference(Image()).with { $0.refuri = "u" }, Caption("c"))
    #expect(try plain(linked) == "   [image]\n\n   c\n")
  }

  @Test func footnotesAndCitations() throws {
    let note = Footnote(Label(text: "1"), Paragraph(fox), Paragraph("b"))
    #expect(
      try plain(note, Citation(Label(text: "CIT"), Paragraph("x"))) == """
        [1] The quick brown fox jumps over the lazy dog while the well-known
            state-of-the-art machine, a high-performance engine--and not a
            slow one--runs on.

            b

        [CIT] x

        """)
  }

  @Test func containersLeaveNoTrace() throws {
    let content = Container(Compound(Paragraph("a"), Paragraph("b")), LiteralBlock("c"))
    #expect(try plain(content) == "a\n\nb\n\n   c\n")
    #expect(
      try plain(Container(Caption("cap"), LiteralBlock("x = 1"))) == "cap\n\n   x = 1\n")
  }

  @Test func whatIsNotForReaders() throws {
    #expect(
      try plain(
        Comment(text: "c"), Target(), Pending(), SystemMessage(Paragraph("m")), Meta(),
        SubstitutionDefinition("s"), Raw(text: "<b>").with { $0.format = "html" },
        Paragraph("x")) == "x\n")
  }

  @Test func rawText() throws {
    func raw(_ text: String) -> Raw { Raw(text: text).with { $0.format = "latex text" } }
    #expect(try plain(raw("a\n  b"), Paragraph("c", raw("d"))) == "a\n  b\n\ncd\n")
  }

  /// Sphinx takes these out of the document.
  @Test func bibliographicFields() throws {
    let info = Docinfo(
      Author("A"), DateElement("2024"), Address("Street 1\nTown"),
      Field(FieldName("k"), FieldBody(Paragraph("v"))))
    #expect(
      try plain(Title("T"), info, Paragraph("x")) == """
        T
        *

        Author:
           A

        Date:
           2024

        Address:
           Street 1
           Town

        k:
           v

        x

        """)
  }
}
