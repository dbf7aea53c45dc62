import DocTreeTesting
import Testing

/// Numbers of theorems and exercises across pages. What is expected is what sphinx-proof and
/// sphinx-exercise write.
@Suite struct EnumerableNumberTests {
  private let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try write(numbered: 1)
  }

  private func write(numbered depth: Int) throws {
    try site.write([
      "index.md": """
      # Home

      ```{prf:theorem}
      :label: home
      H
      ```

      ```{toctree}
      :numbered: \(depth)
      b
      a
      ```

      {prf:ref}`one` {prf:ref}`this <two>` {ref}`ex-a` {numref}`No. %s <ex-a>` {ref}`sol-a`
      """,
      "a.md": """
      # A

      (also)=
      ```{prf:theorem} Big
      :label: one
      x
      ```

      ## Sub

      ```{prf:theorem}
      x
      ```

      ```{prf:theorem}
      :label: two
      x
      ```

      ```{exercise} Sums
      :label: ex-a
      x
      ```

      ## Sub2

      ```{exercise}
      x
      ```
      """,
      "b.md": """
      # B

      ```{prf:theorem}
      x
      ```

      ```{exercise}
      x
      ```

      ```{solution} ex-a
      :label: sol-a
      x
      ```
      """,
    ])
  }

  private func captions(_ page: String) throws -> [String] {
    try site.text(page).split(separator: "\"caption-number\">").dropFirst().compactMap {
      $0.split(separator: "<").first.map(String.init)
    }
  }

  /// The text of the last paragraph of a page.
  private func paragraph(_ page: String) throws -> String {
    site.builder = "text"
    defer { site.builder = "html" }
    try site.build(to: "texts")
    let lines = try site.folder.text("texts/" + page + ".txt").split(separator: "\n\n")
    return (lines.last ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func numbersRunOverThePagesWithSectionsInFront() throws {
    #expect(site.messages(try site.build()) == [])
    #expect(try captions("index.html") == ["Theorem 1"])
    #expect(try captions("b.html") == ["Theorem 1.1", "Exercise 1.1"])
    // The sections below have no numbers of their own, so that those of the page go on.
    #expect(
      try captions("a.html") == [
        "Theorem 2.1", "Theorem 2.2", "Theorem 2.3", "Exercise 2.1", "Exercise 2.2",
      ])
    #expect(
      try site.text("b.html").contains(
        "Solution to <a class=\"reference internal\" href=\"a.html#ex-a\">Exercise 2.1 (Sums)</a>"))
    #expect(
      try paragraph("index").hasSuffix(
        "Theorem 2.1 this Exercise 2.1 No. 2.1 Solution to Exercise 2.1 (Sums)"))
  }

  @Test func theDepthSaysHowManySectionsAreInFront() throws {
    try write(numbered: 2)
    site.configuration = "numfig_secnum_depth: 2"
    try site.build()
    #expect(
      try captions("a.html") == [
        "Theorem 2.1", "Theorem 2.1.1", "Theorem 2.1.2", "Exercise 2.1.1", "Exercise 2.2.1",
      ])
    site.configuration = "numfig_secnum_depth: 0"
    try site.expectSameAsClean()
    #expect(
      try captions("a.html") == [
        "Theorem 3", "Theorem 4", "Theorem 5", "Exercise 2", "Exercise 3",
      ])
  }

  @Test func whatPagesShowOfOthersFollows() throws {
    try site.write(["c.md": "# C\n\n{prf:ref}`one` {ref}`also` [](a.md#one) {numref}`also`\n"])
    #expect(
      try paragraph("c")
        == "Theorem 2.1 Theorem 2.1 (Big) Theorem 2.1 (Big) Theorem 2.1")
    try site.build()
    try site.write([
      "a.md": """
      # A

      ```{exercise}
      x
      ```

      ```{prf:theorem}
      x
      ```

      (also)=
      ```{prf:theorem} Big
      :label: one
      x
      ```

      ```{prf:theorem}
      :label: two
      x
      ```

      ```{exercise} Sums
      :label: ex-a
      x
      ```
      """
    ])
    try site.expectSameAsClean()
    #expect(try site.text("b.html").contains(">Exercise 2.2 (Sums)</a>"))
    #expect(try site.text("c.html").contains(">Theorem 2.2</a>"))
    #expect(try site.text("c.html").contains("Theorem 2.2 (Big)"))
    // A page that comes before, though nothing of the others was changed.
    try site.write([
      "index.md": "# Home\n\n```{toctree}\n:numbered:\na\nb\n```\n"
    ])
    try site.expectSameAsClean()
    #expect(try captions("b.html") == ["Theorem 2.1", "Exercise 2.1"])
    #expect(try site.text("c.html").contains(">Theorem 1.2</a>"))
  }

  @Test func pagesThatAreListedNowhereCountByThemselves() throws {
    try site.write(["c.md": "---\norphan: true\n---\n# C\n\n```{prf:theorem}\nx\n```\n"])
    try site.build()
    #expect(try captions("c.html") == ["Theorem 1"])
  }

  @Test("in every format", arguments: ["singlehtml", "man", "text"])
  func formats(builder: String) throws {
    site.builder = builder
    try site.build()
    let text = try site.files().map { try site.text($0) }.joined()
    for caption in ["Theorem 1.1", "Theorem 2.3", "Exercise 2.2", "Exercise 2.1 (Sums)"] {
      #expect(text.contains(caption), "\(caption)")
    }
    #expect(!text.contains("Theorem 1 1"))
  }

  /// As Sphinx has it, also for figures.
  @Test func figuresInSectionsWithoutANumberHaveThatAround() throws {
    site.configuration = "numfig: true"
    try site.write([
      "index.md": "# Home\n\n```{toctree}\n:numbered: 1\nb\na\n```\n",
      "a.md": "# A\n\n## Sub\n\n```{figure} x.png\nOne\n```\n\n```{toctree}\nc\n```\n",
      "c.md": "# C\n\n```{figure} x.png\nTwo\n```\n", "x.png": "",
    ])
    try site.build()
    #expect(try captions("a.html") == ["Fig. 2.1 "])
    #expect(try captions("c.html") == ["Fig. 2.2 "])
  }
}
