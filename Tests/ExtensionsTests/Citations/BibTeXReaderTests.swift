import DocTree
import Testing

@testable import DocTreeExtensions

@Suite struct BibTeXReaderTests {
  private func read(_ text: String) -> BibTeXReader {
    BibTeXReader(Source(text, file: SourceFile("a.bib")))
  }

  private func problems(_ text: String) -> [String] {
    read(text).problems.map { "\($0.position.line):\($0.position.column): \($0.message)" }
  }

  @Test func valuesAreBracesQuotesNumbersAndStrings() throws {
    let reader = read(
      """
      Text between entries is a comment, a@b.org too.
      @comment{ @book{no, title = {No}} }
      @string{ acm = "ACM" # { Press} }
      @Preamble{ "\\newcommand{\\x}{}" }
      @BOOK{key:1,
        Title = {A {Nested {Title}}},
        note = "He said {"}hi{"}",
        year = 1984, month = mar # "~3",
        publisher = acm,
      }
      @misc(other, title = {In (parentheses)})
      """)
    #expect(reader.problems.isEmpty)
    // BibTeX itself takes what stands in a comment for an entry.
    #expect(reader.entries.map(\.key) == ["no", "key:1", "other"])
    let book = reader.entries[1]
    #expect(book.type == "book")
    #expect(
      book.fields == [
        "title": "A {Nested {Title}}", "note": "He said {\"}hi{\"}", "year": "1984",
        "month": "March~3", "publisher": "ACM Press",
      ])
    #expect(book.position.line == 5)
  }

  @Test(arguments: [
    ("@book{k, title = {a\n", "1:18: this value is not closed"),
    ("@book{k, title {a}}", "1:16: the field 'title' has no '='"),
    ("@book{k, year = tree}", "1:17: there is no string 'tree'"),
    ("@book{k, month = jun # jnu}", "1:24: there is no string 'jnu'; did you mean 'jun'?"),
    ("@book k, year = 1", "1:2: '@book' has no '{' behind it"),
    ("@book{, year = 1}", "1:7: '@book' has no key; write '@book{key, …}'"),
    (
      "@book{k, year = 1 note = 2}",
      "1:19: 'n' is no part of '@book'; fields are 'name = value' with ',' between them"
    ),
    ("@a{k}\n@a{k}", "2:4: the key 'k' is there already; this entry is left out"),
    ("@book{k, year = 1", "1:2: '@book' is not closed; write '}' behind its last field"),
  ])
  func problemsHaveTheirPlace(text: String, problem: String) {
    #expect(problems(text).first == problem)
  }

  @Test func afterAProblemComesTheNextEntry() {
    let reader = read("@book{a, title = }\n@book{b, year = 1}")
    #expect(reader.entries.map(\.key) == ["a", "b"])
    #expect(reader.problems.count == 1)
  }

  @Test(.timeLimit(.minutes(1))) func anythingIsReadInOnePass() {
    for piece in ["@", "@a{", "{", "@a{k,x={", "@a{k,x=y#", "\"", "@string{a=b}"] {
      _ = read(String(repeating: piece, count: 200_000 / piece.utf8.count))
    }
  }

  @Test(arguments: [
    (#"M{\"u}ller"#, "Müller"), (#"\'Etude \c{c}a \v Skoda"#, "Étude ça Škoda"),
    (#"{\'\i}"#, "í"), (#"a -- b --- c~d"#, "a – b — c\u{A0}d"),
    (#"\LaTeX{} \& \textit{x}"#, "LaTeX & x"),
    (#"{\o}re \ss"#, "øre ß"), ("``a'' b", "“a” b"), (#"x\"#, "x"), ("{{{", ""),
    (#"\"q"#, "q\u{308}"),
  ])
  func teXIsText(source: String, text: String) {
    #expect(Array(TeXText.plain(source).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func titlesKeepWhatIsInBraces() {
    #expect(
      TeXText.plain("The {DNA} of {L}ittle Things", lowercases: true)
        == "The DNA of Little things")
  }

  @Test(arguments: [
    ("Donald E. Knuth", "Donald E.||Knuth|"), ("Knuth, Donald E.", "Donald E.||Knuth|"),
    ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"),
    ("de la Vall{\\'e}e Poussin, Charles", "Charles|de la|Vallée Poussin|"),
    ("King, Jr, Martin Luther", "Martin Luther||King|Jr"),
    ("{Barnes and Noble, Inc.}", "||Barnes and Noble, Inc.|"), ("Plato", "||Plato|"),
    ("a b c", "|a b|c|"), (",", "|||"),
  ])
  func namesHaveParts(name: String, parts: String) {
    let names = PersonName.list(name)
    #expect(names.count == 1)
    #expect(names.map { "\($0.first)|\($0.von)|\($0.last)|\($0.junior)" } == [parts])
  }
}
