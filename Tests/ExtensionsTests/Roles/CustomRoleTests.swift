import DocTree
import DocTreeTesting
import Testing

/// Roles that documents define.
@Suite struct CustomRoleTests {
  private func chain(_ count: Int, use: Int) throws -> MystPage {
    let roles = (0..<count).map { "```{role} r\($0 + 1)\($0 > 0 ? "(r\($0))" : "")\n```\n" }
      .joined()
    return try MystPage("\(roles)\n{r\(use)}`x`\n", phase: .read)
  }

  @Test func rolesAreMadeOfOthers() throws {
    let page = try chain(3, use: 3)
    #expect(page.document.diagnostics.isEmpty)
    #expect(page.document.findAll(Inline.self).map(\.classes) == [["r1", "r2", "r3"]])
  }

  @Test func theDefaultRoleIsKnown() throws {
    let page = try MystPage(
      """
      ```{role} own
      ```

      ```{default-role} own
      ```

      ```{default-role}
      ```

      ```{default-role} emphasi
      ```
      """)
    #expect(
      page.messages == [
        "<string>:10:19: error: Unknown interpreted text role \"emphasi\". Did you mean \"emphasis\"?"
      ])
  }

  /// Each role calls the next.
  @Test(.timeLimit(.minutes(1))) func rolesAreNotMadeOfTooMany() throws {
    let page = try chain(2000, use: 101)
    #expect(
      page.document.findAll(Inline.self).map(\.classes) == [(1...101).map { "r\($0)" }])
    let first = try #require(page.document.diagnostics.first)
    #expect(
      first.message
        == "Roles may be made of at most 100 others, each of the next; \"r101\" is made of that many."
    )
    #expect(first.position.line == 203 && first.position.column == 16)
  }
}
