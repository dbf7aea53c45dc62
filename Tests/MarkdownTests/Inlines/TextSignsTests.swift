import Testing

@testable import DocTreeMarkdown

@Suite struct TextSignsTests {
  private func signs(_ text: String, _ extensions: [String]) throws -> TextSigns {
    TextSigns(of: text, try InlineTestContext(extensions).syntax)
  }

  @Test(
    arguments: [
      ("Plain words, and a dot. Nothing - else + here! Why? a/b: (x)", []),
      ("it's", .quotes), ("a \"", .quotes), ("(c)", .replaced), ("(TM)", .replaced),
      ("+-1", .replaced), ("a--b", .replaced), ("!!!!", .replaced), (",,", .replaced),
      ("a@b", .address), ("//", .address), ("a.b", .address), ("a.é", .address),
      ("wait..", [.replaced, .address]),
    ] as [(String, TextSigns)])
  func oneLookTellsWhatMayBeChanged(text: String, expected: TextSigns) throws {
    #expect(try signs(text, ["smartquotes", "replacements", "linkify"]) == expected)
    // Wherever it stands among the bytes that are looked at four at a time.
    for count in 1...5 {
      let shifted = String(repeating: "x", count: count) + " " + text + "\n"
      #expect(try signs(shifted, ["smartquotes", "replacements", "gfm_autolink"]) == expected)
    }
  }

  @Test func onlyWhatIsSwitchedOnIsLookedFor() throws {
    let text = "\"a..\" (c) a@b.org"
    #expect(try signs(text, []) == [])
    #expect(try signs(text, ["smartquotes"]) == .quotes)
    #expect(try signs(text, ["replacements"]) == .replaced)
    #expect(try signs(text, ["linkify"]) == .address)
  }
}
