import DocTree
import DocTreeTesting
import Testing

/// The class names are those of sphinx-design 0.8.
@Suite struct DesignTests {
  @Test func gridsOfCards() throws {
    let page = try MystPage(
      """
      ::::{grid} 1 2 3 4
      :gutter: 2
      :outline:
      :class-row: a

      :::{grid-item-card} Title
      :link: https://example.org
      :link-alt: hey
      Header
      ^^^
      Body
      +++
      Footer
      :::
      :::{grid-item}
      :columns: 6
      text
      :::
      ::::
      """, ["myst.enable_extensions": "colon_fence"])
    expectLines(
      try page.written(to: "html"),
      """
      <div class="sd-container-fluid sd-sphinx-override sd-mb-4 sd-border-1 docutils">
      <div class="sd-row sd-row-cols-1 sd-row-cols-xs-1 sd-row-cols-sm-2 sd-row-cols-md-3 sd-row-cols-lg-4 sd-g-2 sd-g-xs-2 sd-g-sm-2 sd-g-md-2 sd-g-lg-2 a docutils">
      <div class="sd-col sd-d-flex-row docutils">
      <div class="sd-card sd-sphinx-override sd-w-100 sd-shadow-sm sd-card-hover docutils">
      <div class="sd-card-header docutils">
      <p class="sd-card-text">Header</p>
      </div>
      <div class="sd-card-body docutils">
      <div class="sd-card-title sd-font-weight-bold docutils">
      Title
      </div>
      <p class="sd-card-text">Body</p>
      </div>
      <div class="sd-card-footer docutils">
      <p class="sd-card-text">Footer</p>
      </div>
      <a class="sd-stretched-link sd-hide-link-text reference external" href="https://example.org"><span>hey</span></a>
      </div>
      </div>
      <div class="sd-col sd-d-flex-column sd-col-6 sd-col-xs-6 sd-col-sm-6 sd-col-md-6 sd-col-lg-6 docutils">
      <p>text</p>
      </div>
      </div>
      </div>
      """)
    expectLines(
      try page.written(to: "text"), "Header\n\n**Title**\n\nBody\n\nFooter\n\nhey\n\ntext")
    #expect(page.messages.isEmpty)
  }

  @Test func partsOfCardsCanBeDirectives() throws {
    let page = try MystPage(
      """
      ````{card} T
      :img-top: a.png
      :header: Not this
      ```{card-header}
      This
      ```
      Body
      ````
      """)
    expectLines(
      page.tree,
      """
      <component classes="sd-card sd-sphinx-override sd-mb-3 sd-shadow-sm" design_component="card">
          <image alt="" candidates="{'*': 'a.png'}" classes="sd-card-img-top" uri="a.png">
          <component classes="sd-card-header" design_component="card-header">
              <paragraph classes="sd-card-text">
                  This
          <component classes="sd-card-body" design_component="card-body">
              <card_title classes="sd-card-title sd-font-weight-bold">
                  T
              <paragraph classes="sd-card-text">
                  Body
      """)
  }

  @Test func linesInCardsHaveTheirPlace() throws {
    let page = try MystPage(
      """
      ```{card}
      Header
      ^^^
      {unknown}`x`
      ```
      """)
    #expect(page.messages.count == 1)
    #expect(page.messages.first?.hasPrefix("<string>:4:1: ") == true)
  }

  @Test func tabs() throws {
    let page = try MystPage(
      """
      ````{tab-set}
      :sync-group: g
      ```{tab-item} One
      :sync: one
      Text 1
      ```
      ```{tab-item} Two **b**
      :selected:
      :name: two
      Text 2
      ```
      ````
      """)
    expectLines(
      try page.written(to: "html"),
      """
      <div class="sd-tab-set docutils">
      <input id="sd-tab-item-0" name="sd-tab-set-0" type="radio" />
      <label class="sd-tab-label" data-sync-group="g" data-sync-id="one" for="sd-tab-item-0">One</label>
      <div class="sd-tab-content docutils">
      <p>Text 1</p>
      </div>
      <span id="two"></span><input checked="checked" id="sd-tab-item-1" name="sd-tab-set-0" type="radio" />
      <label class="sd-tab-label" for="sd-tab-item-1">Two <strong>b</strong></label>
      <div class="sd-tab-content docutils">
      <p>Text 2</p>
      </div>
      </div>
      """)
    expectLines(
      try page.written(to: "text"),
      """
      -[ One ]-

         Text 1

      -[ Two **b** ]-

         Text 2
      """)
  }

  @Test func tabsOfCode() throws {
    let page = try MystPage(
      """
      `````{tab-set-code}
      ```python
      a
      ```
      ```{code-block} swift
      :caption: C
      b
      ```
      no code
      `````
      """)
    let items = page.document.findAll(where: { $0.kind.name == "tab_item" })
    #expect(items.map { ($0 as? Element)?.children.first?.astext() } == ["PYTHON", "SWIFT"])
    #expect(
      page.messages == [
        "<string>:9:1: warning: a tab-set-code contains blocks of code only; this is left out "
          + "[design.tab]"
      ])
  }

  @Test func dropdowns() throws {
    let page = try MystPage(
      """
      ```{dropdown} Drop *t*
      :open:
      :color: primary
      :icon: alert
      :animate: fade-in
      Body
      ```
      """)
    expectLines(
      try page.written(to: "html"),
      """
      <details class="sd-sphinx-override sd-dropdown sd-card sd-mb-3 sd-fade-in" open="open">
      <summary class="sd-summary-title sd-card-header sd-bg-primary sd-bg-text-primary">
      <span class="sd-summary-icon"><span class="sd-octicon sd-octicon-alert"></span></span><span class="sd-summary-text">Drop <em>t</em></span><span class="sd-summary-state-marker sd-summary-chevron-right">›</span></summary>
      <div class="sd-summary-content sd-card-body docutils">
      <p class="sd-card-text">Body</p>
      </div>
      </details>
      """)
    expectLines(try page.written(to: "text"), "-[ Drop *t* ]-\n\n   Body")
  }

  @Test func buttons() throws {
    let page = try MystPage(
      """
      (here)=
      # A heading

      ```{button-link} https://example.org
      :color: primary
      :shadow:
      Click
      ```

      ```{button-ref} here
      :ref-type: ref
      :expand:
      :outline:
      :color: info
      Go
      ```
      """)
    let html = try page.written(to: "html")
    #expect(
      html.contains(
        "<p><a class=\"sd-sphinx-override sd-btn sd-text-wrap sd-btn-primary sd-shadow-sm "
          + "reference external\" href=\"https://example.org\"><span>Click</span></a></p>"))
    #expect(html.contains("<span class=\"sd-d-grid\">"))
    #expect(html.contains("href=\"#here\""))
    #expect(page.messages.isEmpty)
  }

  @Test func badgesAndIcons() throws {
    let page = try MystPage(
      """
      {bdg}`plain` {bdg-success-line}`s; a tip` {bdg-link-primary}`text <https://example.org>` \
      {octicon}`report;1em;sd-text-info` {fas}`spinner`
      """)
    expectLines(
      try page.written(to: "html"),
      """
      <p><span class="sd-sphinx-override sd-badge">plain</span> <span class="sd-sphinx-override \
      sd-badge sd-outline-success sd-text-success" title="a tip">s</span> <a class="sd-sphinx-override \
      sd-badge sd-bg-primary sd-bg-text-primary reference external" \
      href="https://example.org"><span>text</span></a> <span class="sd-octicon sd-octicon-report \
      sd-text-info">report</span> <span aria-label="spinner" class="fas fa-spinner" role="img">\
      </span></p>
      """)
    expectLines(try page.written(to: "text"), "plain s text [report] [spinner]")
  }

  @Test(arguments: [
    ("```{grid} 13\na\n```", "the number of columns '13' is not allowed"),
    ("```{card-carousel} x\na\n```", "a card-carousel cannot show 'x' cards; allowed: 1 to 12"),
    ("```{card}\n:margin: 1 2\na\n```", "Invalid option value for 'margin': 1 2"),
    ("```{dropdown} a\n:color: red\nb\n```", "Invalid option value for 'color': red"),
    ("```{grid}\na\n```", "a grid contains grid-item and grid-item-card only"),
  ])
  func mistakesAreExplained(markdown: String, message: String) throws {
    let page = try MystPage(markdown)
    #expect(page.messages.contains { $0.contains(message) }, "\(page.messages)")
  }

  @Test(arguments: [
    ("```{tab-item} A\nx\n```", "<string>:1:1: warning: the parent of a tab-item"),
    ("```{grid-item}\nx\n```", "<string>:1:1: warning: the parent of a grid-item"),
    ("```{card-header}\nx\n```", "<string>:1:1: warning: the parent of a card-header"),
    ("```{card}\n:link:\nx\n```", "<string>:2:"),
    ("```{dropdown} D\n:class-title:\n\nx\n```", "<string>:2:"),
  ])
  func partsOutsideAndEmptyOptionsAreWarnedOf(text: String, start: String) throws {
    let page = try MystPage(text)
    #expect(page.messages.count == 1)
    #expect(page.messages.first?.hasPrefix(start) == true)
  }
}
