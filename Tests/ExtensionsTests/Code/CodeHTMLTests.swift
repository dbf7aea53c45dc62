import DocTree
import Testing

@testable import DocTreeExtensions

/// The expected markup is Sphinx's, without the spans of its highlighter.
@Suite struct CodeHTMLTests {
  @Test func emphasizedLastLine() throws {
    let page = try MystPage("```{code-block} c\n:emphasize-lines: 2\na\nb\n```\n")
    #expect(
      try page.written(to: "html") == """
        <div class="highlight-c notranslate"><div class="highlight"><pre><span></span>a
        <span class="hll">b
        </span></pre></div>
        </div>

        """)
  }

  @Test func numbersStandBeforeCaptions() throws {
    let page = try MystPage(
      """
      ```{figure} a.png
      :name: f

      Cap *e*
      ```

      ```{code-block} c
      :name: c
      :caption: Cap
      x
      ```

      ```{list-table} Cap
      :name: t
      * - a
      ```
      """, ["numfig": "true"])
    let html = try page.written(to: "html")
    for text in [
      "<p><span class=\"caption-number\">Fig. 1 </span><span class=\"caption-text\">Cap <em>e</em>"
        + "</span><a class=\"headerlink\"",
      "<div class=\"code-block-caption\"><span class=\"caption-number\">Listing 1 </span>"
        + "<span class=\"caption-text\">Cap</span><a",
      "<caption><span class=\"caption-number\">Table 1 </span><span class=\"caption-text\">Cap"
        + "</span><a",
    ] { #expect(html.contains(text), "\(html)") }
  }

  @Test func classesOfRawTextAndLanguagesOfRoles() throws {
    let page = try MystPage(
      """
      ```{raw} html
      :class: foo
      <b>x</b>
      ```

      ```{role} rh(raw)
      :format: html
      ```

      ```{role} cpp(code)
      :language: c++
      ```

      A {rh}`<i>` {cpp}`x`
      """)
    #expect(
      try page.written(to: "html") == """
        <div class="foo"><b>x</b></div>
        <p>A <span class="rh"><i></span> \
        <code class="code highlight cpp c++ docutils literal highlight-c++">\
        <span class="pre">x</span></code></p>

        """)
  }

  @Test func languagesAreThoseOfWhereTheCodeStands() throws {
    let page = try MystPage(
      "```\na\n```\n\n```{highlight} c\n```\n\n```\nb\n```\n\n```{code-block}\nc\n```\n",
      phase: .local)
    #expect(
      page.document.findAll(LiteralBlock.self).map(\.language) == ["default", "c", "c"])
  }
}
