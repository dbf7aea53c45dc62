import DocTree
import Testing
import Translators

/// Expectations that are not marked otherwise are what Sphinx 9.0 writes.
@Suite struct WrappingTests {
  @Test func linesEndAtSpacesHyphensAndDashes() throws {
    #expect(
      try plain(Paragraph(fox + fox)) == """
        The quick brown fox jumps over the lazy dog while the well-known
        state-of-the-art machine, a high-performance engine--and not a slow
        one--runs on. The quick brown fox jumps over the lazy dog while the
        well-known state-of-the-art machine, a high-performance engine--and
        not a slow one--runs on.

        """)
  }

  @Test func longWordsAreBrokenWhereTheyStand() throws {
    let address =
      "https://example.org/a/very/long/address/that/does/not/fit/into/one/line/of/seventy/columns"
    #expect(
      try plain(Paragraph("See \(address) and more.")) == """
        See https://example.org/a/very/long/address/that/does/not/fit/into/one
        /line/of/seventy/columns and more.

        """)
  }

  @Test func softLineBreaksAreSpaces() throws {
    #expect(try plain(Paragraph("a\nb\tc")) == "a b c\n")
  }

  /// Sphinx joins the two lines.
  @Test func hardBreaksEndLines() throws {
    #expect(try plain(Paragraph("a", HardBreak(), "b")) == "a\nb\n")
    #expect(try plain(Paragraph("a ", HardBreak(), "  b", HardBreak())) == "a\nb\n")
  }

  @Test func whatHasNoTextTakesNoLine() throws {
    #expect(try plain(Paragraph("a"), Paragraph(), Paragraph(" "), Paragraph("b")) == "a\n\nb\n")
    #expect(try plain(Paragraph()) == "")
  }

  @Test func noWidthMeansNoWrapping() throws {
    let text = fox + fox
    #expect(try plain(Paragraph(text), width: 0) == text.dropLast() + "\n")
    #expect(try plain(BulletList(item(fox)), width: 0) == "* " + fox.dropLast() + "\n")
  }

  /// Of our own: Sphinx's width is fixed.
  @Test func narrowWidthsAreKept() throws {
    #expect(
      try plain(Paragraph("one three seventeen"), width: 6) == "one\nthree\nsevent\neen\n")
    #expect(try plain(Paragraph("ab c"), width: 1) == "a\nb\nc\n")
    #expect(
      try plain(BulletList(item("one two three")), width: 8) == """
        * one
          two
          three

        """)
  }

  @Test(arguments: [1, 2, 3, 5, 10, 20, 69, 70, 71])
  func noLineIsTooWide(width: Int) throws {
    let output = try plain(
      Paragraph(fox), BlockQuote(BlockQuote(Paragraph(fox), BulletList(item(fox, fox)))),
      Transition(), Paragraph("日本語、（とても）長い文。"), width: width)
    // A wide character does not fit one column.
    let limit = max(width, 2)
    for line in output.split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= limit, "\(line)")
    }
  }

  @Test func wideCharactersWrapAnywhere() throws {
    let text =
      "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所で"
      + "ニャーニャー泣いていた事だけは記憶している。"
    #expect(
      try plain(Paragraph(text)) == """
        吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何で
        も薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。

        """)
  }

  @Test func latinWordsInJapaneseStayWhole() throws {
    let text =
      "Swiftは速い言語です。DocTreeは文書をHTMLとtextに変換します。日本語と英語English混在textの"
      + "折り返しを確認するための長い文章です。"
    #expect(
      try plain(Paragraph(text)) == """
        Swiftは速い言語です。DocTreeは文書をHTMLとtextに変換します。日本語と英
        語English混在textの折り返しを確認するための長い文章です。

        """)
  }

  /// Kinsoku is of our own: Sphinx ends a line anywhere.
  @Test func closingPunctuationBeginsNoLine() throws {
    #expect(try plain(Paragraph("日本語、文"), width: 6) == "日本\n語、文\n")
    #expect(try plain(Paragraph("日本語」。文"), width: 6) == "日本\n語」。\n文\n")
    #expect(try plain(Paragraph("キャッチャー"), width: 4) == "キャ\nッチ\nャー\n")
    #expect(try plain(Paragraph("日本Swift。文"), width: 10) == "日本\nSwift。文\n")
    #expect(try plain(Paragraph("日本語(x)文"), width: 7) == "日本語\n(x)文\n")
  }

  @Test func openingPunctuationEndsNoLine() throws {
    #expect(try plain(Paragraph("日本（文）"), width: 6) == "日本\n（文）\n")
    #expect(try plain(Paragraph("日本「『文"), width: 8) == "日本\n「『文\n")
    #expect(try plain(Paragraph("日本", Literal("文")), width: 6) == "日\n本\"文\"\n")
  }

  @Test func ideographicSpacesBeginParagraphsAndEndNoLines() throws {
    #expect(try plain(Paragraph("　日本")) == "　日本\n")
    #expect(try plain(Paragraph("日本　文字"), width: 4) == "日本\n文字\n")
  }

  @Test func noBreakAndZeroWidthSpaces() throws {
    #expect(try plain(Paragraph("a b\u{A0}c"), width: 4) == "a\nb\u{A0}c\n")
    #expect(try plain(Paragraph("abc\u{200B}def"), width: 4) == "abc\u{200B}\ndef\n")
  }

  @Test func charactersOfSeveralScalarsAreNotTorn() throws {
    #expect(
      try plain(Paragraph("e\u{301}e\u{301}e\u{301}"), width: 2) == "e\u{301}e\u{301}\ne\u{301}\n")
    #expect(try plain(Paragraph("👩‍👩‍👧🇯🇵👍🏽"), width: 2) == "👩‍👩‍👧\n🇯🇵\n👍🏽\n")
  }
}
