import Testing

@testable import DocTreeMarkdown

@Suite struct TopLevelDomainTests {
  @Test(
    "What may be in an address",
    arguments: [
      "a.com", "see a.DE.", "x@y", "//x", "http://x", "1.2.org", "a.xn--b", "a.b.é", "a.c\u{212A}",
      "main.rs",
    ])
  func possible(_ text: String) {
    #expect(Self.mayFollow(text))
  }

  @Test(
    "What is in none",
    arguments: ["", ".", "a.", "e.g. this", "1.25", "main.swift", "a/b", "...x", "a.zz"])
  func impossible(_ text: String) {
    #expect(!Self.mayFollow(text))
  }

  private static func mayFollow(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(TopLevelDomain.mayFollow)
  }
}
