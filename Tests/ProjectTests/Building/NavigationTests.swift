import DocTreeTesting
import Testing

@testable import DocTreeProject

/// Tables of contents over several pages; what is expected is what Sphinx 9.0.4 does.
@Suite struct NavigationTests {
  let site: ProjectSite

  init() throws { site = try ProjectSite() }

  private func links(_ page: String) throws -> [String] {
    try site.text(page).matches(of: /<a class="reference [a-z]+" href="([^"]*)">/).map {
      String($0.output.1)
    }
  }

  @Test func selfIsThePageThatListsIt() throws {
    try site.write([
      "index.md": "# Root\n\n```{toctree}\np1\n```\n",
      "p1.md": "# P1\n\n```{toctree}\nself\nMe <self>\np2\n```\n", "p2.md": "# P2\n",
    ])
    try site.build()
    #expect(try links("index.html") == ["p1.html", "p1.html", "p1.html", "p2.html"])
    #expect(try site.text("index.html").contains("p1.html\">Me</a>"))
  }

  @Test func entriesAreListedInTheirOrderAndRepeatedOnesWarnedOf() throws {
    try site.write([
      "index.md": "# Root\n\n```{toctree}\n:glob:\n\n*\nb\n```\n", "a.md": "# A\n",
      "b.md": "# B\n", "c.md": "# C\n",
    ])
    #expect(
      site.messages(try site.build()) == [
        "src/index.md:7:1: warning: duplicated entry found in toctree: b [toc.duplicate_entry]"
      ])
    #expect(try links("index.html").prefix(3) == ["a.html", "b.html", "c.html"])
    try site.write(["index.md": "# Root\n\n```{toctree}\n:reversed:\n:glob:\n\nb\n*\n```\n"])
    #expect(site.messages(try site.build()) == [])
    #expect(try links("index.html") == ["c.html", "a.html", "b.html"])
  }

  @Test func includedDocumentsAreNoOrphans() throws {
    try site.write([
      "index.md": "# Root\n\n```{toctree}\na\n```\n",
      "a.md": "# A\n\n```{include} parts/x.md\n```\n", "parts/x.md": "Shared.\n",
      "lost.md": "# Lost\n",
    ])
    let lost = "src/lost.md: warning: document isn't included in any toctree [toc.not_included]"
    #expect(site.messages(try site.build()) == [lost])
    try site.write(["a.md": "# A\n"])
    try site.expectSameAsClean()
    #expect(site.messages(try site.build()).count == 2)
  }

  @Test func pagesWithoutATitleSaySo() throws {
    try site.write([
      "index.md": "# Root\n\n```{toctree}\na\n```\n", "a.md": "No title.\n",
    ])
    try site.build()
    #expect(try site.text("a.html").contains("<title>&lt;no title&gt;</title>"))
    #expect(
      try site.text("index.html").contains("<a rel=\"next\" href=\"a.html\">&lt;no title&gt;</a>"))
  }

  @Test func titlesOnlyHasAllTitlesOfAPage() throws {
    try site.write([
      "index.md": "# Root\n\n```{toctree}\n:titlesonly:\na\n```\n",
      "a.md": "# A\n\n## Inner\n\n# Second\n",
    ])
    try site.build()
    #expect(try links("index.html") == ["a.html", "a.html#second"])
  }

  @Test func sectionDepthsBelowNoneAreNone() throws {
    site.configuration = "numfig: true\nnumfig_secnum_depth: -1\n"
    try site.write([
      "index.md": "# Root\n\n```{toctree}\n:numbered:\na\n```\n",
      "a.md": "# A\n\n```{figure} p.png\n:name: f\nCaption\n```\n", "p.png": "picture",
    ])
    try site.build()
    #expect(try site.text("a.html").contains("Fig. 1 "))
  }

  @Test func namesAreQuotedInAddresses() throws {
    try site.write([
      "index.md":
        "# Root\n\n```{toctree}\n:glob:\n\n*\n```\n\n![](i%23j.png) {download}`a b.txt`\n",
      "a#b.md": "# T\n", "a?b.md": "# T\n", "%41.md": "# T\n", "a:b.md": "# T\n",
      "x y.md": "# T\n", "ä.md": "# T\n", "i#j.png": "picture", "a b.txt": "text",
    ])
    #expect(site.messages(try site.build()) == [])
    #expect(
      try links("index.html").sorted() == [
        "%2541.html", "%C3%A4.html", "a%23b.html", "a%3Ab.html", "a%3Fb.html", "x%20y.html",
      ])
    let page = try site.text("index.html")
    #expect(page.contains("src=\"_images/i%23j.png\""))
    #expect(page.contains("href=\"_downloads/a%20b.txt\""))
    let inventory = try Inventory(site.folder.read("out/objects.inv"))
    #expect(inventory.items.first { $0.name == "x y" }?.uri == "x%20y.html")
  }

  @Test func aRootThatIsMissingIsAnError() throws {
    try site.write(["a.md": "# A\n"])
    #expect(site.messages(try site.build()) == [])
    site.builder = "singlehtml"
    #expect(site.messages(try site.build()).contains { $0.contains("the page 'index'") })
    site.builder = "html"
    site.configuration = "root_doc: nope\n"
    #expect(site.messages(try site.build()).contains { $0.contains("the page 'nope'") })
    try site.expectSameAsClean()
  }

  @Test func referencesThatNeedNotLeadAnywhere() throws {
    try site.write(["index.md": "# A\n\n{py:class}`Foo` {py:func}`bar` {ref}`none` {term}`gone`\n"])
    site.configuration = """
      nitpicky: true
      nitpick_ignore: [["py:class", Foo], [ref, none]]
      nitpick_ignore_regex: [["py:.*", "b.r"]]
      """
    #expect(
      site.messages(try site.build()) == [
        "src/index.md:3:44: warning: term not in glossary: 'gone' [ref.term]"
      ])
    site.configuration = "nitpick_ignore: [[a, b, c]]"
    #expect(throws: ProjectConfigurationError.self) { try site.build() }
  }

  @Test func filesOutsideTheOutputAreAnError() throws {
    try site.write(["index.md": "# A\n"])
    site.builder = "epub"
    site.configuration = "epub_basename: ../x\n"
    #expect(site.messages(try site.build()).contains { $0.contains("outside the output folder") })
    #expect(!site.folder.exists("x.epub"))
  }

  @Test func theIndexOfModulesIsListed() throws {
    try site.write([
      "index.md": "# A\n\n```{toctree}\nmodindex\n```\n\n```{py:module} foo\n```\n"
    ])
    #expect(site.messages(try site.build()) == [])
    #expect(try links("index.html").contains("py-modindex.html"))
  }

  @Test func methodsOfSeveralClassesAreToldApart() throws {
    try site.write([
      "index.md": """
      # A

      ````{py:class} X
      ```{py:method} m()
      ```
      ````

      ````{py:class} Y
      ```{py:method} m()
      ```
      ````

      {py:meth}`.m` {py:meth}`X.m`
      """
    ])
    #expect(
      site.messages(try site.build()) == [
        "src/index.md:13:1: warning: more than one target found for cross-reference 'm': X.m, Y.m "
          + "[ref.python]"
      ])
  }
}
