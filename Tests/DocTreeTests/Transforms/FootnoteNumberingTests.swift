import DocTree
import Testing

/// The expectations are the trees that docutils 0.22.4 makes.
@Suite struct FootnoteNumberingTests {
  private func reference(_ auto: String?, _ name: String? = nil) -> FootnoteReference {
    let reference = auto == nil ? FootnoteReference(name ?? "") : FootnoteReference()
    reference.auto = auto
    reference.refname = name
    return reference
  }

  private func footnote(_ auto: String?, _ name: String? = nil) -> Footnote {
    let footnote = Footnote()
    if auto == nil { do { try footnote.append(Label(text: name ?? "")) } catch {} }
    footnote.auto = auto
    footnote.names = name.map { [$0] } ?? []
    return footnote
  }

  private func tags(_ document: Document) -> [String] {
    document.findAll(Element.self) {
      $0 is Footnote || $0 is FootnoteReference || $0 is Problematic
    }.map { "\($0.startTag) \($0.astext())" }
  }

  @Test func case69_numbersFollowTheFootnotes() throws {
    let document = Document(
      Paragraph(
        reference("1"), reference("1", "lab"), reference("*"), reference("1", "lab"),
        reference(nil, "1")),
      footnote("1", "lab"), footnote("1"), footnote(nil, "1"), footnote("*"))
    try document.apply(FootnoteNumbering())
    #expect(
      tags(document) == [
        "<footnote_reference auto=\"1\" ids=\"footnote-reference-1\" refid=\"footnote-1\"> 3",
        "<footnote_reference auto=\"1\" ids=\"footnote-reference-2\" refid=\"lab\"> 2",
        "<footnote_reference auto=\"*\" ids=\"footnote-reference-3\" refid=\"footnote-3\"> *",
        "<footnote_reference auto=\"1\" ids=\"footnote-reference-4\" refid=\"lab\"> 2",
        "<footnote_reference ids=\"footnote-reference-5\" refid=\"footnote-2\"> 1",
        "<footnote auto=\"1\" backrefs=\"footnote-reference-2 footnote-reference-4\" ids=\"lab\" "
          + "names=\"lab\"> 2",
        "<footnote auto=\"1\" backrefs=\"footnote-reference-1\" ids=\"footnote-1\" names=\"3\"> 3",
        "<footnote backrefs=\"footnote-reference-5\" ids=\"footnote-2\" names=\"1\"> 1",
        "<footnote auto=\"*\" backrefs=\"footnote-reference-3\" ids=\"footnote-3\"> *",
      ])
    #expect(document.diagnostics.isEmpty)
  }

  @Test func numbersCanFollowTheReferences() throws {
    let document = Document(
      Paragraph(reference("1", "x"), reference(nil, "1"), reference("1", "y")),
      footnote("1", "unused"), footnote("1", "y"), footnote(nil, "1"), footnote("1", "x"))
    try document.apply(FootnoteNumbering(order: .references))
    #expect(document.findAll(Footnote.self).map { $0.astext() } == ["4", "3", "1", "2"])
    #expect(document.findAll(FootnoteReference.self).map { $0.astext() } == ["2", "1", "3"])
  }

  @Test func referencesThatNoFootnoteIsLeftForAreMarked() throws {
    let document = Document(
      Paragraph(
        reference("1"), reference("1"), reference("*"), reference("*"), reference("1")),
      footnote("1"), footnote("*"))
    try document.apply(FootnoteNumbering(), Messages())
    #expect(
      tags(document).prefix(5) == [
        "<footnote_reference auto=\"1\" ids=\"footnote-reference-1\" refid=\"footnote-1\"> 1",
        "<problematic ids=\"problematic-1 footnote-reference-2\" refid=\"system-message-1\"> [#]_",
        "<footnote_reference auto=\"*\" ids=\"footnote-reference-3\" refid=\"footnote-2\"> *",
        "<problematic ids=\"problematic-3 footnote-reference-4\" refid=\"system-message-2\"> [*]_",
        "<problematic ids=\"problematic-2 footnote-reference-5\" refid=\"system-message-1\"> [#]_",
      ])
    #expect(
      document.diagnostics.map(\.description) == [
        "error: Too many autonumbered footnote references: only 1 corresponding footnote "
          + "available.",
        "error: Too many symbol footnote references: only 1 corresponding footnotes available.",
      ])
    #expect(
      document.findAll(SystemMessage.self).map(\.backrefs)
        == [["problematic-1", "problematic-2"], ["problematic-3"]])
  }

  @Test func symbolsAreRepeatedAfterTheTenth() throws {
    let document = Document(children: (0..<12).map { _ in footnote("*") })
    try document.apply(FootnoteNumbering())
    #expect(
      document.children.map { $0.astext() }
        == ["*", "†", "‡", "§", "¶", "#", "♠", "♥", "♦", "♣", "**", "††"])
  }

  @Test func citationsAreLinked() throws {
    let citation = Citation(Label(text: "CIT"), Paragraph()).with { $0.names = ["cit"] }
    let reference = CitationReference("CIT").with { $0.refname = "cit" }
    let document = Document(Paragraph(reference), citation)
    try document.apply(FootnoteNumbering())
    #expect(
      reference.startTag == "<citation_reference ids=\"citation-reference-1\" refid=\"cit\">")
    #expect(citation.backrefs == ["citation-reference-1"])
  }

  @Test func numberingAgainChangesNothing() throws {
    let document = Document(
      Paragraph(reference("1"), reference("1", "x"), reference("*")), footnote("1"),
      footnote("1", "x"), footnote("*"))
    try document.apply(FootnoteNumbering())
    let once = document.pseudoXML()
    try document.apply(FootnoteNumbering())
    #expect(document.pseudoXML() == once)
  }
}
