import DocTree
import Testing

/// The expectations are what docutils 0.22.4 makes of the same texts.
@Suite struct IdentifierTests {
  @Test(arguments: [
    ("a.b.c", "a-b-c"), (" - a - b - c - ", "a-b-c"), ("1abc", "abc"), ("1", ""), ("ß", "sz"),
    ("ø", "o"), ("é", "e"), ("Straße", "strasze"), ("C++", "c"), ("日本", ""), (" _A  b_", "a-b"),
    ("1-2 a 3", "a-3"), ("Æsop ŒUVRE", "aesop-oeuvre"), ("", ""),
  ])
  func case67_identifiers(_ text: String, _ identifier: String) {
    #expect(Identifier.make(from: text) == identifier)
  }

  @Test(arguments: [
    ("ﬁx", "fix"), ("℃ x", "x"), ("ǿ", ""), ("Ⅷ", "viii"), ("x²", "x2"), ("ſ", "s"),
    ("İI", "ii"), ("a–b", "ab"), ("a\u{301}", "a"), ("①", ""), ("½", ""), ("ΣΑΣ", ""),
    ("𝐳𝒜ａ", "z-a"), ("ǆ㎯", "dzrads2"), ("a\u{A0}b", "a-b"), ("\u{10FFFF}", ""), ("K", "k"),
  ])
  func compatibilityCharacters(_ text: String, _ identifier: String) {
    #expect(Identifier.make(from: text) == identifier)
  }

  @Test func anIdentifierIsItsOwn() {
    #expect(Identifier.isValid("a-b2"))
    #expect(!Identifier.isValid("A"))
    #expect(!Identifier.isValid("a--b"))
    #expect(!Identifier.isValid("2a"))
  }
}

@Suite struct ReferenceNameTests {
  @Test func case68_namesAreNormalized() {
    #expect(ReferenceName.normalized("  AaA\n\r\naAa\tAaA") == "aaa aaa aaa")
    #expect(ReferenceName.whitespaceNormalized("  AaA\n\r\naAa\tAaA") == "AaA aAa AaA")
    #expect(ReferenceName.normalized("plain name") == "plain name")
    #expect(ReferenceName.normalized(" ") == "")
    #expect(ReferenceName.normalized("a ") == "a")
  }

  @Test func whiteSpaceAndCaseAreThoseOfUnicode() {
    #expect(ReferenceName.normalized("a\u{A0}b\u{1680}c\u{1C}d\u{200B}e") == "a b c d\u{200B}e")
    #expect(ReferenceName.normalized("ΣΑΣ ΑΣ. Σ AΣ") == "σας ας. σ aς")
    #expect(ReferenceName.normalized("É\u{85}İ") == "é i\u{307}")
  }
}
