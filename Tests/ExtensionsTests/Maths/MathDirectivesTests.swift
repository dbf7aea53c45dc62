import DocTree
import DocTreeExtensions
import DocTreeTesting
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct MathDirectivesTests {
  @Test func labelsHaveNumbers() throws {
    let reader = try SmallReader(MathDirectives())
    try reader.run("math", "", #"{"label": "eq1"}"#, "a = b")
    try reader.run("math", "c=d", #"{"nowrap": "", "class": "foo"}"#, "e\n\nf")
    #expect(
      try reader.transformed(.read)
        == """
        <document>
            <target ids="equation-eq1">
            <math_block docname="folder/page" label="eq1" no-wrap="0" nowrap="0" number="1" xml:space="preserve">
                a = b
            <math_block classes="foo" docname="folder/page" label="True" no-wrap="1" nowrap="1" number="True" xml:space="preserve">
                c=d
                \("")
                e
                \("")
                f

        """)
  }

  @Test func html() {
    let numbered = MathBlock(text: "a = b")
    numbered["number"] = 1
    numbered.ids = ["equation-e"]
    expectHTML(
      numbered,
      """
      <div class="math notranslate nohighlight" id="equation-e">
      <span class="eqno">(1)<a class="headerlink" href="#equation-e" title="Link to this equation">¶</a></span>\\[a = b\\]</div>
      """)
    expectHTML(
      MathBlock(text: "c &= d \\\\ e\n\nf"),
      """
      <div class="math notranslate nohighlight">
      \\[ \\begin{align}\\begin{aligned}\\begin{split}c &amp;= d \\\\ e\\end{split}\\\\f\\end{aligned}\\end{align} \\]</div>
      """)
  }
}
