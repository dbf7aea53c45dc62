import DocTree
import DocTreeProject
import Testing

/// What the anchors of headings are made of. The expected ones are MyST's.
@Suite struct HeadingAnchorTests {
  private func anchors(_ markdown: String, _ extensions: String = "") throws -> [String?] {
    let page = try MystPage(
      markdown, ["myst.heading_anchors": "3", "myst.enable_extensions": extensions], phase: .read)
    return page.document.findAll([Section.self, Rubric.self]).map { $0["slug"]?.text }
  }

  @Test(arguments: [
    ("# a {kbd}`x` b", "a--b"),
    ("# a {strong}`x` *e {sub}`z` f*", "a--e--f"),
    ("# a [^1] {math}`x`\n\n[^1]: x", "a--"),
    ("# a `c` [l](u) ![alt](u)", "a-c-l-"),
    ("# a {nothing}`x`", "a-"),
  ])
  func rolesAreLeftOut(_ markdown: String, _ anchor: String) throws {
    #expect(try anchors(markdown) == [anchor])
  }

  @Test(arguments: [
    // A class that is called as a role is no role.
    ("# a [y]{.kbd} b", "attrs_inline", "a-y-b"),
    ("# a $m$ b", "dollarmath", "a--b"),
    ("---\nmyst: {substitutions: {s: x}}\n---\n# a {{ s }} b", "substitution", "a--b"),
    ("# a \"q\" {sub}`x` (c)", "smartquotes,replacements", "a-q--"),
    ("# a ~~k~~", "strikethrough", "a-k"),
  ])
  func extensionsAreLeftOut(_ markdown: String, _ extensions: String, _ anchor: String) throws {
    #expect(try anchors(markdown, extensions) == [anchor])
  }

  @Test func aHeadingOfRolesOnlyHasNone() throws {
    #expect(try anchors("# a\n\n## {kbd}`x`\n\n## {kbd}`x`") == ["a", nil, nil])
  }

  @Test func headingsInQuotationsHaveThem() throws {
    #expect(try anchors("# a\n\n> ## b {kbd}`x` c") == ["a", "b--c"])
  }
}
