import DocTree
import DocTreeProject
import DocTreeTesting
import Testing
import Translators

/// What extensions write in manual pages.
@Suite struct ManHandlerTests {
  private func expect(
    _ markdown: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try MystPage(markdown, ["myst.enable_extensions": "colon_fence"])
    expectLines(try page.written(to: "man"), expected, sourceLocation: sourceLocation)
    #expect(
      page.document.diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
  }

  /// What can be written as text can be written as a manual page.
  @Test func nothingIsWithoutAHandler() throws {
    let registry = try Registry(extensions: Builtins.extensions)
    let man = try #require(registry.format("man"))
    let text = try #require(registry.format("text"))
    let missing = registry.kinds.values.map(\.kind).filter {
      registry.hasHandler(for: $0, in: text) && !registry.hasHandler(for: $0, in: man)
    }
    #expect(missing.map(\.name).sorted() == [])
  }

  @Test func diagrams() throws {
    try expect(
      """
      ```{mermaid}
      :alt: a to b
      graph TD; A-->B
      ```

      ```{graphviz}
      digraph { a -> b }
      ```
      """,
      """
      .PP
      [mermaid: a to b]
      .sp
      .RS 4
      .nf
      graph TD; A\\-\\->B
      .fi
      .RE
      .sp
      .RS 4
      .nf
      digraph { a \\-> b }
      .fi
      .RE
      """)
  }

  @Test func cards() throws {
    try expect(
      """
      ::::{grid} 2
      :::{grid-item-card} Title
      :link: https://example.org
      One.
      :::
      :::{grid-item}
      Two {bdg}`new`.
      :::
      ::::
      """,
      """
      .PP
      \\fBTitle\\fR
      .PP
      One.
      .PP
      Two new.
      """)
  }

  @Test func tabsAndDropdowns() throws {
    try expect(
      """
      ::::{tab-set}
      :::{tab-item} A
      aaa
      :::
      :::{tab-item} B
      bbb
      :::
      ::::

      :::{dropdown} More
      ccc
      :::
      """,
      """
      .PP
      \\fBA\\fR
      .RS 4
      .PP
      aaa
      .RE
      .PP
      \\fBB\\fR
      .RS 4
      .PP
      bbb
      .RE
      .PP
      \\fBMore\\fR
      .RS 4
      .PP
      ccc
      .RE
      """)
  }

  @Test func proofsAndCells() throws {
    try expect(
      """
      ```{prf:proof}
      Clear.
      ```

      ```{code-cell} python
      print(1)
      ```
      """,
      """
      .RS 4
      .PP
      Proof. Clear.
      .RE
      .sp
      .RS 4
      .nf
      print(1)
      .fi
      .RE
      """)
  }
}
