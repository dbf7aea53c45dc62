import DocTreeTesting
import Foundation
import Testing

@testable import DocTreeProject

@Suite struct GettextBuilderTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "gettext"
    try site.write([
      "index.md": "# Tree\n\n```{toctree}\n:caption: Parts\nsub/a\nsub/b\n```\n\nTwice.\n",
      "sub/a.md": "# A\n\nTwice.\n\n```{include} part.txt\n```\n",
      "sub/b.md": "# B\n\nTwice.\n\n```{only} html\nOnly \"here\".\n```\n",
      "sub/part.txt": "Part *x*.\n",
    ])
  }

  private func entries(_ name: String) throws -> String {
    let text = try site.text(name)
    return try String(text[#require(text.firstRange(of: "\n\n")).lowerBound...])
  }

  @Test func oneCatalogForEachFolder() throws {
    let result = try site.build()
    #expect(site.messages(result) == [])
    #expect(try site.files() == ["index.pot", "sub.pot"])
    #expect(
      try site.text("index.pot") == """
        # SOME DESCRIPTIVE TITLE.
        # FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.
        #
        #, fuzzy
        msgid ""
        msgstr ""
        "Project-Id-Version: PACKAGE\\n"
        "Report-Msgid-Bugs-To: \\n"
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
        "Language-Team: LANGUAGE <LL@li.org>\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"

        #: ../src/index.md:3
        msgid "Parts"
        msgstr ""

        #: ../src/index.md:1
        msgid "Tree"
        msgstr ""

        #: ../src/index.md:9
        msgid "Twice."
        msgstr ""

        """)
    #expect(
      try entries("sub.pot") == """


        #: ../src/sub/a.md:1
        msgid "A"
        msgstr ""

        #: ../src/sub/a.md:3
        #: ../src/sub/b.md:3
        msgid "Twice."
        msgstr ""

        #: ../src/sub/part.txt:1
        msgid "Part *x*."
        msgstr ""

        #: ../src/sub/b.md:1
        msgid "B"
        msgstr ""

        #: ../src/sub/b.md:6
        msgid "Only \\"here\\"."
        msgstr ""

        """)
  }

  @Test func otherCatalogs() throws {
    site.configuration = "gettext_compact: false\ngettext_location: false"
    try site.build()
    #expect(try site.files() == ["index.pot", "sub/a.pot", "sub/b.pot"])
    #expect(try !site.text("sub/a.pot").contains("#:"))
    site.configuration = """
      gettext_compact: docs
      project: A "B"
      version: "1.2"
      copyright: Ann
      gettext_last_translator: Bob <bob@example.org>
      gettext_language_team: Germans
      """
    try site.build()
    #expect(try site.files() == ["docs.pot"])
    let text = try site.text("docs.pot")
    for line in [
      "# Copyright (C) Ann",
      "# This file is distributed under the same license as the A \"B\" package.",
      "\"Project-Id-Version: A \\\"B\\\" 1.2\\n\"", "\"Last-Translator: Bob <bob@example.org>\\n\"",
      "\"Language-Team: Germans\\n\"",
    ] { #expect(text.contains(line + "\n"), "\(line)") }
  }

  @Test func messagesAreNeverTranslations() throws {
    site.configuration = "language: de"
    try site.write(["locales/de/LC_MESSAGES/index.po": "msgid \"Parts\"\nmsgstr \"Teile\"\n"])
    try site.build()
    #expect(try site.text("index.pot").contains("msgid \"Parts\"\n"))
  }

  @Test func catalogsFollowTheSources() throws {
    try site.build()
    try site.write(["sub/part.txt": "Other.\n"])
    try site.expectSameAsClean()
    #expect(try site.text("sub.pot").contains("msgid \"Other.\"\n"))
    try site.remove("sub/b.md")
    try site.expectSameAsClean()
    #expect(try !site.text("sub.pot").contains("Only"))
  }

  /// msgfmt, with all its checks, finds nothing to complain about.
  @Test func msgfmtTakesIt() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/msgfmt") else {
      print("msgfmt is not installed")
      return
    }
    try site.write(["index.md": "# A \\\\ \"b\"\t c\n\n$$\na\\\\\nb\n$$\n"])
    site.configuration = "myst: {enable_extensions: [dollarmath]}"
    try site.build()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/msgfmt")
    process.arguments = ["-c", "-o", "/dev/null", site.folder["out/index.pot"]]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let complaints = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // A template has these values until it has a language.
    let serious = complaints.split(separator: "\n").filter {
      !$0.contains("still has the initial default value") && !$0.contains("missing in header")
        && !$0.contains("'Language' missing")
    }
    #expect(serious == [])
    #expect(process.terminationStatus == 0)
  }
}
