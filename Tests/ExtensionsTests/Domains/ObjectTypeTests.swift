import DocTree
import Testing

/// Things of one name and different types, and what their ids keep of their names.
@Suite struct ObjectTypeTests {
  private func links(_ markdown: String) throws -> (page: MystPage, links: [String?]) {
    let page = try MystPage(markdown)
    return (page, page.document.findAll(Reference.self).map(\.refid))
  }

  @Test func typesAreToldApart() throws {
    let (page, links) = try links(
      """
      ```{rst:directive} note
      ```
      ```{rst:role} note
      ```
      ```{envvar} X
      ```
      ```{confval} X
      ```
      {rst:role}`note` {rst:dir}`note` {confval}`X` {envvar}`X`
      """)
    #expect(links == ["role-note", "directive-note", "confval-X", "envvar-X"])
    #expect(
      page.document.findAll(Reference.self).map(\.title) == [
        "note role", "note directive", nil, nil,
      ])
    #expect(page.messages == [])
  }

  @Test func linksHaveAllOfThemToChooseFrom() throws {
    let (page, links) = try links(
      """
      ```{rst:role} note
      ```
      ```{rst:directive} note
      ```
      ```{envvar} X
      ```
      ```{confval} X
      ```
      {any}`note` {any}`X`
      """)
    #expect(links == ["directive-note", "confval-X"])
    #expect(
      page.messages == [
        "<string>:9:1: warning: more than one target found for 'any' cross-reference note: could be "
          + ":rst:dir:`note directive` or :rst:role:`note role` [ref.any]",
        "<string>:9:13: warning: more than one target found for 'any' cross-reference X: could be "
          + ":std:confval:`X` or :std:envvar:`X` [ref.any]",
      ])
  }

  @Test(
    arguments: [
      ("option", "-O0", ["cmdoption-gcc-O0"]),
      ("option", "/W, --UP", ["cmdoption-gcc-W", "cmdoption-gcc-UP"]),
      ("option", "--with.dots", ["cmdoption-gcc-with.dots"]),
      ("option", "--under_score", ["cmdoption-gcc-under_score"]),
      ("option", "+", ["cmdoption-gcc-arg-0"]), ("option", "out=", ["cmdoption-gcc-arg-out"]),
      ("confval", "max  size", ["confval-max-size"]), ("envvar", "A_b", ["envvar-A_b"]),
      ("rst:role", "c:Expr", ["role-c-Expr"]),
    ])
  func idsKeepWhatTheyCan(_ directive: String, _ name: String, _ ids: [String]) throws {
    let page = try MystPage("```{program} gcc\n```\n```{\(directive)} \(name)\n```\n", phase: .read)
    #expect(page.document.findAll(DescSignature.self).map(\.ids) == [ids])
  }

  @Test func optionsDifferInCase() throws {
    let (page, links) = try links(
      "```{option} -v\n```\n```{option} -V\n```\n```{option} f\n```\n```{option} f\n```\n{option}`-V` {option}`-v`"
    )
    #expect(links == ["cmdoption-V", "cmdoption-v"])
    #expect(
      page.document.findAll(DescSignature.self).flatMap(\.ids) == [
        "cmdoption-v", "cmdoption-V", "cmdoption-arg-f", "cmdoption-arg-0",
      ])
  }

  @Test func optionsOfDirectivesBelongToThem() throws {
    let (page, links) = try links(
      """
      `````{rst:directive} foo
      ```{rst:directive:option} baz: str
      ```
      ````{rst:directive} sub
      ```{rst:directive:option} baz
      ```
      ````
      ```{rst:role} a:b
      ```
      `````
      ```{rst:directive:option} baz
      ```
      {rst:dir}`foo:baz` {rst:dir}`baz`
      """)
    #expect(links == ["directive-option-foo-baz", "directive-option-baz"])
    #expect(
      page.document.findAll(DescSignature.self).map {
        "\($0.ids) \($0.tocName ?? "") \($0.tocParts ?? "")"
      } == [
        #"["directive-foo"] .. foo:: ('foo',)"#,
        #"["directive-option-foo-baz"] :baz: ('foo', 'baz')"#,
        #"["directive-sub"] .. foo:sub:: ('foo', 'sub')"#,
        #"["directive-option-sub-baz"] :baz: ('foo', 'sub', 'baz')"#,
        #"["role-a-b"] :foo:a:b: ('foo', 'a', 'b')"#,
        #"["directive-option-baz"] :baz: ('baz',)"#,
      ])
    #expect(
      page.document.findAll(Index.self).flatMap(\.entries.items).map(\.value) == [
        "foo (directive)", "foo (directive); :baz: (directive option)", "sub (directive)",
        "sub (directive); :baz: (directive option)", "a:b (role)", ":baz: (directive option)",
      ])
  }
}
