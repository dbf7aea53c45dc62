import DocTreeTesting
import Testing

@testable import DocTreeProject

/// What is described stands in tables of contents. The expected lines are Sphinx's.
@Suite struct DescriptionEntryTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "pseudoxml"
    try site.write([
      "index.md": "# Home\n\n```{toctree}\n:numbered: 1\n\na\nb\n```\n",
      "a.md": """
      # A

      ````{py:class} m.Tree(x)
      ```{py:method} walk()
      ```
      ```{py:attribute} size
      :no-contents-entry:
      ```
      ````

      ## Part

      ```{py:function} f(x)
      ```

      ```{envvar} HOME
      ```

      ```{cpp:function} void n::h(int x)
      ```
      """,
      "b.md": "# B\n\n```{toctree}\na\n```\n",
    ])
  }

  /// The lines of the table of contents, each behind its level.
  private func lines() throws -> [String] {
    var result: [String] = []
    for line in try site.text("index.pseudoxml").split(separator: "\n") {
      if let level = line.firstMatch(of: #/<compact_paragraph classes="toctree-l(\d)"/#) {
        result.append(String(level.1))
      } else if !line.contains("<"), !result.isEmpty {
        result[result.count - 1] += " " + line.split(separator: " ").joined(separator: " ")
      }
    }
    return result
  }

  @Test func standBelowTheSectionsAndEachOther() throws {
    // The pages of the inner table are numbered by the outer one, which is no mistake.
    let messages = site.messages(try site.build())
    #expect(!messages.contains { $0.contains("toc.secnum") }, "\(messages)")
    #expect(
      try lines() == [
        "1 1. A", "2 m.Tree", "3 m.Tree.walk()", "2 Part", "3 f()", "3 h()", "1 2. B", "2 1. A",
        "3 m.Tree", "4 m.Tree.walk()", "3 Part", "4 f()", "4 h()",
      ])
  }

  @Test(arguments: [
    ("hide", ["Tree", "walk()", "f()", "h()"]),
    ("all", ["m.Tree", "m.Tree.walk()", "f()", "n::h()"]),
  ])
  func withAndWithoutWhatTheyAreIn(value: String, names: [String]) throws {
    site.configuration = "toc_object_entries_show_parents: \(value)\n"
    try site.build()
    let lines = try lines().prefix(6).map { String($0.dropFirst(2)) }
    #expect(lines == ["1. A", names[0], names[1], "Part", names[2], names[3]])
  }

  @Test func areLeftOutWhereNobodyWantsThem() throws {
    site.configuration = "toc_object_entries: false\n"
    try site.build()
    #expect(try lines() == ["1 1. A", "2 Part", "1 2. B", "2 1. A", "3 Part"])
    site.configuration = ""
    try site.expectSameAsClean()
    #expect(try lines().count == 13)
  }

  @Test func depthAndTitlesOnly() throws {
    try site.write(["index.md": "# Home\n\n```{toctree}\n:maxdepth: 2\n\na\nb\n```\n"])
    try site.build()
    #expect(try lines() == ["1 A", "2 m.Tree", "2 Part", "1 B", "2 A"])
    try site.write(["index.md": "# Home\n\n```{toctree}\n:titlesonly:\n\na\n```\n"])
    try site.build()
    #expect(try lines() == ["1 A"])
  }
}
