import DocTree
import DocTreeTesting
import Testing

/// `:no-typesetting:`, modules that begin sections, and what else leaves the tree.
@Suite struct HiddenDescriptionTests {
  @Test func onlyTheIDsStay() throws {
    let page = try MystPage(
      """
      ````{py:class} C
      :no-typesetting:
      text {ref}`nowhere`

      ```{py:method} m()
      :no-typesetting:
      ```
      ````
      ```{c:function} int f(int a)
      :no-typesetting:
      ```
      ```{py:function} g()
      :no-typesetting:
      :no-index:
      ```

      {py:meth}`C.m` {c:func}`f`
      """)
    #expect(page.messages == [])
    #expect(page.document.findAll(Desc.self).isEmpty)
    #expect(page.document.findAll(Target.self).map(\.refid) == ["C", "c.f"])
    #expect(page.document.findAll(Paragraph.self).map(\.ids) == [["c.f", "C", "C.m"]])
    #expect(page.document.findAll(Reference.self).map(\.refid) == ["C.m", "c.f"])
  }

  @Test func modulesThatBeginSectionsAreTheSections() throws {
    let page = try MystPage(
      """
      # T
      ```{py:module} m
      ```
      # S
      ```{py:module} m
      :no-index-entry:
      ```
      {py:mod}`x.y`
      # U
      ```{py:module} x.y
      :synopsis: What
      :platform: Unix
      :deprecated:
      ```
      """, ["suppress_warnings": "ref.duplicate"])
    #expect(
      page.document.findAll(Section.self).map(\.ids) == [
        ["module-m", "t"], ["s"], ["module-x.y", "u"],
      ])
    #expect(page.document.findAll(Target.self).map(\.refid) == ["module-0"])
    #expect(page.document.findAll(Paragraph.self).map(\.ids) == [["module-0"]])
    let reference = try #require(page.document.findAll(Reference.self).first)
    #expect(reference.refid == "module-x.y")
    #expect(reference.title == "x.y: What (deprecated) (Unix)")
  }

  @Test func metaFieldsArePythons() throws {
    let page = try MystPage(
      """
      ```{py:function} f()

      :meta private: x
      :meta: x
      :returns: y
      ```
      ```{js:function} f()

      :meta: x
      ```
      """, ["myst.enable_extensions": "fieldlist"], phase: .read)
    #expect(page.document.findAll(FieldName.self).map { $0.astext() } == ["Returns", "Meta"])
  }

  @Test func whatIsBelowADescriptionStandsInItsModuleAndClass() throws {
    let page = try MystPage(
      """
      ```{py:currentmodule} around
      ```
      ```{py:method} C.m(a: A)
      :module: mod

      :param B b: text
      {py:obj}`c`
      ```
      {py:obj}`d`
      """, ["myst.enable_extensions": "fieldlist"], phase: .read)
    #expect(
      page.document.findAll(PendingXref.self).map { xref in
        [xref.reftarget ?? ""] + ["py:module", "py:class"].map { xref[$0]?.text ?? "-" }
      } == [
        ["A", "around", "True"], ["B", "mod", "C"], ["c", "mod", "C"], ["d", "around", "True"],
      ])
  }

  @Test func annotationsStandBeforeTypes() throws {
    let page = try MystPage(
      "```{py:data} d\n:annotation: = 3\n:type: X\n:value: 1\n```\n", phase: .read)
    #expect(
      page.document.findAll(DescAnnotation.self).map { $0.astext() } == [" = 3", ": X", " = 1"])
    #expect(page.document.findAll(DescAnnotation.self).first?.children.first is DescSigSpace)
  }

  @Test func referencesOfCStandInItsScope() throws {
    let page = try MystPage(
      """
      {c:func}`a`

      ```{c:namespace} N
      ```
      {c:func}`b`

      ```{c:namespace} NULL
      ```
      {c:func}`c`
      """, phase: .read)
    #expect(
      page.document.findAll(PendingXref.self).map { $0["c:parent_key"]?.text } == [
        nil, "[(N, None)]", "[]",
      ])
  }

  @Test func tablesOfContentsHaveTheirCaptionsAsTitles() throws {
    let page = try MystPage(
      "{ref}`tc`\n\n```{toctree}\n:name: tc\n:caption: Foo\n```\n\n```{toctree}\n:name: no\n```\n\n{ref}`no`\n"
    )
    #expect(page.document.findAll(Reference.self).map { $0.astext() } == ["Foo"])
    #expect(page.messages.count == 1)
  }
}
