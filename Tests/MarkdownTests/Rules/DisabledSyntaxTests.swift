import DocTree
import DocTreeMarkdown
import DocTreeTesting
import Testing

@Suite struct DisabledSyntaxTests {
  private func tree(_ text: String, without names: String...) throws -> String {
    var configuration = Configuration()
    configuration[MystSettings.disabledSyntax] = names
    return try MystReading.transformed(text, configuration).pseudoXML()
      .split(separator: "\n").dropFirst().map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  @Test func inlineSyntaxIsText() throws {
    #expect(
      try tree("a *b* __c__ `d`", without: "emphasis")
        == """
        <paragraph>
            a *b* __c__ \n    <literal>
                d
        """.replacing("\\n", with: "\n"))
    #expect(
      try tree("`a` [b](c) \\*", without: "backticks", "link", "escape").hasSuffix(
        "    `a` [b](c) \\*"))
    #expect(try tree("<b> <a:b>", without: "autolink", "html_inline").hasSuffix("    <b> <a:b>"))
    #expect(try tree("a[^b]", without: "footnote_ref").hasSuffix("    a[^b]"))
  }

  @Test func blocksAreParagraphs() throws {
    let text = "# a\n\n> b\n\n```\nc\n```\n\n<d>\n\n(e)=\n"
    let tree = try tree(
      text, without: "heading", "blockquote", "fence", "html_block", "myst_target")
    for name in ["<section", "<block_quote", "<literal_block", "<target"] {
      #expect(!tree.contains(name))
    }
  }
}
