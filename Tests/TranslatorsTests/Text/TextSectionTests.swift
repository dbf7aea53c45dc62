import DocTree
import Testing
import Translators

@Suite struct TextSectionTests {
  /// What Sphinx 9.0 writes.
  @Test func titlesAreUnderlinedByLevel() throws {
    let document = Section(
      Title("日本語 Title"), Paragraph("x"),
      Section(
        Title("B ", Emphasis("c")), Paragraph("y"),
        Section(
          Title("C"),
          Section(Title("D"), Section(Title("E"), Section(Title("F"), Section(Title("G"))))))),
      Section(Title("H")))
    #expect(
      try plain(document) == """
        日本語 Title
        ************

        x


        B *c*
        =====

        y


        C
        -


        D
        ~


        E
        "


        F
        +


        G
        `


        H
        =

        """)
  }

  /// Sphinx fails at the eighth level.
  @Test func deeperLevelsHaveTheLastCharacter() throws {
    var section = Section(Title("X"))
    for _ in 0..<9 { section = Section(Title("A"), section) }
    #expect(try plain(section).hasSuffix("\n\nX\n`\n"))
  }

  @Test func titlesAreOneLine() throws {
    let title = fox + "日本\nx"
    let output = try plain(Section(Title(title, HardBreak(), "y")))
    let lines = output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "\(fox)日本 x y")
    #expect(lines.last.map { $0.count } == DisplayWidth.of("\(fox)日本 x y"))
    #expect(try plain(Section(Title("e\u{301}a"))) == "e\u{301}a\n**\n")
  }

  @Test func otherCharacters() throws {
    var configuration = Configuration()
    configuration[TextFormat.headingCharacters] = "#"
    let registry = try Registry(extensions: [TextFormat()])
    let document = Document(Section(Title("A"), Section(Title("B"))))
    let (output, _) = try document.translate(
      to: TextTranslator.self, registry: registry, configuration: configuration)
    #expect(String(decoding: output, as: UTF8.self) == "A\n#\n\n\nB\n#\n")
    configuration[TextFormat.headingCharacters] = ""
    let (fallback, _) = try document.translate(
      to: TextTranslator.self, registry: registry, configuration: configuration)
    #expect(String(decoding: fallback, as: UTF8.self) == "A\n=\n\n\nB\n=\n")
  }
}
