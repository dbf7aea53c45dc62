import DocTreeTesting
import Testing

@testable import DocTreeProject

/// What DocTree says in documents is in the language of the project.
@Suite struct LanguageTests {
  private let page = """
    # 題

    ```{contents}
    ```

    ```{note}
    本文
    ```

    ```{seealso}
    本文
    ```

    ```{figure} x.png
    :name: one
    図題
    ```

    {numref}`one`

    ```{versionadded} 2.1
    ```

    ## 節
    """

  private func build(_ builder: String, _ configuration: String) throws -> String {
    let site = try ProjectSite()
    site.builder = builder
    site.configuration = configuration
    try site.write(["index.md": page, "x.png": ""])
    #expect(site.messages(try site.build()).isEmpty)
    try site.expectSameAsClean()
    return try site.text(builder == "html" ? "index.html" : "index.txt")
  }

  @Test func japaneseHTML() throws {
    let html = try build("html", "language: ja\nnumfig: true")
    for part in [
      "<html lang=\"ja\">", "<p class=\"admonition-title\">注釈</p>",
      "<p class=\"admonition-title\">参考</p>", "図 1", "バージョン 2.1 で追加.", "目次",
      "title=\"この見出しへのリンク\"", "title=\"この画像へのリンク\"",
    ] { #expect(html.contains(part), "\(part)") }
  }

  @Test func japaneseText() throws {
    let text = try build("text", "language: ja\nnumfig: true")
    for part in ["注釈:", "参考: 本文", "図 1", "バージョン 2.1 で追加."] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func wordsOfTheProject() throws {
    let html = try build("html", "words: {Note: Remark, 'Fig. %s': 'Picture %s'}\nnumfig: true")
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<p class=\"admonition-title\">Remark</p>"))
    #expect(html.contains("Picture 1"))
  }

  @Test func languagesWithoutWordsAreWarnedOf() throws {
    let site = try ProjectSite()
    try site.write(["index.md": "# A\n\n```{note}\nx\n```\n"])
    site.configuration = "language: fr"
    #expect(
      site.messages(try site.build()) == [
        "warning: there are no words for language 'fr', so that what DocTree itself says is English; "
          + "there are words for de, en, ja, and 'words' gives others [config.language]"
      ])
    try site.expectSameAsClean()
    site.configuration = "language: fr\nwords: {Note: Remarque}"
    #expect(site.messages(try site.build()).isEmpty)
    site.configuration = "language: de"
    #expect(site.messages(try site.build()).isEmpty)
    #expect(try site.text("index.html").contains("<p class=\"admonition-title\">Bemerkung</p>"))
  }
}
