import DocTree
import DocTreeTesting
import Testing

@Suite struct CellsTests {
  @Test func cellsAreCode() throws {
    let page = try MystPage(
      """
      ```{code-cell} ipython3
      ---
      tags: [hide-input, wide]
      name: first
      ---
      a = 1
      ```
      """)
    expectLines(
      page.tree,
      """
      <cell classes="cell tag_hide-input tag_wide" ids="first" names="first">
          <cell classes="cell_input">
              <literal_block language="ipython3" xml:space="preserve">
                  a = 1
      """)
    expectLines(
      try page.written(to: "html"),
      """
      <div class="cell tag_hide-input tag_wide docutils container" id="first">
      <div class="cell_input docutils container">
      <div class="highlight-ipython3 notranslate"><div class="highlight"><pre><span></span>a = 1
      </pre></div>
      </div>
      </div>
      </div>
      """)
    expectLines(try page.written(to: "text"), "   a = 1")
  }

  @Test(arguments: ["remove-cell", "remove-input"])
  func someCellsAreLeftOut(tag: String) throws {
    let page = try MystPage("```{code-cell}\n:tags: [\(tag)]\na = 1\n```")
    #expect(page.tree == "")
  }

  @Test func tablesOfContentsShowWhatIsHidden() throws {
    let page = try MystPage(
      """
      ```{tableofcontents}
      ```

      ```{toctree}
      :hidden:
      https://example.org
      ```
      """)
    let place = try #require(page.document.children.first as? Element)
    #expect(place.kind.name == "tableofcontents")
    #expect(place.findAll(Reference.self).map(\.refuri) == ["https://example.org"])
  }
}
