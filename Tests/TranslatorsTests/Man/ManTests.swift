import DocTree
import Testing
import Translators

@Suite struct ManTests {
  static let registry = Result {
    try Registry(extensions: [StandardKinds(), HTMLFormat(), ManFormat()])
  }

  private func expect(
    _ document: Document, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (output, diagnostics) = try document.translate(
      to: ManTranslator.self, registry: Self.registry.get())
    #expect(diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    #expect(
      String(decoding: output, as: UTF8.self) == expected, sourceLocation: sourceLocation)
  }

  @Test func headings() throws {
    try expect(
      Document(
        Section(
          Title("Trees"), Paragraph("One."),
          Section(Title("Two-fold"), Section(Title("A \"b\""), Paragraph("Two."))))),
      """
      .PP
      One.
      .SH "TWO\\-FOLD"
      .SS "A \\(dqb\\(dq"
      .PP
      Two.

      """)
  }

  /// What roff would take for requests, escapes or other characters.
  @Test func textStaysAsItIs() throws {
    try expect(
      Document(Paragraph(".SH \\fB 'a'\n.b  c-d"), LiteralBlock(".x\n\n'y\\\n")),
      """
      .PP
      \\&.SH \\efB \\(aqa\\(aq .b c\\-d
      .sp
      .RS 4
      .nf
      \\&.x
      \\&
      \\&\\(aqy\\e
      .fi
      .RE

      """)
  }

  @Test func fontsGoBackToTheOneAround() throws {
    try expect(
      Document(Paragraph(Strong("a ", Emphasis("b"), " c"), " d")),
      ".PP\n\\fBa \\fIb\\fB c\\fR d\n")
  }

  @Test func lists() throws {
    let numbers = EnumeratedList(ListItem(Paragraph("x")))
    numbers.suffix = ")"
    numbers.start = 3
    try expect(
      Document(
        BulletList(
          ListItem(Paragraph("a"), numbers, Paragraph("b")), ListItem(Paragraph("c"))),
        DefinitionList(
          DefinitionListItem(Term("t"), Term("u"), Definition(Paragraph("d"), Paragraph("e"))))),
      """
      .IP \\(bu 2
      a
      .RS 2
      .IP "3)" 3
      x
      .RE
      .IP "" 2
      b
      .IP \\(bu 2
      c
      .TP 4
      \\fBt\\fR
      .TQ
      \\fBu\\fR
      d
      .IP "" 4
      e

      """)
  }

  @Test func tables() throws {
    func entry(_ text: String) -> Entry { Entry(Paragraph(text)) }
    let tall = entry("a")
    tall.morerows = 1
    try expect(
      Document(
        Table(
          Tgroup(
            Colspec(), Colspec(), Thead(Row(entry("h"), entry("i"))),
            Tbody(Row(tall, entry("b")), Row(entry("c")))))),
      """
      .TS
      allbox;
      lB lB
      l l.
      T{
      h
      T}\tT{
      i
      T}
      T{
      a
      T}\tT{
      b
      T}
      \tT{
      c
      T}
      .TE

      """)
  }

  @Test func remarksAreOfTheirKind() throws {
    try expect(
      Document(Note(Paragraph("n")), Admonition(Title("Own"), Paragraph("m"))),
      """
      .PP
      \\fBNote:\\fR
      .RS 4
      .PP
      n
      .RE
      .RS 4
      .PP
      \\fBOwn\\fR
      .PP
      m
      .RE

      """)
  }
}
