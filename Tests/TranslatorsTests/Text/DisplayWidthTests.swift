import Testing
import Translators

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("a\u{300}\u{323}b", 2), ("日本語", 6), ("ｱｲｳ", 3),
    ("Ａ１", 4), ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("か\u{3099}", 2), ("α…“”", 4),
    ("a\u{200B}b", 2), ("\u{FEFF}a", 1), ("a\u{AD}b", 3), ("שָׁלוֹם", 4), ("\u{7}a\u{9F}", 1),
    ("\u{2FFFD}", 2), ("　", 2),
  ])
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇯🇵", 2), ("🇯🇵🇫🇷", 4), ("🇯", 1), ("❤", 1), ("❤\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2), ("☀\u{FE0E}", 1), ("⭐", 2), ("👩\u{200D}", 2), ("👩\u{200D}a", 3),
    ("日\u{200D}本", 4),
  ])
  func emoji(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func scalars() {
    #expect(DisplayWidth.of("x" as Unicode.Scalar) == 1)
    #expect(DisplayWidth.of("\u{301}" as Unicode.Scalar) == 0)
    #expect(DisplayWidth.of("本" as Unicode.Scalar) == 2)
    #expect(DisplayWidth.of("\u{E000}" as Unicode.Scalar) == 1)
    #expect(DisplayWidth.of("\u{10FFFF}" as Unicode.Scalar) == 1)
  }
}
