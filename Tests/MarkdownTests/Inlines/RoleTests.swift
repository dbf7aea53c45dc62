import DocTree
import Testing

@testable import DocTreeMarkdown

@Suite struct RoleTests {
  @Test("Roles end at the first run of their length, and hide their text from other markup")
  func roles() throws {
    let text = "a {abbr}`x` {abbr}``a`b`` {abbr}`_d_` \\{abbr}`y` {abbr}`l\nm` {abbr}`a``b`"
    #expect(
      try InlineTestContext().read(text) == """
        <paragraph>
            a
            <abbreviation>
                x
            <abbreviation>
                a`b
            <abbreviation>
                _d_
             {abbr}
            <literal>
                y
            <abbreviation>
                l m
            <abbreviation>
                a
            <literal>
                b
        """)
  }
}
