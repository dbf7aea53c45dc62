import DocTree
import DocTreeTesting
import Testing
import Translators

/// Tags, images and code as Sphinx 9.0 writes them.
@Suite struct HTMLTagTests {
  @Test func `A node's own classes come first, and each class once`() {
    expectHTML(
      Note(Paragraph("a")).with { $0.classes = ["x", "note"] },
      """
      <div class="x note admonition">
      <p class="admonition-title">Note</p>
      <p>a</p>
      </div>
      """)
    expectHTML(
      Paragraph(Inline("a").with { $0.classes = ["language-de", "b"] }),
      "<p><span class=\"b\" lang=\"de\">a</span></p>")
  }

  @Test(.timeLimit(.minutes(1))) func `Many classes are written once, in their order`() {
    let many = (0..<100_000).map { "c\($0)" }
    expectHTML(
      Paragraph(Inline("a").with { $0.classes = many + ["b", "language-de"] + many }),
      "<p><span class=\"\(many.joined(separator: " ")) b\" lang=\"de\">a</span></p>")
    expectHTML(
      Note(Paragraph("a")).with { $0.classes = many + ["note"] + many },
      """
      <div class="\(many.joined(separator: " ")) note admonition">
      <p class="admonition-title">Note</p>
      <p>a</p>
      </div>
      """)
  }

  @Test func `Further ids stand where HTML allows them`() {
    expectHTML(
      Section(Title("A")).with { $0.ids = ["a", "b"] },
      """
      <section id="a"><span id="b"></span>
      <h1>A<a class="headerlink" href="#a" title="Link to this heading">¶</a></h1>
      </section>
      """)
    expectHTML(
      BulletList(ListItem(Paragraph("a"))).with { $0.ids = ["a", "b"] },
      "<span id=\"b\"></span><ul class=\"simple\" id=\"a\">\n<li><p>a</p></li>\n</ul>")
  }

  @Test func `Words of code are not broken, wherever they stand`() {
    expectHTML(
      Paragraph(Literal("a  b", Emphasis("c d"))),
      "<p><code class=\"docutils literal notranslate\"><span class=\"pre\">a</span>&#160; "
        + "<span class=\"pre\">b</span><em><span class=\"pre\">c</span> "
        + "<span class=\"pre\">d</span></em></code></p>")
    expectHTML(
      Paragraph(Literal("Ctrl").with { $0.classes = ["kbd"] }, " x"),
      "<p><kbd class=\"kbd docutils literal notranslate\">Ctrl</kbd> x</p>")
  }

  @Test func `A heading links back to the list of contents`() {
    expectHTML(
      Section(Title("A").with { $0.refid = "toc-1" }).with { $0.ids = ["a"] },
      """
      <section id="a">
      <h1><a class="toc-backref" href="#toc-1" role="doc-backlink">A</a>\
      <a class="headerlink" href="#a" title="Link to this heading">¶</a></h1>
      </section>
      """)
  }

  @Test func `Images that are shown in another size link to themselves`() {
    func image(_ change: (Image) -> Void) -> Image {
      Image().with {
        $0.uri = "a.png"
        change($0)
      }
    }
    expectHTML(
      image {
        $0.width = "200px"
        $0.align = "left"
        $0.classes = ["k"]
      },
      """
      <a class="k reference internal image-reference" href="a.png">\
      <img alt="a.png" class="align-left k" src="a.png" style="width: 200px;" /></a>
      """)
    // Without a unit, and scaled.
    expectHTML(
      Reference(
        image {
          $0.width = "25"
          $0.height = "3 em"
          $0.scale = "50"
          $0.loading = "lazy"
        }
      ).with { $0.refuri = "b.html" },
      """
      <a class="reference external image-reference" href="b.html">\
      <img alt="a.png" loading="lazy" src="a.png" style="height: 1.5em;" width="12" /></a>
      """)
    expectHTML(
      image {
        $0.width = "50%"
        $0.classes = ["no-scaled-link"]
      }, "<img alt=\"a.png\" class=\"no-scaled-link\" src=\"a.png\" style=\"width: 50%;\" />")
  }

  @Test func `Files to download`() {
    func file(_ target: String) -> Paragraph {
      Paragraph(DownloadReference("a").with { $0.reftarget = target })
    }
    expectHTML(
      file("b.zip"),
      "<p><a class=\"reference download internal\" download=\"\" href=\"b.zip\">a</a></p>")
    expectHTML(
      file("https://c.org/b"),
      "<p><a class=\"reference download external\" download=\"\" href=\"https://c.org/b\">a</a></p>"
    )
    expectHTML(file("javascript:b"), "<p>a</p>")
  }

  @Test func `Environments of formulas`() {
    let math = MathBlock(text: "\\begin{align}\na\n\\end{align}")
    math.classes = ["amsmath"]
    math["nowrap"] = true
    expectHTML(
      math,
      """
      <div class="amsmath math notranslate nohighlight">
      \\[\\begin{align}
      a
      \\end{align}\\]</div>
      """)
  }

  @Test(arguments: 0..<20)
  func `Special characters are escaped wherever they stand`(place: Int) {
    for (character, entity) in [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")] {
      // Those beside them differ in a bit or by one.
      let before = String("'%=?6|$#;:Ä&$'%=?6|$".prefix(place))
      let text = before + character + "'%=?"
      let escaped = before.split(separator: "&", omittingEmptySubsequences: false)
        .joined(separator: "&amp;")
      expectHTML(Paragraph(text), "<p>\(escaped)\(entity)'%=?</p>")
    }
  }
}
