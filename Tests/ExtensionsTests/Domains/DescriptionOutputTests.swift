import DocTree
import DocTreeExtensions
import Testing
import Translators

@Suite struct DescriptionOutputTests {
  private func write<Output: Translator>(_ output: Output.Type) throws -> String {
    let context = try StubContext([
      HTMLFormat(), TextFormat(), ObjectDescriptions(), PythonDomain(),
    ])
    let nodes = try context.make(
      "py:function", "f(a, b: int = 3[, c]) -> str", content: [Paragraph("What it does.")])
    try context.document.setChildren(nodes)
    try context.document.applyTransforms(.read, registry: context.registry)
    let (bytes, diagnostics) = try context.document.translate(
      to: output, registry: context.registry)
    #expect(diagnostics.isEmpty)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func textIsOneLineAndWhatIsBelow() throws {
    #expect(try write(TextTranslator.self) == "f(a, b: int = 3[, c]) -> str\n\n   What it does.\n")
  }

  @Test func htmlHasTheClassNamesOfSphinx() throws {
    let html = try write(HTMLTranslator.self)
    #expect(
      html.hasPrefix("<dl class=\"py function\">\n<dt class=\"sig sig-object py\" id=\"f\">\n"))
    #expect(
      html.contains(
        "<span class=\"sig-name descname\"><span class=\"pre\">f</span></span>"
          + "<span class=\"sig-paren\">(</span><em class=\"sig-param\"><span class=\"n\">"
          + "<span class=\"pre\">a</span></span></em>, "))
    #expect(
      html.contains(
        "<a class=\"headerlink\" href=\"#f\" title=\"Link to this definition\">¶</a></dt>\n"
          + "<dd>\n<p>What it does.</p>\n</dd></dl>\n"))
  }
}
