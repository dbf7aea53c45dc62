import DocTreeTesting
import Testing

@testable import DocTreeProject

/// Catalogs are like files that pages include: a page follows what is in its own.
@Suite struct TranslationTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.configuration = "language: de\nmyst: {heading_anchors: 2}"
    try site.write([
      "index.md": "# Home\n\n```{toctree}\nsub/a\nsub/b\n```\n\n[](/sub/a.md#a-title)\n",
      "sub/a.md": "# A title\n\nText of a.\n", "sub/b.md": "# B title\n\nText of b.\n",
    ])
  }

  private func write(_ name: String, _ translations: KeyValuePairs<String, String>) throws {
    try site.write([
      "locales/de/LC_MESSAGES/\(name).po": translations.map {
        "msgid \"\($0)\"\nmsgstr \"\($1)\"\n\n"
      }.joined()
    ])
  }

  @Test func pagesFollowTheirCatalogs() throws {
    try write("sub", ["Text of a.": "Text von a."])
    try site.build()
    #expect(try site.text("sub/a.html").contains("<p>Text von a.</p>"))
    #expect(try site.text("sub/b.html").contains("<p>Text of b.</p>"))

    // A translation that only one page has writes only that.
    try write("sub", ["Text of a.": "Text von a.", "Text of b.": "Text von b."])
    #expect(try site.build().written.map(\.description) == ["sub/b.html"])
    try site.expectSameAsClean()

    // The title of a page is on others, too; its anchor stays.
    try write("sub", ["A title": "Ein Titel"])
    try site.expectSameAsClean()
    let home = try site.text("index.html")
    #expect(
      home.contains("href=\"sub/a.html#a-title\"><span class=\"std std-ref\">Ein Titel</span>"))

    try site.remove("locales/de/LC_MESSAGES/sub.po")
    try site.expectSameAsClean()
    #expect(try site.text("index.html").contains(">A title</span>"))
  }

  @Test func nothingIsReadAgainWithoutAChange() throws {
    try write("index", ["Home": "Heim"])
    try site.build()
    #expect(try site.build().readCount == 0)
    try write("other", ["Home": "Haus"])
    #expect(try site.build().readCount == 0)
    try write("index", ["Home": "Haus"])
    #expect(try site.build().readCount == 1)
  }

  @Test func mistakesInACatalogAreSaidOnce() throws {
    try write("sub", ["Text of a.": "{no}`x`", "x": "\\q"])
    let result = try site.build()
    #expect(
      site.messages(result) == [
        "src/locales/de/LC_MESSAGES/sub.po:2:9: warning: Unknown interpreted text role \"no\". [myst.role_unknown]",
        "src/locales/de/LC_MESSAGES/sub.po:5:9: warning: '\\q' is no escape; allowed: \\n, \\t, \\r, \\a, \\b, \\f, \\v, \\\\, \\\", and bytes as \\ooo or \\xhh [i18n.not_readable]",
      ])
    try site.expectSameAsClean()
  }

  @Test func termsAreFoundInBothLanguages() throws {
    try site.write([
      "sub/a.md": "# A title\n\n```{glossary}\nTree\n  A plant.\n```\n\n{term}`Tree`\n",
      "sub/b.md": "# B\n\nSee {term}`Tree`.\n",
    ])
    try write("sub", ["Tree": "Baum", "See {term}`Tree`.": "Siehe {term}`Baum`. # noqa"])
    #expect(site.messages(try site.build()) == [])
    for page in ["a", "b"] {
      #expect(try site.text("sub/\(page).html").contains("#term-Tree\""))
    }
    #expect(try site.text("genindex.html").contains("Baum"))
  }
}
