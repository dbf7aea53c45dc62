import DocTree
import Testing

@testable import DocTreeExtensions

/// The messages are those that Sphinx 9.0 and MyST 5.2 find in the same.
@Suite struct MessageTests {
  private func messages(
    _ markdown: String, targets: String = "", enabling extensions: String = ""
  ) throws -> [String] {
    let page = try MystPage(
      markdown,
      [
        "gettext_collect": "true", "gettext_additional_targets": targets,
        "myst.enable_extensions": extensions,
      ], phase: .local)
    return MessageSearch(page.configuration).messages(in: page.document).map(\.id)
  }

  @Test func textIsAsItWasWritten() throws {
    #expect(
      try messages(
        """
        # A *title* with `code`

        **Strong**,
           indented \("")
        and a [link](other.md) \\
        with {ref}`role <x>` and [^1].

        > quoted
        lazy

        - > lazier
          and lazy
         still

        Two *lines*
        of a heading
        ------------

        [x]: y.md
        Behind a definition.

        [^1]: Footnote text.
        """) == [
          "A *title* with `code`",
          "**Strong**,    indented  and a [link](other.md) with {ref}`role <x>` and [^1].",
          "quoted lazy", "lazier and lazy still", "Two *lines* of a heading",
          "Behind a definition.", "Footnote text.",
        ])
  }

  @Test func partsOfTablesAndLists() throws {
    #expect(
      try messages(
        "| a *b* | c\\|d |\n|--|--|\n| `x\\|y` | |\n\nTerm *one*\n: Definition\n\n:field: *body*\n\n- [ ] task *item*\n",
        enabling: "deflist,fieldlist,tasklist") == [
          "a *b*", "c|d", "`x|y`", "Term *one*", "Definition", "field", "*body*", "task *item*",
        ])
  }

  @Test func titlesAndCaptionsOfDirectives() throws {
    #expect(
      try messages(
        """
        ```{figure} x.png
        :alt: Alternative
        Caption *text*

        Legend
        ```
        ```{rubric} Rubric *text*
        ```
        ```{admonition} Custom *title*
        Body
        ```
        ```{note} On the
        first line
        ```
        ```{list-table} Table *title*
        * - cell
        ```
        ```{code-block} python
        :caption: Code *caption*
        x
        ```
        ```{versionadded} 1.0
        Remark *text*
        ```
        ```{deprecated} 2.0 Inline *remark*
        ```
        ```{topic} Topic *title*
        Topic
        ```
        ```{epigraph}
        Quote

        -- Some *one*
        ```
        ```{glossary}
        Term : key
          Meaning
        ```
        ```{py:function} f(a)

        :param a: the *parameter*
        ```
        """, enabling: "fieldlist") == [
          "Alternative", "Caption *text*", "Legend", "Rubric *text*", "Custom *title*", "Body",
          "On the first line", "Table *title*", "cell", "Code *caption*", "Remark *text*",
          "Inline *remark*", "Topic *title*", "Topic", "Quote", "Some *one*", "Term : key",
          "Meaning", "the parameter",
        ])
  }

  @Test func whatIsNoText() throws {
    #expect(
      try messages(
        """
        ---
        myst: {html_meta: {description: About}}
        author: Ann
        ---
        ![*alt*](x.png)

        ```{toctree}
        :caption: Contents
        Title *x* <other>
        other
        ```

        $$ a $$

        % comment

        <div>html</div>

            code
        """, enabling: "dollarmath") == [
          "About", "![*alt*](x.png)", "alt", "Title *x*", "Contents", " a ",
        ])
  }

  @Test func whatIsAskedForBesides() throws {
    let page = """
      ![](x.png) <b>

      ```{index} single: a; b
      ```

          code
      """
    #expect(
      try messages(page, targets: "image") == ["![](x.png) <b>", ".. image:: x.png"])
    #expect(try messages(page, targets: "raw") == ["![](x.png) <b>", "<b>"])
    #expect(try messages(page, targets: "index") == ["![](x.png) <b>", "a", "b"])
    #expect(try messages(page, targets: "literal-block") == ["![](x.png) <b>", "code\n"])
  }

  @Test func nothingIsKeptForWhoeverAsksForNothing() throws {
    let page = try MystPage("# A\n\nText *x*.\n", phase: .local)
    #expect(page.document.findAll(Element.self).allSatisfy { $0.rawSource == nil })
  }
}
