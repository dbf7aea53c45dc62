import DocTree
import Testing

@Suite struct MessagesTests {
  @Test func looseMessagesGetASection() throws {
    let document = Document(Paragraph("p"))
    document.looseMessages.append(document.report(.warning, "w", category: "a.b"))
    try document.apply(Messages(), FilterMessages())
    #expect(
      document.pseudoXML() == """
        <document>
            <paragraph>
                p
            <section classes="system-messages">
                <title>
                    Docutils System Messages
                <system_message level="2" type="WARNING">
                    <paragraph>
                        w [a.b]

        """)
    #expect(document.looseMessages.isEmpty)
  }

  @Test func messagesOfNoImportanceGo() throws {
    let document = Document(Paragraph("p"))
    let info = document.report(.info, "i")
    let id = document.setID(for: info)
    document.looseMessages.append(info)
    try document.append(
      Paragraph(Problematic("x").with { $0.refid = id }), document.report(.error, "e"))
    try document.apply(Messages(), FilterMessages())
    #expect(
      document.outline
        == "document(paragraph(#text) paragraph(#text) system_message(paragraph(#text)))")
  }

  @Test func allMessagesCanGo() throws {
    let document = Document(Paragraph("p"))
    try document.append(
      Section(document.report(.severe, "s"), Paragraph("q"), document.report(.info, "i")))
    try document.apply(FilterMessages(limit: nil))
    #expect(document.outline == "document(paragraph(#text) section(paragraph(#text)))")
    #expect(document.diagnostics.count == 2)
  }

  @Test func invalidElementsAreReported() throws {
    let list = BulletList()
    list.position = SourcePosition(file: SourceFile("a.md"), line: 4, column: 1)
    let document = Document(list, Paragraph(Paragraph("x")), Section(Title("t")))
    try document.apply(Validate())
    #expect(
      document.diagnostics.map(\.description) == [
        "a.md:4:1: warning: Element <bullet_list> invalid:\n  Missing child of type <list_item>.",
        "warning: Element <paragraph> invalid:\n  "
          + "Child element <paragraph> not allowed at this position.",
      ])
    #expect(document.looseMessages.count == 2)
  }
}
