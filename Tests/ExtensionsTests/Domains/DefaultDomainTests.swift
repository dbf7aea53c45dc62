import DocTree
import DocTreeTesting
import Testing

/// Directives and roles whose names have no domain in front.
@Suite struct DefaultDomainTests {
  private func page(_ markdown: String, _ settings: [String: String] = [:]) throws -> MystPage {
    try MystPage(markdown, settings, phase: .read)
  }

  /// The domains of descriptions and references, in the order of the document.
  private func domains(_ page: MystPage) -> [String] {
    page.document.findAll([Desc.self, PendingXref.self]).map { element in
      (element as? Desc).map { "\($0.domain ?? ""):\($0.objtype ?? "")" }
        ?? (element as? PendingXref).map { "\($0.refdomain ?? "")-\($0.reftype ?? "")" } ?? ""
    }
  }

  private func warnings(_ page: MystPage) -> [String] {
    page.document.diagnostics.filter { $0.severity >= .warning }.map(\.description)
  }

  @Test func thePrimaryDomainIsPython() throws {
    let page = try page(
      """
      {func}`f` {class}`C` {meth}`m` {mod}`m` {attr}`a` {exc}`e` {c:func}`f` {ref}`x` {py:ref}`x`

      ```{function} f(x)
      ```
      ```{class} C
      ```
      ```{module} m
      ```
      ```{data} d
      ```
      ```{option} -x
      ```
      ```{py:option} -y
      ```
      ```{describe} o
      ```
      """)
    #expect(
      domains(page) == [
        "py-func", "py-class", "py-meth", "py-mod", "py-attr", "py-exc", "c-func", "std-ref",
        "std-ref", "py:function", "py:class", "py:data", "std:option", "std:option", ":describe",
      ])
    #expect(page.document.findAll(DescSignature.self).map(\.ids)[2] == ["m.d"])
    #expect(page.messages == [])
  }

  @Test func aDirectiveNamesAnotherFromItsPlaceOn() throws {
    let page = try page(
      """
      - {func}`a`

        > ```{function} f(x)
        > {func}`b`
        > ```

      ```{default-domain} C
      ```
      ````{note}
      ```{function} int f(int x)
      {func}`f`
      ```
      {struct}`S`
      ````
      ```{py:function} f()
      {func}`c`
      ```
      ```{default-domain} js
      ```
      {func}`f` {option}`-x`

      ```{option} -x
      ```
      """)
    #expect(
      domains(page) == [
        "py-func", "py:function", "py-func", "c:function", "c-func", "c-struct", "py:function",
        "c-func", "js-func", "std-option", "std:option",
      ])
    #expect(page.messages == [])
  }

  @Test func anUnknownDomainIsNone() throws {
    let page = try page(
      """
      ```{default-domain} nope
      ```
      ```{class} special
      ```
      a

      ```{function} f()
      ```
      {func}`f`
      """)
    #expect(domains(page) == [])
    try page.finish()
    #expect(page.tree.contains(#"<paragraph classes="special">"#))
    #expect(
      warnings(page).map { $0.split(separator: ";")[0].split(separator: ".")[0] } == [
        "<string>:7:1: warning: Unknown directive type: 'function'",
        #"<string>:9:1: warning: Unknown interpreted text role "func""#,
      ])
  }

  @Test func theConfigurationNamesThePrimaryDomain() throws {
    let markdown = "{func}`f`\n\n```{function} int f(int x)\n```\n"
    #expect(domains(try page(markdown, ["primary_domain": "c"])) == ["c-func", "c:function"])
    #expect(domains(try page(markdown, ["primary_domain": ""])) == [])
    #expect(domains(try page(markdown, ["dialect": "docutils"])) == [])
  }

  @Test func whatIsIncludedBeginsWithTheDomainAroundIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("{func}`a`\n\n```{default-domain} js\n```\n{func}`b`\n", to: "part.md")
    let page = try MystPage(
      """
      ```{default-domain} c
      ```
      ```{include} part.md
      ```
      {func}`c`
      """, file: folder.path + "/index.md", phase: .read)
    #expect(domains(page) == ["c-func", "js-func", "c-func"])
  }

  @Test func namesOfTheDomainAreSuggested() throws {
    let page = try page("```{functoin} f()\n```")
    #expect(
      warnings(page) == [
        "<string>:1:1: warning: Unknown directive type: 'functoin'; did you mean 'function'? "
          + "[myst.directive_unknown]"
      ])
  }
}
