import DocTreeTesting
import Testing

@testable import DocTreeProject

/// Headings that only some outputs show, in the tables of contents of other pages.
@Suite struct ConditionalHeadingTests {
  private let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try site.write([
      "index.md": "# Home\n\n```{toctree}\npage\n```\n",
      "page.md": """
      # Page

      ## First

      ```{only} latex
      ## Printed

      ### Deeper
      ```

      ```{only} html
      ## Shown

      ### Inner
      ```

      ## Last
      """,
    ])
  }

  @Test func tablesOfContentsListWhatIsShown() throws {
    #expect(site.messages(try site.build()).isEmpty)
    let html = try site.text("index.html")
    let titles = html.matches(of: #/<a class="reference internal" href="page[^"]*">([^<]*)</#)
    #expect(titles.map { String($0.1) } == ["Page", "First", "Shown", "Inner", "Last"])
    let page = try site.text("page.html")
    #expect(page.contains("<h2>Shown<") && page.contains("<h3>Inner<"))
    #expect(!page.contains("Printed") && !page.contains("Deeper"))
    try site.expectSameAsClean()
  }

  @Test func textListsThemToo() throws {
    site.builder = "text"
    #expect(site.messages(try site.build()).isEmpty)
    #expect(
      try site.text("index.txt") == """
        Home
        ****

        * Page
          * First
          * Last

        """)
  }
}
