import Testing

@testable import DocTreeCommandLine

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("カ", 2), ("ｶ", 1), ("Ａ", 2), ("한", 2),
    ("\u{200B}", 0), ("\u{AD}", 0), ("😀", 2), ("👩‍👩‍👧", 2), ("🇯🇵", 2), ("❤", 1), ("❤️", 2),
    ("…", 1), ("𠮷", 2), ("д", 1), ("\u{1100}\u{1161}", 2),
  ])
  func countsColumns(character: String, columns: Int) throws {
    #expect(character.count == 1)
    #expect(DisplayWidth.columns(of: try #require(character.first)) == columns)
  }

  @Test func keepsTabs() {
    #expect(DisplayWidth.blanks(for: "a\t日\te\u{301}") == " \t  \t ")
    #expect(DisplayWidth.blanks(for: "“é” … \u{AD}") == "      ")
  }
}
