import DocTree
import DocTreeTesting
import Testing
import Translators

/// Which lists and tables are written how, as in Sphinx 9.0.
@Suite struct HTMLListTests {
  private func item(_ nodes: Node...) -> ListItem { ListItem(children: nodes) }

  @Test func `A list is simple if all in it is a paragraph or a simple list`() {
    let inner = BulletList(item(Paragraph("b")))
    let list = BulletList(item(Paragraph("a"), inner), item(Paragraph("d"), Comment(text: "c")))
    expectHTML(
      list,
      """
      <ul class="simple">
      <li><p>a</p>
      <ul>
      <li><p>b</p></li>
      </ul>
      </li>
      <li><p>d</p>
      </li>
      </ul>
      """)
    // What makes the inner one complex makes the outer one so.
    let other = BulletList(
      item(Paragraph("a"), EnumeratedList(item(Paragraph("b"), Paragraph("c")))),
      item(Paragraph("d"), BulletList(item(Paragraph("e")))))
    expectHTML(
      other,
      """
      <ul>
      <li><p>a</p>
      <ol class="arabic">
      <li><p>b</p>
      <p>c</p>
      </li>
      </ol>
      </li>
      <li><p>d</p>
      <ul class="simple">
      <li><p>e</p></li>
      </ul>
      </li>
      </ul>
      """)
  }

  @Test func `Classes and lists of contents decide before the items do`() {
    let nodes = [Paragraph("a"), Paragraph("b")]
    expectHTML(
      EnumeratedList(ListItem(nodes)).with { $0.classes = ["compact"] },
      "<ol class=\"arabic simple compact\">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>")
    expectHTML(
      BulletList(item(Paragraph("a"))).with { $0.classes = ["open"] },
      "<ul class=\"open\">\n<li><p>a</p></li>\n</ul>")
    expectHTML(
      Topic(BulletList(item(Image().with { $0.uri = "a" }))).with { $0.classes = ["contents"] },
      """
      <nav class="contents">
      <ul class="simple">
      <li>
      <img alt="a" src="a" />
      </li>
      </ul>
      </nav>
      """)
  }

  @Test func `Many nested lists take time in proportion`() {
    var list = BulletList(item(Paragraph("a"), Paragraph("b")))
    for _ in 0..<20_000 { list = BulletList(item(Paragraph("a"), list)) }
    let clock = ContinuousClock()
    let time = clock.measure { expectOutputs(list) }
    #expect(time < .seconds(20))
  }

  private func expectOutputs(_ list: BulletList) {
    do {
      let registry = try Registry(extensions: [StandardKinds(), HTMLFormat()])
      let (output, _) = try Document(list).translate(to: HTMLTranslator.self, registry: registry)
      #expect(output.count > 100_000)
    } catch { Issue.record(error) }
  }

  @Test func `Fields take turns`() {
    func field(_ name: String, _ body: Node...) -> Field {
      Field(FieldName(name), FieldBody(children: body))
    }
    expectHTML(
      FieldList(field("a", Paragraph("b")), field("c")).with {
        $0.classes = ["myst", "field-list"]
      },
      """
      <dl class="myst field-list simple">
      <dt class="field-odd">a<span class="colon">:</span></dt>
      <dd class="field-odd"><p>b</p></dd>
      <dt class="field-even">c<span class="colon">:</span></dt>
      <dd class="field-even"><p></p></dd>
      </dl>
      """)
  }

  @Test func `Definitions`() {
    func list(_ nodes: Node...) -> DefinitionList {
      DefinitionList(DefinitionListItem(Term("a"), Definition(children: nodes)))
    }
    expectHTML(
      list(Paragraph("b")),
      "<dl class=\"simple\">\n<dt>a</dt>\n<dd><p>b</p></dd>\n</dl>")
    expectHTML(
      list(Paragraph("b"), LiteralBlock("c")).with { $0.classes = ["myst"] },
      """
      <dl class="myst">
      <dt>a</dt>
      <dd><p>b</p>
      <div class="highlight-default notranslate"><div class="highlight"><pre><span></span>c
      </pre></div>
      </div>
      </dd>
      </dl>
      """)
  }

  private func table(_ classes: [String]) -> Table {
    func entry(_ text: String, _ classes: [String] = []) -> Entry {
      Entry(Paragraph(text)).with { $0.classes = classes }
    }
    let columns = ["10", "20"].map { width in Colspec().with { $0.colwidth = width } }
    columns[0].stub = 1
    return Table(
      Tgroup(
        columns, Thead(Row(entry("a"), entry("b", ["text-center"]))),
        Tbody(Row(entry("c"), entry("d"))))
    ).with { $0.classes = classes }
  }

  @Test func `Widths that an author gave, and columns of headings`() {
    expectHTML(
      table(["colwidths-given", "x"]),
      """
      <table class="x docutils align-default">
      <colgroup>
      <col style="width: 33.3%" />
      <col style="width: 66.7%" />
      </colgroup>
      <thead>
      <tr class="row-odd">
      <th class="head stub"><p>a</p></th>
      <th class="head text-center"><p>b</p></th>
      </tr>
      </thead>
      <tbody>
      <tr class="row-even">
      <th class="stub"><p>c</p></th>
      <td><p>d</p></td>
      </tr>
      </tbody>
      </table>
      """)
  }

  @Test func `Rows take turns over a whole table`() {
    let rows = ["a", "b"].map { Row(Entry(Paragraph($0))) }
    expectHTML(
      Table(Tgroup(Colspec(), Tbody(rows))),
      """
      <table class="docutils align-default">
      <tbody>
      <tr class="row-odd">
      <td><p>a</p></td>
      </tr>
      <tr class="row-even">
      <td><p>b</p></td>
      </tr>
      </tbody>
      </table>
      """)
  }

  @Test(arguments: [
    (HTMLTranslator.TableAlignment.attribute, "align=\"center\""),
    (.style, "style=\"text-align: center\""),
  ])
  func `GitHub's tables`(_ alignment: HTMLTranslator.TableAlignment, _ attribute: String) {
    var configuration = Configuration()
    configuration[HTMLTranslator.profile] = .commonmark
    configuration[HTMLTranslator.tableAlignment] = alignment
    expectHTML(
      table(["colwidths-given"]),
      """
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th \(attribute)>b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <th>c</th>
      <td>d</td>
      </tr>
      </tbody>
      </table>
      """, configuration: configuration)
  }

  @Test func `GitHub's boxes and strikethrough`() {
    var configuration = Configuration()
    configuration[HTMLTranslator.profile] = .commonmark
    func raw(_ text: String, _ syntax: String? = nil) -> Raw {
      Raw(text: text).with {
        $0.format = "html"
        $0.syntax = syntax
      }
    }
    let box = raw("<input class=\"c\" checked=\"checked\" disabled=\"disabled\" type=\"checkbox\">")
    let item = item(
      Paragraph(
        box, "a ", raw("<s>", "strikethrough"), "b", raw("</s>", "strikethrough"), raw("<s>")))
    item.classes = ["task-list-item"]
    expectHTML(
      BulletList(item).with { $0.isTight = true },
      """
      <ul>
      <li><input type="checkbox" checked="" disabled="" />a <del>b</del><s></li>
      </ul>
      """, configuration: configuration)
  }
}
