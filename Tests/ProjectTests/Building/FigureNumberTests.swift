import Testing

@testable import DocTreeProject

@Suite struct FigureNumberTests {
  /// Sphinx numbers what the tables of contents lead to.
  @Test func pagesThatAreNotListedHaveNone() throws {
    let site = try ProjectSite()
    site.configuration = "numfig: true\nmyst: {enable_extensions: [dollarmath]}"
    let figure = "```{figure} x.png\n:name: NAME\n\nCaption\n```\n\n$$x$$ (eq-NAME)\n"
    try site.write([
      "index.md": "# Home\n\n```{toctree}\na\n```\n\n{numref}`one` {numref}`two` {eq}`eq-two`\n",
      "a.md": "# A\n\n" + figure.replacing("NAME", with: "one"),
      "b.md": "---\norphan: true\n---\n# B\n\n" + figure.replacing("NAME", with: "two"),
      "x.png": "",
    ])
    let result = try site.build()
    #expect(
      site.messages(result) == [
        "src/index.md:7:15: warning: Failed to create a cross reference. "
          + "Any number is not assigned: two [ref.numref]"
      ])
    #expect(try site.text("index.html").contains(">Fig. 1</span>"))
    #expect(try site.text("a.html").contains("Fig. 1 </span>"))
    #expect(try !site.text("b.html").contains("caption-number"))
    // A formula without a number could not be referred to.
    #expect(try site.text("index.html").contains("b.html#equation-eq-two\">(1)</a>"))
    try site.write(["index.md": "# Home\n\n```{toctree}\na\nb\n```\n\n{numref}`two`\n"])
    try site.expectSameAsClean()
    #expect(try site.text("b.html").contains("Fig. 2 </span>"))
  }

  /// The number is that of the element, whichever of its names it is asked by.
  @Test func severalNames() throws {
    let site = try ProjectSite()
    site.configuration = "numfig: true"
    try site.write([
      "index.md": """
      # Home

      ```{toctree}
      :numbered:
      a
      ```

      {numref}`s1` {numref}`s2` {numref}`f1` {numref}`f2` {numref}`f3`
      """,
      "a.md": """
      # A

      (s1)=
      (s2)=
      ## Part

      (f1)=
      (f2)=
      ```{figure} x.png
      Caption
      ```

      (f3)=
      ```{figure} x.png
      :name: own
      Caption
      ```
      """, "x.png": "",
    ])
    #expect(site.messages(try site.build()) == [])
    let html = try site.text("index.html")
    let numbers = html.split(separator: "std-numref\">").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(numbers == ["Section 1.1", "Section 1.1", "Fig. 1.1", "Fig. 1.1", "Fig. 1.2"])
  }
}
