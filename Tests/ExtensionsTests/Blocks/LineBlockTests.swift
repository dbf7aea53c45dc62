import DocTree
import DocTreeTesting
import Testing

@Suite struct LineBlockTests {
  /// What docutils 0.22 makes of the same.
  @Test func indentationNests() throws {
    let page = try MystPage("```{line-block}\na *b*\n  c\n\nd\n```")
    expectLines(
      page.tree,
      """
      <line_block>
          <line>
              a \

              <emphasis>
                  b
          <line_block>
              <line>
                  c
              <line>
          <line>
              d
      """)
  }

  @Test func otherNamesOfDirectives() throws {
    let page = try MystPage(
      "```{cssclass} foo\n```\npara\n\n```{version-added} 1.0\nx\n```\n\n```{moduleauthor} me\n```")
    expectLines(
      page.tree,
      """
      <paragraph classes="foo">
          para
      <versionmodified type="versionadded" version="1.0">
          <paragraph translatable="0">
              <inline classes="versionmodified added">
                  Added in version 1.0: \

              x
      """)
  }

  @Test(arguments: ["replace", "date", "unicode"])
  func substitutionsHaveNoDirectives(name: String) throws {
    let page = try MystPage("```{\(name)} x\n```")
    #expect(
      page.messages == [
        "<string>:1:1: error: Invalid context: the \"\(name)\" directive can only be used within a "
          + "substitution definition."
      ])
  }
}
