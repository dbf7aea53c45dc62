import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct ModuleIndexTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try site.write([
      "index.md": """
      # Home

      ```{toctree}
      a
      ```

      {ref}`modindex`, {ref}`py-modindex`, {py:mod}`tree.walk`
      """,
      "a.md": """
      # A

      ```{py:module} tree.walk
      :synopsis: goes through trees
      :platform: Unix
      ```

      ```{py:module} tree
      :deprecated:
      ```

      ```{py:module} Alone
      ```

      ```{py:module} far.away
      ```

      ```{js:module} script
      ```
      """,
    ])
  }

  /// The lines of the index, those below others indented.
  private func lines(_ file: String = "py-modindex.html") throws -> [String] {
    let html = try site.text(file)
    var result: [String] = []
    var depth = 0
    for part in html.split(separator: "<").drop(while: {
      !($0.hasPrefix("section id=") && $0.contains("cap-"))
    }) {
      if part.hasPrefix("ul") { depth += 1 }
      if part.hasPrefix("/ul") { depth -= 1 }
      if part.hasPrefix("li") { result.append(String(repeating: "  ", count: depth - 1)) }
      guard !result.isEmpty, depth > 0, let end = part.firstIndex(of: ">") else { continue }
      result[result.count - 1] += part[part.index(after: end)...].filter { $0 != "\n" }
    }
    return result
  }

  @Test func modulesAreSorted() throws {
    let result = try site.build()
    #expect(site.messages(result) == [])
    #expect(
      try lines() == [
        "Alone", "far", "  far.away", "tree Deprecated",
        "  tree.walk (Unix) goes through trees",
      ])
    #expect(try site.text("py-modindex.html").contains("href=\"a.html#module-tree.walk\""))
  }

  @Test func itCanBeReferredTo() throws {
    try site.build()
    let html = try site.text("index.html")
    #expect(html.contains("href=\"py-modindex.html\"><span class=\"std std-ref\">Module Index<"))
    #expect(html.contains("<span class=\"std std-ref\">Python Module Index<"))
    #expect(html.contains("href=\"a.html#module-tree.walk\""))
  }

  @Test func prefixesDoNotCount() throws {
    site.configuration = "modindex_common_prefix: [tree.]"
    try site.build()
    #expect(
      try lines() == [
        "Alone", "far", "  far.away", "tree Deprecated",
        "tree.walk (Unix) goes through trees",
      ])
  }

  @Test func itFollowsItsModules() throws {
    try site.build()
    try site.write(["a.md": "# A\n\n```{py:module} other\n```\n"])
    try site.expectSameAsClean()
    #expect(try lines() == ["other"])
    try site.write(["a.md": "# A\n", "index.md": "# Home\n\n```{toctree}\na\n```\n"])
    try site.expectSameAsClean()
    #expect(!site.folder.exists("out/py-modindex.html"))
  }

  @Test(arguments: ["dirhtml", "singlehtml"])
  func otherBuildersHaveItToo(builder: String) throws {
    site.builder = builder
    let result = try site.build()
    #expect(site.messages(result) == [])
    let file = builder == "dirhtml" ? "py-modindex/index.html" : "index.html"
    #expect(try lines(file).contains("  tree.walk (Unix) goes through trees"))
  }
}
