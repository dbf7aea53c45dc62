import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeExtensions

@Suite struct TranslateTests {
  /// The files of a project, by their paths from its root.
  private struct Files: ProjectFiles {
    let texts: [String: String]

    func read(_ path: String) throws -> Source {
      guard let text = texts[path] else { throw MarkupError("there is no '\(path)'") }
      return Source(text, file: SourceFile(String(path.dropFirst())))
    }
    func hasFile(_ path: String) -> Bool { texts[path] != nil }
    func documentName(ofFile path: String) -> String? { path == "other.md" ? "other" : nil }
  }

  /// - Parameter translations: by their messages, as they stand between quotes.
  private func page(
    _ markdown: String, _ translations: KeyValuePairs<String, String>,
    _ settings: [String: String] = [:], phase: Phase = .read
  ) throws -> MystPage {
    let catalog = translations.map { "msgid \"\($0)\"\nmsgstr \"\($1)\"\n\n" }.joined()
    return try MystPage(
      markdown, settings.merging(["language": "de"]) { own, _ in own },
      files: Files(texts: ["/locales/de/LC_MESSAGES/index.po": catalog]), phase: phase)
  }

  @Test func headingsKeepTheirIDs() throws {
    let page = try page(
      "# One *title*\n\nText.\n\n> ## In it\n",
      ["One *title*": "Ein **Titel**", "Text.": "Ein `Wort`.", "In it": "Darin"],
      ["myst.heading_anchors": "2"])
    #expect(
      page.tree == """
        <section ids="one-title" names="one\\ title" slug="one-title">
            <title>
                Ein \("")
                <strong>
                    Titel
            <paragraph>
                Ein \("")
                <literal>
                    Wort
                .
            <block_quote>
                <rubric ids="in-it" level="2" names="in\\ it" slug="in-it">
                    Darin

        """)
    #expect(page.messages.isEmpty)
  }

  @Test func whatTheDocumentDefinesHoldsInTranslations() throws {
    let page = try page(
      """
      Text [x], [^n] and {own}`a`.

      ```{role} own(emphasis)
      ```

      [x]: https://example.org
      [^n]: Note.
      """,
      ["Text [x], [^n] and {own}`a`.": "Wort [x][x], {own}`b` und [^n].", "Note.": "Notiz."])
    #expect(
      page.tree == """
        <paragraph>
            Wort \("")
            <reference refuri="https://example.org">
                x
            , \("")
            <emphasis classes="own">
                b
             und \("")
            <footnote_reference auto="1" ids="id1" refname="n">
            .
        <footnote auto="1" ids="n" names="n">
            <paragraph>
                Notiz.

        """)
    #expect(page.messages.isEmpty)
  }

  @Test func partsOfBlocks() throws {
    let page = try page(
      """
      ```{figure} x.png
      :alt: Alternative
      Caption
      ```

      ```{toctree}
      :caption: Contents
      Title <other>
      ```

      - [x] done

      ```{versionadded} 1.0
      Remark
      ```

      ```{glossary}
      Term : T
        Meaning
      ```

      $$a$$

          code
      """,
      [
        "Alternative": "Statt", "Caption": "*Bild*", "Contents": "Inhalt", "Title": "Titel",
        "done": "fertig", "Remark": "Wort", "Term : T": "Begriff : B", "a": "b",
        "code\\n": "Kode\\n",
      ],
      [
        "myst.enable_extensions": "tasklist,dollarmath",
        "gettext_additional_targets": "literal-block",
      ], phase: .local)
    #expect(
      page.tree == """
        <figure ids="id1">
            <image alt="Statt" candidates="{'*': 'x.png'}" uri="x.png">
            <caption>
                <emphasis>
                    Bild
        <compound classes="toctree-wrapper">
            <toctree caption="Inhalt" entries="('Titel',\\ 'other')" glob="0" hidden="0" includefiles="other" includehidden="0" maxdepth="-1" numbered="0" parent="index" titlesonly="0">
        <bullet_list bullet="-" classes="contains-task-list">
            <list_item classes="task-list-item">
                <paragraph>
                    <raw format="html" xml:space="preserve">
                        <input class="task-list-item-checkbox" checked="checked" disabled="disabled" type="checkbox">
                    fertig
        <versionmodified type="versionadded" version="1.0">
            <paragraph translatable="0">
                <inline classes="versionmodified added">
                    Neu in Version 1.0: \("")
                Wort
        <glossary sorted="0">
            <definition_list classes="glossary">
                <definition_list_item>
                    <term ids="term-Term">
                        Begriff
                        <index entries="('single',\\ 'Begriff',\\ 'term-Term',\\ 'main',\\ 'B')">
                    <definition>
                        <paragraph>
                            Meaning
        <math_block nowrap="0" number="True" xml:space="preserve">
            b
        <literal_block language="none" xml:space="preserve">
            Kode

        """)
  }

  @Test func problemsStandInTheCatalog() throws {
    let page = try page("Text.\n", ["Text.": "\"\n\"Ein \\\"{foo}`x`"])
    #expect(
      page.messages == [
        "locales/de/LC_MESSAGES/index.po:3:8: warning: Unknown interpreted text role \"foo\". [myst.role_unknown]"
      ])
  }

  @Test func otherReferencesAreWarnedOf() throws {
    let markdown = "See [](other.md), {ref}`a` and [^1].\n\n[^1]: x\n"
    let id = "See [](other.md), {ref}`a` and [^1]."
    let place = "locales/de/LC_MESSAGES/index.po:2:9: warning: inconsistent"
    #expect(
      try page(markdown, [id: "Siehe {ref}`A <b>`."]).messages == [
        "\(place) footnote references in translated message. original: ['1'], translated: [] [i18n.inconsistent_references]",
        "\(place) references in translated message. original: ['a', 'other'], translated: ['b'] [i18n.inconsistent_references]",
      ])
    // In another order, with another text, and where nobody wants to know.
    for translation in ["{ref}`A <a>` [^1] [das](other.md)", "Nichts. # noqa"] {
      #expect(try page(markdown, [id: translation]).messages.isEmpty)
    }
    #expect(try page("a {ref}`x`\n", ["a {ref}`x`": "b # noqa"]).tree == "<paragraph>\n    b\n")
  }

  @Test func whatCountsAsATranslation() throws {
    func text(_ catalogs: [String: String], _ settings: [String: String]) throws -> String {
      try MystPage("a\n", settings, files: Files(texts: catalogs), phase: .read)
        .document.astext()
    }
    let fuzzy = ["/locales/de/LC_MESSAGES/index.po": "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n"]
    #expect(try text(fuzzy, ["language": "de"]) == "a")
    #expect(
      try text(fuzzy, ["language": "de", "gettext_allow_fuzzy_translations": "true"]) == "b")
    let catalogs = [
      "/x/de_AT/LC_MESSAGES/all.po": "msgid \"b\"\nmsgstr \"c\"\n",
      "/x/de/LC_MESSAGES/all.po": "msgid \"a\"\nmsgstr \"d\"\n",
      "/y/de_AT/LC_MESSAGES/all.po": "msgid \"a\"\nmsgstr \"e\"\n",
    ]
    let settings = ["language": "de_AT", "locale_dirs": "x,y", "gettext_compact": "all"]
    #expect(try text(catalogs, settings) == "d")
    #expect(try text(catalogs, settings.merging(["locale_dirs": "y,x"]) { $1 }) == "e")
    #expect(try text(catalogs, ["locale_dirs": "x", "gettext_compact": "all"]) == "a")
  }

  @Test func classesSayWhatIsTranslated() throws {
    let markdown = "one\n\ntwo\n"
    #expect(
      try page(markdown, ["one": "eins"], ["translation_progress_classes": "true"]).tree == """
        <paragraph classes="translated">
            eins
        <paragraph classes="untranslated">
            two

        """)
    #expect(
      try page(markdown, ["one": "eins"], ["translation_progress_classes": "untranslated"]).tree
        == """
        <paragraph>
            eins
        <paragraph classes="untranslated">
            two

        """)
  }

  @Test func valuesThatConfigurationsMayHave() {
    func problem(_ name: String, _ value: String) -> String? {
      do {
        _ = try MystPage("", [name: value])
        return nil
      } catch { return "\(error)" }
    }
    #expect(problem("translation_progress_classes", "translated") == nil)
    #expect(
      problem("translation_progress_classes", "some")
        == "config value 'translation_progress_classes' cannot be 'some'; allowed: true, false, translated, untranslated"
    )
    #expect(
      problem("gettext_additional_targets", "images")?.contains("allowed: index, literal-block")
        == true)
  }
}
