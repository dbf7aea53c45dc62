import Testing

/// Numbers of formulas across pages.
@Suite struct EquationNumberTests {
  private let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try site.write([
      "index.md":
        "# Home\n\n```{toctree}\n:numbered:\nb\na\n```\n\n{eq}`one` {eq}`two` {eq}`three`\n",
      "a.md": "# A\n\n$$a$$ (one)\n\n$$b$$ (two)\n",
      "b.md": "# B\n\n$$c$$ (three)\n",
    ])
  }

  private func numbers(_ configuration: String) throws -> [String] {
    site.configuration = "myst_enable_extensions: [dollarmath]\n" + configuration
    try site.build()
    try site.expectSameAsClean(configuration)
    let page = try site.text("index.html")
    let links = page.split(separator: "\">").dropFirst().compactMap {
      $0.split(separator: "<").first
    }
    let shown = try site.text("a.html").split(separator: "\"eqno\">").dropFirst().compactMap {
      $0.split(separator: "<").first
    }
    return (links.filter { $0.contains("(") } + shown).map(String.init)
  }

  @Test func eachPageCountsByItself() throws {
    #expect(try numbers("") == ["(1)", "(2)", "(1)", "(1)", "(2)"])
    #expect(try numbers("numfig: true\nmath_numfig: false") == ["(1)", "(2)", "(1)", "(1)", "(2)"])
  }

  @Test func formulasWithoutALabelCountAmongTheOthers() throws {
    try site.write([
      "a.md": "# A\n\n$$a$$ (one)\n\n```{math}\nx\n```\n\n$$no$$\n\n$$b$$ (two)\n",
      "b.md": "# B\n\n```{math}\ny\n```\n\n$$c$$ (three)\n",
    ])
    #expect(
      try numbers("math_number_all: true") == ["(1)", "(3)", "(2)", "(1)", "(2)", "(3)"])
    #expect(
      try numbers("math_number_all: true\nnumfig: true") == [
        "(2.1)", "(2.3)", "(1.2)", "(2.1)", "(2.2)", "(2.3)",
      ])
  }

  @Test func withFiguresTheSectionsCount() throws {
    #expect(try numbers("numfig: true") == ["(2.1)", "(2.2)", "(1.1)", "(2.1)", "(2.2)"])
    #expect(
      try numbers("numfig: true\nnumfig_secnum_depth: 0\nmath_eqref_format: Eq.{number}")
        == ["(2)", "(3)"])
  }
}
