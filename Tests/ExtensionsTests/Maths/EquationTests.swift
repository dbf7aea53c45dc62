import DocTree
import DocTreeTesting
import Testing

/// What MyST-Parser 5.2 with Sphinx 9.0 makes of the same, the label of `equation` apart: theirs is new
/// each time.
@Suite struct EquationTests {
  private let markdown = #"""
    $$
    a
    $$ (e1)

    $$
    b
    $$

    \begin{equation}
    c
    \end{equation}

    \begin{align*}
    d
    \end{align*}

    ```{math}
    :label: Two
    e
    ```

    {eq}`e1` {math:numref}`Two`
    """#

  private let settings = ["myst.enable_extensions": "dollarmath,amsmath"]

  @Test func labeledFormulasHaveNumbers() throws {
    let page = try MystPage(markdown, settings)
    expectLines(
      page.tree,
      #"""
      <target refid="equation-e1">
      <math_block docname="index" ids="equation-e1" label="e1" nowrap="0" number="1" xml:space="preserve">
          a
      <math_block nowrap="0" number="True" xml:space="preserve">
          b
      <target refid="equation-amsmath-9">
      <math_block classes="amsmath" docname="index" ids="equation-amsmath-9" label="amsmath-9" nowrap="1" number="2" xml:space="preserve">
          \begin{equation}
          c
          \end{equation}
      <math_block classes="amsmath" nowrap="1" number="True" xml:space="preserve">
          \begin{align*}
          d
          \end{align*}
      <target refid="equation-two">
      <math_block docname="index" ids="equation-two" label="Two" no-wrap="0" nowrap="0" number="3" xml:space="preserve">
          e
      <paragraph>
          <reference internal="1" refid="equation-e1">
              (1)
      """# + "\n     \n"
        + #"""
            <reference internal="1" refid="equation-two">
                (3)
        """#)
    #expect(page.messages.isEmpty)
  }

  @Test func html() throws {
    let page = try MystPage(markdown, settings)
    let html = try page.written(to: "html")
    expectLines(
      html.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(4)
        .prefix(9).joined(separator: "\n"),
      #"""
      <div class="amsmath math notranslate nohighlight" id="equation-amsmath-9">
      <span class="eqno">(2)<a class="headerlink" href="#equation-amsmath-9" title="Link to this equation">¶</a></span>\[\begin{equation}
      c
      \end{equation}\]</div>
      <div class="amsmath math notranslate nohighlight">
      \[\begin{align*}
      d
      \end{align*}\]</div>
      """# + "\n"
        + #"""
        <div class="math notranslate nohighlight" id="equation-two">
        """#)
  }

  @Test func allOfThemAndAnotherForm() throws {
    let page = try MystPage(
      markdown + "\n```{math}\nf\n```\n\n```{math}\ng\n```\n",
      settings.merging(["math_number_all": "true", "math_eqref_format": "Eq. {number}"]) { $1 })
    #expect(
      page.document.findAll(MathBlock.self).map { $0["number"]?.text } == [
        "1", "True", "2", "True", "3", "4", "5",
      ])
    #expect(page.document.findAll(Reference.self).map { $0.astext() } == ["Eq. 1", "Eq. 3"])
    #expect(
      page.document.findAll(MathBlock.self).suffix(2).map(\.ids) == [
        ["equation-index-0"], ["equation-index-1"],
      ])
  }

  @Test func docutilsHasNoNumbers() throws {
    let page = try MystPage("$$\na\n$$ (e1)", settings.merging(["dialect": "docutils"]) { $1 })
    expectLines(
      page.tree,
      """
      <math_block ids="e1" names="e1" nowrap="0" number="True" xml:space="preserve">
          a
      """)
  }
}
