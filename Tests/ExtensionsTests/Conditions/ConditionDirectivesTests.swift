import DocTree
import DocTreeExtensions
import DocTreeTesting
import Testing
import Translators

@Suite struct ConditionDirectivesTests {
  @Test func nodes() throws {
    let reader = try SmallReader(ConditionDirectives())
    #expect(
      try reader.run("only", "html and not latex", "{}", "a") == """
        <only expr="html and not latex">
            <paragraph>
                a

        """)
    #expect(
      try reader.run("raw", "HTML latex", #"{"class": "x"}"#, "<b>x</b>") == """
        <raw classes="x" format="html latex" xml:space="preserve">
            <b>x</b>

        """)
    // What nobody understands hides nothing.
    #expect(try reader.run("only", "html and", "{}", "a") == "<paragraph>\n    a\n")
    try reader.run("raw", "html", #"{"url": "https://x.org"}"#)
    #expect(
      reader.messages == [
        "'html and' is no condition; write tags with and, or, not and parentheses",
        "\"raw\" reads nothing from the network; use the option \"file\"",
      ])
  }

  @Test(
    arguments: [
      ("a", true), ("b", false), ("not b", true), ("a and b", false), ("a or b", true),
      ("not a or a", true), ("not (a or b)", false), ("b and b or a", true),
      ("a or b and b", true), ("not not a", true), ("True and False", false),
    ])
  func conditions(text: String, holds: Bool) {
    #expect(TagExpression(text).isValid)
    #expect(TagExpression(text).holds(for: ["a"]) == holds)
  }

  @Test(arguments: ["", "a b", "and", "a and", "(a", "a)", "not", "a not b"])
  func noConditions(text: String) { #expect(!TagExpression(text).isValid) }

  @Test func outputs() {
    let both = Document(
      Only(Paragraph("a")).with { $0.expr = "html" }, Only(Paragraph("b")).with { $0.expr = "text" }
    )
    expectHTML(both, "<p>a</p>\n")
    expectText(both, "b\n")
  }

  /// Sphinx with MyST 5.2 has these sections in the same places, but for all outputs.
  @Test func headingsBeginSections() throws {
    let page = try MystPage(
      """
      # T

      ## A

      ````{only} html
      leading

      (lab)=
      ### Deeper

      ```{note}
      ## In a note
      ```

      ## Beside

      [](#lab)
      ````

      behind
      """, phase: .local)
    #expect(
      page.tree == """
        <section ids="t" names="t">
            <title>
                T
            <section ids="a" names="a">
                <title>
                    A
                <only expr="html">
                    <paragraph>
                        leading
                    <target refid="lab">
                    <section ids="lab deeper" names="deeper lab">
                        <title>
                            Deeper
                        <note>
                            <rubric ids="in-a-note" level="2" names="in\\ a\\ note">
                                In a note
                <paragraph>
                    behind
            <only expr="html">
                <section ids="beside" names="beside">
                    <title>
                        Beside
                    <paragraph>
                        <reference id_link="1" refid="lab">
                            <inline classes="std std-ref">
                                Deeper

        """)
  }

  @Test func conditionsInConditionsHoldTogether() throws {
    let page = try MystPage(
      """
      # T

      `````{only} a
      ## A

      ````{only} b or c
      ### B

      x

      ```{only} html
      y
      ```
      ````

      z
      `````
      """, phase: .local)
    #expect(
      page.tree == """
        <section ids="t" names="t">
            <title>
                T
            <only expr="a">
                <section ids="a" names="a">
                    <title>
                        A
                    <only expr="b or c">
                        <section ids="b" names="b">
                            <title>
                                B
                            <paragraph>
                                x
                            <only expr="html">
                                <paragraph>
                                    y
                    <paragraph>
                        z

        """)
  }

  @Test func headingsElsewhereAreRubrics() throws {
    let page = try MystPage("# T\n\n> ```{only} html\n> ## A\n> ```", phase: .local)
    #expect(page.document.findAll(Rubric.self).map { $0.astext() } == ["A"])
    #expect(page.document.findAll(Section.self).count == 1)
  }

  @Test func contentsListWhatIsShown() throws {
    let page = try MystPage(
      "```{contents}\n```\n\n# A\n\n```{only} latex\n## Beta\n```\n\n"
        + "```{only} html\n## Gamma\n```\n")
    let html = try page.written(to: "html")
    #expect(html.contains(">Gamma</a>") && !html.contains("Beta"))
    let text = try page.written(to: "text")
    #expect(!text.contains("Beta") && !text.contains("Gamma"))
  }

  @Test func targetsStayWithTheirHeadings() throws {
    let page = try MystPage(
      """
      # T

      ## A

      ```{only} a
      ## B
      ```

      ````{only} b
      (c)=
      ## C

      (d)=
      ### D

      (e)=
      ## E
      ````

      (f)=
      ```{only} c
      ## F
      ```

      (g)=
      ## G
      """, phase: .local)
    let sections = page.document.findAll(Section.self)
    #expect(
      sections.map { $0.names.sorted() } == [
        ["t"], ["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["g"],
      ])
    #expect(page.document.findAll(Target.self).map(\.refid) == ["c", "d", "e", "f", "g"])
  }
}
