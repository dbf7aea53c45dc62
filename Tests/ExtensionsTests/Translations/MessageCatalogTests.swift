import DocTree
import Testing

@testable import DocTreeExtensions

/// What msgfmt of GNU gettext 0.21 reads of the same.
@Suite struct MessageCatalogTests {
  private func read(_ text: String) -> MessageCatalog {
    MessageCatalog(Source(text, file: SourceFile("de.po")))
  }

  private func translations(_ text: String) -> [String: String] {
    translations(read(text))
  }

  private func translations(_ catalog: MessageCatalog) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: catalog.messages.map { ($0, catalog[$0]?.translation.text ?? "") })
  }

  private let head = """
    # A title.
    #
    msgid ""
    msgstr ""
    "Project-Id-Version: x\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"


    """

  @Test func messagesAndTranslations() {
    let catalog = read(
      head + """
        #. for translators
        #: a.md:1 b.md:2
        #, python-format
        #| msgid "before"
        msgid "one"
        msgstr "eins"

        msgid ""
        "two\\n"
        "lines"
        msgstr "zwei\\n" "Zeilen"
        # Without a blank line between them.
        msgid "a \\"b\\" \\\\ \\t \\101 \\x41"
        msgstr "\\303\\244 \\xc3\\xa4"

        msgid "empty"
        msgstr ""

        #~ msgid "old"
        #~ msgstr "alt"
        """)
    #expect(catalog.problems.isEmpty)
    #expect(
      translations(catalog) == [
        "one": "eins", "two\nlines": "zwei\nZeilen", "a \"b\" \\ \t A A": "ä ä",
      ])
  }

  @Test func contextsAndPluralFormsAreLeftOut() {
    let text =
      head + """
        msgctxt "menu"
        msgid "one"
        msgstr "Menü"

        msgid "file"
        msgid_plural "files"
        msgstr[0] "Datei"
        msgstr[1] "Dateien"

        msgid "one"
        msgstr "eins"
        """
    #expect(read(text).problems.isEmpty)
    #expect(translations(text) == ["one": "eins"])
  }

  @Test func fuzzyTranslationsAreMarked() {
    let catalog = read(
      "#, c-format, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n")
    #expect(catalog["a"]?.isFuzzy == true)
    #expect(catalog["c"]?.isFuzzy == false)
  }

  @Test func byteOrderMarksAndCarriageReturns() {
    #expect(
      translations(
        "\u{FEFF}msgid \"a\"\r\nmsgstr \"\"\r\n\"b\"\r\n\r\nmsgid \"c\"\r\nmsgstr \"d\"\r\n")
        == ["a": "b", "c": "d"])
  }

  @Test func placesOfBytes() throws {
    let catalog = read(
      #"""
      msgid "a"
      msgstr ""
      "x\"y"
        "zä"
      """#)
    let text = try #require(catalog["a"]?.translation)
    #expect(text.text == "x\"yzä")
    let places = (0..<5).map { text.position(ofByte: $0) }.map { "\($0.line):\($0.column)" }
    #expect(places == ["3:2", "3:3", "3:5", "4:4", "4:5"])
  }

  @Test(arguments: [
    ("msgid \"a\nmsgstr \"b\"", "1:7", "the string has no closing quote on its line"),
    ("msgid \"a\"\nmsgstr \"b\" c", "2:12", "only strings in double quotes may stand here"),
    ("msgid \"a\"\nmsgstr b", "2:8", "only strings in double quotes may stand here"),
    ("msgid \"a\"\nmsgstr", "2:7", "a string has to stand behind msgstr"),
    (
      "  msgfoo \"a\"", "1:3",
      "'msgfoo' is no keyword; allowed: msgctxt, msgid, msgid_plural, msgstr, domain"
    ),
    (
      "\"a\"", "1:1",
      "a string has to stand behind one of: msgctxt, msgid, msgid_plural, msgstr, domain"
    ),
    ("msgstr \"a\"", "1:1", "msgstr has to stand behind msgid"),
    ("msgid \"a\"\nmsgstr[0] \"a\"", "2:1", "msgstr[0] has to stand behind msgid_plural"),
    ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"", "1:1", "the message has no msgstr"),
    (
      "msgctxt \"a\"\nmsgctxt \"b\"\nmsgid \"c\"\nmsgstr \"d\"", "1:1",
      "msgid has to stand behind msgctxt"
    ),
    ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", "3:1", "there is a second msgstr of one message"),
    (
      "msgid \"a\"\nmsgstr \"\\q\"", "2:9",
      #"'\q' is no escape; allowed: \n, \t, \r, \a, \b, \f, \v, \\, \", and bytes as \ooo or \xhh"#
    ),
    (
      "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", "4:1",
      "the message is there twice; the first one in line 1 counts"
    ),
    (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"", "1:1",
      "the catalog is in the encoding 'ISO-8859-1'; allowed: UTF-8"
    ),
    ("msgid \"\"\nmsgstr \"a\"\n\nmsgid \"\"\nmsgstr \"b\"", "4:1", "there is a second header"),
  ])
  func mistakes(text: String, place: String, message: String) {
    let catalog = read(text + "\n\nmsgid \"fine\"\nmsgstr \"gut\"\n")
    #expect(
      catalog.problems.map(\.description) == [
        "de.po:\(place): warning: \(message) [i18n.not_readable]"
      ])
    #expect(catalog["fine"]?.translation.text == "gut")
  }

  @Test func whatIsWrittenIsReadBack() {
    let ids = ["a", "two\nlines\n", "\"quoted\" \\ \t\u{1}\u{7F}", "\r\nä", "\n"]
    var writer = MessageCatalogWriter()
    for id in ids { writer.add(id, file: "a.md", line: 1) }
    let text = writer.text.replacing("msgstr \"\"", with: "msgstr \"x\"")
    let catalog = read(text)
    #expect(catalog.problems.isEmpty)
    #expect(Set(catalog.messages) == Set(ids))
  }

  @Test func messagesThatAreThereTwiceHaveTwoPlaces() {
    var writer = MessageCatalogWriter()
    writer.add("b", file: "x.md", line: 12)
    writer.add("a\nb", file: "a b.md", line: 3)
    writer.add("b", file: "x.md", line: 2)
    writer.add("b", file: "x.md", line: 2)
    writer.add("c", file: nil, line: 2)
    #expect(
      writer.text == """

        #: x.md:2
        #: x.md:12
        msgid "b"
        msgstr ""

        #: \u{2068}a b.md\u{2069}:3
        msgid ""
        "a\\n"
        "b"
        msgstr ""

        msgid "c"
        msgstr ""

        """)
  }
}
