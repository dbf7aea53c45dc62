import DocTree
import Testing
import Translators

@Suite struct TextInlineTests {
  /// What Sphinx 9.0 writes.
  @Test func marks() throws {
    #expect(
      try plain(
        Paragraph(
          "a ", Emphasis("b"), " ", Strong("c"), " ", Literal("d"), " ",
          Reference("e").with { $0.refuri = "http://x" }, " ", Subscript("f"), " ",
          Superscript("g"), " ", Abbreviation("h").with { $0["explanation"] = "i" }, " ",
          TitleReference("j"), " ", Inline("k").with { $0.classes = ["xref"] }, " ",
          FootnoteReference("1"), " ", CitationReference("CIT"), " ", Problematic("x"), " ",
          Math(text: "m")))
        == "a *b* **c** \"d\" e _f ^g h (i) *j* *k* [1] [CIT] >>x<< m\n")
  }

  @Test func elementsWithoutMarks() throws {
    #expect(
      try plain(
        Paragraph(
          Acronym("a"), Generated("b"), Inline("c").with { $0.classes = ["kbd"] }, Target("d"),
          SubstitutionReference("e"), Abbreviation("f")))
        == "abcdef\n")
  }

  @Test func nestedMarks() throws {
    #expect(
      try plain(Paragraph(Strong("a ", Emphasis("b", Literal("c"))))) == "**a *b\"c\"***\n")
  }

  /// Sphinx adds a second `[image]`.
  @Test func images() throws {
    #expect(
      try plain(Paragraph("a ", Image().with { $0.alt = "x" }, " b ", Image()))
        == "a [image: x] b [image]\n")
  }

  @Test func footnoteReferencesWithoutLabel() throws {
    #expect(
      try plain(Paragraph("a", FootnoteReference().with { $0.refname = "n" })) == "a[n]\n")
  }
}
