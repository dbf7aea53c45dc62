import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

/// Links within a project; nothing is asked for.
@Suite struct LocalLinkTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "linkcheck"
    site.configuration = "myst: {enable_extensions: [attrs_inline, colon_fence]}"
    try site.write(["a/page.md": "# Page\n\n## Part\n\n<b id=\"raw\">x</b>\n", "data.txt": "x"])
  }

  @Test func whatLeadsSomewhereIsFine() throws {
    try site.write([
      "index.md": """
      # Top

      [a](a/page.md#part) [b](data.txt) [c](#top) {doc}`a/page` <path:data.txt> {download}`data.txt`
      [d](data.txt?x){.external} [e](a/page.html#part){.external} [f](a/page/#raw){.external}
      <a href="a/page/index.html#Top">x</a> <a href="#top">y</a> <img src="data.txt">
      [g](/any/where){.external} <mailto:a@b.c> [h](ftp://x/y){.external}

      ```{image} data.txt
      :target: a/page.html
      ```

      ```{toctree}
      a/page
      ```
      """
    ])
    let result = try site.build()
    #expect(site.messages(result) == [])
    #expect(try site.text("output.txt") == "")
    #expect(try site.files() == ["output.json", "output.txt"])
    let unchecked = try site.text("output.json").split(separator: "\n").filter {
      $0.contains("\"unchecked\"")
    }
    #expect(
      unchecked == [
        #"{"filename": "index.md", "lineno": 6, "status": "unchecked", "code": 0, "uri": "/any/where", "info": ""}"#,
        #"{"filename": "index.md", "lineno": 6, "status": "unchecked", "code": 0, "uri": "mailto:a@b.c", "info": ""}"#,
        #"{"filename": "index.md", "lineno": 6, "status": "unchecked", "code": 0, "uri": "ftp://x/y", "info": ""}"#,
      ])
  }

  /// References are found to lead nowhere while they are resolved, and are not reported twice.
  @Test func referencesThatLeadNowhereAreErrors() throws {
    try site.write([
      "index.md": """
      # Top

      [a](gone.md) {ref}`nothing`
      [b](a/page.md#nothing) [c](#nothing)

      ```{toctree}
      a/page
      gone
      ```
      """
    ])
    let result = try site.build()
    #expect(
      site.messages(result) == [
        "src/index.md:3:1: error: 'myst' cross-reference target not found: 'gone.md' [myst.xref_missing]",
        "src/index.md:3:14: error: undefined label: 'nothing' [ref.ref]",
        "src/index.md:4:1: error: local id not found in doc 'a/page': 'nothing' [myst.xref_missing]",
        "src/index.md:4:24: error: 'myst' cross-reference target not found: 'nothing' [myst.xref_missing]",
        "src/index.md:8:1: error: toctree contains reference to nonexisting document 'gone' [toc.not_readable]",
      ])
    #expect(try site.text("output.txt") == "")
    // Other builders warn of them.
    site.builder = "html"
    #expect(
      try site.build(to: "html").diagnostics.allSatisfy { $0.diagnostic.severity <= .warning })
    // Whoever does not want to hear of them does not.
    site.builder = "linkcheck"
    site.configuration += "\nsuppress_warnings: [myst.xref_missing, ref.ref, toc]"
    #expect(site.messages(try site.build()) == [])
  }

  @Test func filesAndAnchorsThatAreMissing() throws {
    try site.write([
      "a/index.md": """
      # Top

      ![x](gone.png) {download}`gone.txt`
      [b](gone.html){.external} [c](page.html#nothing){.external}

      <p>
        <a href="#nowhere">x</a>
      </p>

      ```{image} ../../outside.png
      :target: ../gone.html
      ```
      """
    ])
    let messages = site.messages(try site.build())
    #expect(
      messages == [
        "src/a/index.md:3:1: error: broken link: gone.png (there is no such file) [linkcheck.broken]",
        "src/a/index.md:3:16: error: broken link: gone.txt (there is no such file) [linkcheck.broken]",
        "src/a/index.md:4:1: error: broken link: gone.html (there is no such page or file) [linkcheck.broken]",
        "src/a/index.md:4:27: error: broken link: page.html#nothing (there is no anchor 'nothing' on the page 'a/page') [linkcheck.broken]",
        "src/a/index.md:7: error: broken link: #nowhere (there is no anchor 'nowhere' on the page 'a/index') [linkcheck.broken]",
        "src/a/index.md:10:1: error: broken link: ../gone.html (there is no such page or file) [linkcheck.broken]",
        "src/a/index.md:10:1: error: broken link: ../../outside.png (there is no such file) [linkcheck.broken]",
      ])
    #expect(
      try site.text("output.txt").split(separator: "\n").first
        == "a/index.md:3: [broken] gone.png: there is no such file")
    // They are reported by the next build, too, which reads no page.
    let second = try site.build()
    #expect(site.messages(second) == messages && second.readCount == 0)
    try site.folder.write("x", to: "src/a/gone.png")
    let third = try site.build()
    #expect(site.messages(third) == Array(messages.dropFirst()) && third.readCount == 0)
    // What is lost is made again.
    try site.remove("a/index.md")
    try site.write(["index.md": "![x](gone.png)\n"])
    try site.expectSameAsClean()
    #expect(
      try site.folder.files(in: "out/.doctree/linkcheck/pages") == ["a/page.links", "index.links"])
  }

  @Test func linksThatNobodyWantsChecked() throws {
    try site.write(["index.md": "![x](gone.png) ![y](lost.png)\n", "old.md": "![x](gone.png)\n"])
    site.configuration = "linkcheck_ignore: ['gone\\.']\nlinkcheck_exclude_documents: [old]\n"
    #expect(
      site.messages(try site.build()) == [
        "src/index.md:1:16: error: broken link: lost.png (there is no such file) [linkcheck.broken]"
      ])
    #expect(
      try site.text("output.json").split(separator: "\n").last
        == #"{"filename": "old.md", "lineno": 1, "status": "ignored", "code": 0, "uri": "gone.png", "info": "old matched old from linkcheck_exclude_documents"}"#
    )
  }

  @Test func patternsThatAreNone() throws {
    func problems(_ configuration: String) -> [String] {
      site.configuration = configuration
      do {
        try site.build()
        return []
      } catch let error as ProjectConfigurationError {
        return error.problems.map(\.description)
      } catch {
        return ["\(error)"]
      }
    }
    #expect(
      problems("linkcheck_ignore:\n- fine\n- '(['\n") == [
        "doctree.yml:3:3: error: config value 'linkcheck_ignore' cannot be '(['; allowed: a regular expression [config]"
      ])
    #expect(
      problems("linkcheck_allowed_redirects: {'([': x}") == [
        "doctree.yml:1:30: error: config value 'linkcheck_allowed_redirects' cannot be a map; allowed: a map of regular expressions to regular expressions [config]"
      ])
    #expect(problems("linkcheck_allowed_redirects: {x: y}\nlinkcheck_timeout: 2") == [])
    #expect(
      problems("linkcheck_workers: 0") == [
        "doctree.yml:1:20: error: config value 'linkcheck_workers' cannot be '0'; allowed: a whole number from 1 to 512 [config]"
      ])
  }
}
