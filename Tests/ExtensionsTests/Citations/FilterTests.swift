import DocTree
import Testing

@testable import DocTreeExtensions

/// Conditions as sphinxcontrib-bibtex's manual has them.
@Suite struct FilterTests {
  private func accepts(_ text: String) throws -> Bool {
    let filter = try BibliographyFilter(text)
    let fields = [
      "author": "Einstein, Albert and Doe, Jane", "title": "On Relativity", "year": "1905",
    ]
    let work = CitationData.Work(
      key: "Ein05", type: "article", authors: [], title: "", year: "", sortKey: "", text: "",
      fields: fields.map { .init(name: $0.key, value: $0.value) })
    #expect(filter.fields.isSubset(of: ["author", "title", "year", "publisher", "editor"]))
    return filter.accepts(.init(work: work, page: "b", citingPages: ["a", "b"]))
  }

  @Test(arguments: [
    "True", "cited", "not False", "not not cited", "docname in docnames", "\"c\" not in docnames",
    "author % \"einstein\"", "title % 'rel.*ity$'", "not title % \"^rel\"", "type == \"article\"",
    "key == 'ein05'", "cited and year and (year <= \"2003\")", "year > \"1900\" and year < '1910'",
    "publisher == \"\"", "not publisher or editor", "{\"a\", 'x'} & docnames",
    "cited and ({\"a\", \"b\", \"c\"} >= docnames)", "{\"a\"} < docnames",
    "docnames == {\"b\", \"a\", }",
    "{\"a\"} | {\"b\"} == docnames", "\"05\" in key", "False or True and True",
    "(False or True) and cited",
    "not False and not (True and False)", "year != \"1999\"", "author % \"\\bdoe\\b\"",
    "Year >= '1905'",
    "title % \"a\" or title % \"on\"",
  ])
  func holds(_ text: String) throws { #expect(try accepts(text)) }

  @Test(arguments: [
    "False", "not cited", "docname not in docnames", "author % \"Newton\"", "type == 'book'",
    "{\"c\"} & docnames", "publisher", "docnames <= {\"a\"}", "True and False or False",
    "not (cited or publisher)", "year < \"1905\"", "\"c\" in docnames",
  ])
  func holdsNot(_ text: String) throws { #expect(try !accepts(text)) }

  @Test(arguments: [
    ("", 0, "a filter is a condition, such as 'cited'"),
    ("cited and", 9, "the filter is not complete"),
    ("cited year", 6, "'year' does not belong there"), ("(cited", 0, "'(' is not closed"),
    ("cited)", 5, "')' does not belong there"),
    ("year == 'x", 8, "the text in quotes is not closed"),
    ("author % title", 7, "behind '%', there must be a regular expression in quotes"),
    ("author % '('", 7, "\"(\" is no regular expression"),
    ("year < cited", 5, "'<' does not go between a text and true or false"),
    ("'a' < year < 'b'", 4, "a comparison has two sides; write 'and' between two of them"),
    ("cited in docnames", 6, "'in' does not go between true or false and a set"),
    ("docname in {a}", 11, "a set is a list of texts in quotes, in braces: {\"a\", \"b\"}"),
    ("year == not cited", 8, "'not' does not belong there"),
    ("and cited", 0, "'and' does not belong there"),
    (
      "year + '1'", 5,
      "'+' does not belong there; a filter has names of fields, texts in quotes, sets in braces, "
        + "parentheses, and, or, not, in, ==, !=, <, <=, >, >=, &, | and %"
    ),
  ])
  func mistakes(text: String, column: Int, message: String) throws {
    do {
      _ = try BibliographyFilter(text, at: SourcePosition(file: .string, line: 1, column: 1))
      Issue.record("no mistake")
    } catch {
      #expect(error.message == message)
      #expect(error.position?.column == column + 1)
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["(", "not ", "cited and ", "cited | ", "cited)", "{'a', "])
  func longOnes(_ part: String) {
    #expect(throws: MarkupError.self) {
      try BibliographyFilter(String(repeating: part, count: 50_000))
    }
  }
}
