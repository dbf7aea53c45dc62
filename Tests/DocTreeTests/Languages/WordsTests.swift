import DocTree
import Testing

@Suite struct WordsTests {
  private func words(_ language: String, _ own: [String: String] = [:]) -> Words {
    var configuration = Configuration()
    configuration[Words.language] = language
    configuration[Words.replacements] = own
    return Words(configuration)
  }

  @Test func englishIsTheKey() {
    #expect(words("en")["Note"] == "Note")
    #expect(Words(Configuration())("Fig. %s", "1.2") == "Fig. 1.2")
  }

  @Test(arguments: ["ja", "ja-JP", "ja_JP", "JA"])
  func japanese(tag: String) {
    #expect(words(tag)["Note"] == "注釈")
    #expect(words(tag)("Fig. %s", "1.2") == "図 1.2")
    #expect(words(tag)("Section %s", "3") == "3 章")
    #expect(words(tag)["Release note"] == "Release note")
  }

  @Test(arguments: ["de", "de-AT"])
  func german(tag: String) {
    #expect(words(tag)["Note"] == "Bemerkung")
    #expect(words(tag)("Changed in version %s", "1.2") == "Geändert in Version 1.2")
  }

  @Test func anUnknownLanguageIsEnglish() {
    #expect(words("tlh")["Warning"] == "Warning")
  }

  @Test func ownWordsComeFirst() {
    let words = words("ja", ["Note": "メモ", "Release note": "変更点"])
    #expect(words["Note"] == "メモ")
    #expect(words["Release note"] == "変更点")
    #expect(words["Warning"] == "警告")
  }
}
