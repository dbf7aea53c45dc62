import DocTree
import DocTreeTesting
import Testing
import Translators

/// What Sphinx 9.0 writes, without the colors of code, and with other line breaks between tags.
@Suite struct HTMLSphinxBlocksTests {
  @Test func codeWithCaptionAndNumbers() {
    let code = LiteralBlock("a\nb").with {
      $0.language = "python"
      $0.linenos = true
      $0.highlightArguments = HighlightArguments(emphasizedLines: [1], firstLine: 9)
    }
    let container = Container(Caption("My ", Emphasis("cap")), code)
    container["literal_block"] = true
    container.classes = ["literal-block-wrapper"]
    container.ids = ["foo"]
    expectHTML(
      container,
      """
      <div class="literal-block-wrapper docutils container" id="foo">
      <div class="code-block-caption"><span class="caption-text">My <em>cap</em></span><a class="headerlink" href="#foo" title="Link to this code">¶</a></div>
      <div class="highlight-python notranslate"><div class="highlight"><pre><span></span><span class="hll"><span class="linenos"> 9</span>a
      </span><span class="linenos">10</span>b
      </pre></div>
      </div>
      </div>
      """)
    expectHTML(
      LiteralBlock("a ", Emphasis("b")), "<pre class=\"literal-block\">a <em>b</em></pre>\n")
  }

  @Test func remarks() {
    expectHTML(
      Seealso(Paragraph("a")),
      """
      <div class="admonition seealso">
      <p class="admonition-title">See also</p>
      <p>a</p>
      </div>
      """)
    expectText(Seealso(Paragraph("a")), "See also: a\n")
    expectHTML(
      Versionmodified(Paragraph("a")).with { $0.type = "deprecated" },
      "<div class=\"deprecated\">\n<p>a</p>\n</div>\n")
  }

  @Test func remarksThatReadersCanFold() {
    let admonition = Admonition(Title("T"), Paragraph("a"))
    admonition["collapsible"] = "open"
    expectHTML(
      admonition,
      """
      <details class="admonition" open="open">
      <summary class="admonition-title">T</summary>
      <p>a</p>
      </details>
      """)
    let note = Note(Paragraph("a"))
    note["collapsible"] = "closed"
    expectHTML(
      note,
      """
      <details class="admonition note">
      <summary class="admonition-title">Note</summary>
      <p>a</p>
      </details>
      """)
  }

  @Test func columns() {
    expectHTML(
      Hlist(Hlistcol(Paragraph("a")), Hlistcol(Paragraph("b"))),
      """
      <table class="hlist"><tr><td>
      <p>a</p>
      </td><td>
      <p>b</p>
      </td></tr></table>
      """)
    expectHTML(Centered("a"), "<p class=\"centered\">\n<strong>a</strong></p>\n")
  }

  @Test func glossaryAndGrammar() {
    let term = Term("a").with { $0.ids = ["term-a"] }
    expectHTML(
      Glossary(
        DefinitionList(DefinitionListItem(term, Definition(Paragraph("b")))).with {
          $0.classes = ["glossary"]
        }),
      """
      <dl class="simple glossary">
      <dt id="term-a">a<a class="headerlink" href="#term-a" title="Link to this term">¶</a></dt>
      <dd><p>b</p></dd>
      </dl>
      """)
    let rules = Productionlist(Production(LiteralStrong("a"), " ::= ", "b", "\n"))
    expectHTML(rules, "<pre>\n<strong>a</strong> ::= b\n</pre>\n")
    expectText(rules, "   a ::= b\n")
  }

  @Test func topicsAndRubrics() {
    expectHTML(
      Topic(Title("A"), Paragraph("b")),
      "<aside class=\"topic\">\n<p class=\"topic-title\">A</p>\n<p>b</p>\n</aside>\n")
    expectHTML(
      Sidebar(Title("A"), Subtitle("s"), Paragraph("b")),
      """
      <aside class="sidebar">
      <p class="sidebar-title">A</p>
      <p class="sidebar-subtitle">s</p>
      <p>b</p>
      </aside>
      """)
    let rubric = Rubric("A")
    rubric["heading-level"] = 2
    expectHTML(rubric, "<h2 class=\"rubric\">A</h2>\n")
    // A heading inside something else.
    expectHTML(Rubric("A").with { $0.level = 3 }, "<h3 class=\"rubric\">A</h3>\n")
  }

  @Test func whatDoesNotShow() {
    let hidden = Document(Highlightlang(), TabularColSpec(), Compound(Toctree()))
    expectText(hidden, "")
    expectHTML(hidden, "<div class=\"compound\"></div>\n")
  }

  @Test func headingsNeedNoLinkToThemselves() throws {
    let section = Section(Title("A"))
    section.ids = ["a"]
    var configuration = Configuration()
    try configuration.set(
      "html_permalinks", to: "false", in: Registry(extensions: [StandardKinds(), HTMLFormat()]))
    let html = "<section id=\"a\">\n<h1>A</h1>\n</section>\n"
    expectHTML(section, html, configuration: configuration)
  }
}
