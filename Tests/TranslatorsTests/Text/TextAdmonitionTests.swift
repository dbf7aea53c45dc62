import DocTree
import Testing
import Translators

private final class Todo: Admonition {}
private final class SeeAlso: SpecificAdmonition {}

@Suite struct TextAdmonitionTests {
  /// What Sphinx 9.0 writes.
  @Test func labels() throws {
    #expect(
      try plain(Note(Paragraph("x")), ErrorAdmonition(BulletList(item("y"))), Paragraph("z")) == """
        Note:

          x

        Error:

          * y

        z

        """)
  }

  @Test(
    arguments: [
      (Attention.self, "Attention"), (Caution.self, "Caution"), (Danger.self, "Danger"),
      (ErrorAdmonition.self, "Error"), (Hint.self, "Hint"), (Important.self, "Important"),
      (Note.self, "Note"), (Tip.self, "Tip"), (Warning.self, "Warning"),
    ] as [(SpecificAdmonition.Type, String)])
  func allLabels(type: SpecificAdmonition.Type, label: String) throws {
    let node = type.init()
    try node.append(Paragraph("x"))
    #expect(try plain(node) == "\(label):\n\n  x\n")
  }

  /// Sphinx puts paragraphs of an admonition into one, without a space between them.
  @Test func severalParagraphs() throws {
    #expect(try plain(Tip(Paragraph("x"), Paragraph("y"))) == "Tip:\n\n  x\n\n  y\n")
  }

  /// Sphinx writes `My title: x`.
  @Test func titles() throws {
    #expect(
      try plain(BlockQuote(Admonition(Title("My ", Emphasis("title")), Paragraph("x"))))
        == "   My *title*:\n\n     x\n")
  }

  @Test func kindsOfOnesOwn() throws {
    #expect(try plain(Todo(Title("Later"), Paragraph("x"))) == "Later:\n\n  x\n")
    #expect(try plain(Todo(Paragraph("x"))) == "Todo:\n\n  x\n")
    #expect(try plain(SeeAlso(Paragraph("x"))) == "See also:\n\n  x\n")
  }

  @Test func inListItems() throws {
    #expect(
      try plain(BulletList(item(Note(Paragraph("x")), "y"))) == "* Note:\n\n    x\n\n  y\n")
  }
}
