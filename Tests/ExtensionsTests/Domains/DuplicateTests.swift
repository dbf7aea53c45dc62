import DocTree
import Testing

/// What is described twice in one document.
@Suite struct DuplicateTests {
  private func page(_ directives: String...) throws -> MystPage {
    try MystPage(directives.map { "```{\($0)\n```\n" }.joined(separator: "\n"), phase: .read)
  }

  private func ids(_ page: MystPage) -> [[String]] {
    page.document.findAll(DescSignature.self).map(\.ids)
  }

  @Test func theSecondOneHasANumber() throws {
    let page = try page(
      "py:function} f()", "py:function} f()", "js:function} f()", "option} -f", "option} -f",
      "envvar} F", "envvar} F", "confval} F", "confval} F", "rst:role} f", "rst:role} f")
    #expect(
      ids(page) == [
        ["f"], ["id0"], ["id1"], ["cmdoption-f"], ["cmdoption-0"], ["envvar-F"], ["envvar-0"],
        ["confval-F"], ["confval-0"], ["role-f"], ["role-0"],
      ])
    #expect(
      page.document.findAll(Index.self).map { $0.entries.items.first?.targetID ?? "" }
        == ids(page).compactMap(\.first))
    #expect(page.messages == [])
  }

  @Test func aDeclarationHasNoneAndIsWarnedOf() throws {
    let page = try page(
      "c:function} int f(int a)", "c:function} int f(int a)", "cpp:var} int x", "cpp:var} int x",
      "cpp:function} int g(int a)", "cpp:function} int g(char a)")
    #expect(ids(page).map(\.isEmpty) == [false, true, false, true, false, false])
    #expect(
      page.messages == [
        "<string>:4:1: warning: Duplicate C declaration of 'f()', which line 1 describes "
          + "already [duplicate_declaration.c]",
        "<string>:10:1: warning: Duplicate C++ declaration of 'x', which line 7 describes "
          + "already [duplicate_declaration.cpp]",
      ])
  }
}
