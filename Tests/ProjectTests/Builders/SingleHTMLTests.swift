import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct SingleHTMLTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "singlehtml"
    try site.write([
      "index.md": """
      # Book

      ```{toctree}
      :numbered:
      guide/start
      end
      ```

      See {doc}`end`.
      """,
      "guide/start.md": """
      # Start

      ```{toctree}
      deep
      ```

      ## Usage

      Back to [the book](../index.md), on to [usage](../end.md#usage), here [](#usage), a note[^1].

      [^1]: Below.
      """,
      "guide/deep.md": "# Deep\n\n## Deeper\n\n{index}`depth`\n",
      "alone.md": "---\norphan: true\n---\n# Alone\n\n{index}`loneliness`\n",
      "end.md": "# End\n\n(last)=\n## Usage\n\nSee {ref}`last` and {doc}`guide/start`.\n",
    ])
    site.configuration = "myst: {heading_anchors: 2}"
  }

  /// What stands behind each occurrence of a text, up to a quote.
  private func values(_ name: String, in html: String) -> [String] {
    html.split(separator: " \(name)=\"", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test func pagesFollowEachOtherInTheOrderOfTheContents() throws {
    let result = try site.build()
    #expect(site.messages(result) == [])
    #expect(try site.files().filter { $0.hasSuffix(".html") } == ["index.html"])
    let html = try site.text("index.html")
    #expect(
      values("id", in: html).filter { $0.hasPrefix("document-") } == [
        "document-index", "document-guide/start", "document-guide/deep", "document-end",
        "document-alone", "document-genindex",
      ])
    #expect(html.split(separator: "</body>").count == 2)
    #expect(html.hasSuffix("</body>\n</html>\n"))
  }

  @Test func headingsAreAsDeepAsTheirPages() throws {
    try site.build()
    let html = try site.text("index.html")
    let headings = html.matches(of: #/<(h[1-6])>(?:<span[^>]*>[^<]*</span>)?([^<]*)/#)
      .map { "\($0.output.1) \($0.output.2)" }
    #expect(
      headings.prefix { $0 != "h1 Alone" } == [
        "h1 Book", "h2 Start", "h3 Usage", "h3 Deep", "h4 Deeper", "h2 End", "h3 Usage",
      ])
  }

  @Test func everyLinkLeadsToAnIdThatThereIsOnce() throws {
    try site.build()
    let html = try site.text("index.html")
    let ids = values("id", in: html)
    #expect(Set(ids).count == ids.count)
    let links = values("href", in: html)
    #expect(links.count > 10)
    #expect(links.filter { !$0.hasPrefix("#") || !ids.contains(String($0.dropFirst())) } == [])
    #expect(links.contains("#end:usage"))
    #expect(links.contains("#guide/start:usage"))
    #expect(links.contains("#document-index"))
  }

  @Test func aPageIsMadeAnewWithTheOthers() throws {
    try site.build()
    try site.write(["guide/deep.md": "# Deeper still\n"])
    try site.expectSameAsClean()
    #expect(try site.text("index.html").contains("Deeper still"))
  }
}
