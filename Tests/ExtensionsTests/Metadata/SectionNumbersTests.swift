import DocTree
import DocTreeTesting
import Testing

@Suite struct SectionNumbersTests {
  @Test func sectionsAreNumberedDownToADepth() throws {
    let page = try MystPage(
      """
      ```{sectnum}
      :depth: 2
      :prefix: A.
      :start: 3
      ```

      # One

      ## Two

      ### Three

      ## Four

      # Five
      """)
    let space = "\u{A0}\u{A0}\u{A0}"
    #expect(
      page.document.findAll(Title.self).map { $0.astext() } == [
        "A.3\(space)One", "A.3.1\(space)Two", "Three", "A.3.2\(space)Four", "A.4\(space)Five",
      ])
  }
}
