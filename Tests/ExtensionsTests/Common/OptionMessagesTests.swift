import DocTree
import DocTreeTesting
import Testing

/// What is wrong with options and arguments is said where it stands, with what is allowed: the lines
/// and, where there is no position of ours, the words are those of MyST-Parser 5.2 with Sphinx 9.0.
@Suite struct OptionMessagesTests {
  /// The places and messages for a text, without categories.
  private static func messages(_ markdown: String) throws -> [String] {
    try MystPage(markdown, file: "p.md", files: TestFiles()).document.diagnostics
      .filter { $0.severity > .info }
      .map { "\($0.position.line):\($0.position.column) \($0.message)" }
  }

  private static func check(
    _ markdown: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let messages = try messages(markdown)
    #expect(messages.contains(expected), "\(messages)", sourceLocation: sourceLocation)
  }

  private static let units = "em, ex, ch, rem, vw, vh, vmin, vmax, cm, mm, Q, in, pt, pc, px"

  @Test(arguments: [
    (
      "image", "align: diagonal",
      "\"diagonal\" unknown; choose from \"top\", \"middle\", \"bottom\", \"left\", \"center\", "
        + "or \"right\""
    ),
    ("figure", "align: top", "\"top\" unknown; choose from \"left\", \"center\", or \"right\""),
    (
      "image", "loading: never",
      "\"never\" unknown; choose from \"embed\", \"link\", or \"lazy\""
    ),
    (
      "image", "width: 10 foo",
      "not a positive number or measure of one of the following units: \(units), %"
    ),
    (
      "image", "height: 50%",
      "not a positive number or measure of one of the following units: \(units)"
    ),
    (
      "image", "width: -3",
      "not a positive number or measure of one of the following units: \(units), %"
    ),
    (
      "image", "width: a!b",
      "\"a!b\" is no valid measure. Allowed: a number, alone or with one of \(units), %"
    ),
    (
      "image", "scale: big",
      "'big' is not allowed; allowed: a whole number from 0, with or without %"
    ),
    ("code-block", "lineno-start: a", "allowed: a whole number"),
    ("code-block", "dedent: -1", "'-1' is not allowed; allowed: nothing, or a whole number from 0"),
    ("highlight", "linenothreshold: 0", "'0' is not allowed; allowed: a whole number from 1"),
    ("list-table", "header-rows: -1", "allowed: a whole number from 0"),
    (
      "list-table", "widths: 1 0",
      "'1 0' is not allowed; allowed: auto, or a whole number from 1 for each column"
    ),
    (
      "csv-table", "delim: ab",
      "'ab' is not allowed; allowed: tab, space, one character, or its number as in U+0041"
    ),
    (
      "rubric", "heading-level: 7",
      "\"7\" unknown; choose from \"1\", \"2\", \"3\", \"4\", \"5\", or \"6\""
    ),
    (
      "contents", "backlinks: foo",
      "\"foo\" unknown; choose from \"top\", \"entry\", or \"none\""
    ),
    (
      "raw", "encoding: ebcdic",
      "unknown encoding: \"ebcdic\"; allowed: utf-8, utf-8-sig, ascii, latin-1"
    ),
    (
      "graphviz", "layout: round",
      "\"round\" unknown; choose from \"dot\", \"neato\", \"twopi\", \"circo\", \"fdp\", "
        + "\"osage\", \"patchwork\", or \"sfdp\""
    ),
  ])
  func badValues(directive: String, option: String, problem: String) throws {
    let (name, value) = (option.prefix { $0 != ":" }, option.drop { $0 != ":" }.dropFirst(2))
    try Self.check(
      "```{\(directive)} a\n:\(option)\nx\n```",
      "2:\(name.count + 4) '\(directive)': Invalid option value for '\(name)': \(value): \(problem)"
    )
  }

  @Test(arguments: [
    ("image", "target"), ("code-block", "caption"), ("code-block", "emphasize-lines"),
    ("sidebar", "subtitle"), ("toctree", "caption"), ("raw", "file"), ("literalinclude", "lines"),
    ("include", "start-after"), ("sectnum", "prefix"),
  ])
  func valuesThatMustBeThere(directive: String, option: String) throws {
    try Self.check(
      "```{\(directive)} a\n:\(option):\n```",
      "2:\(option.count + 3) '\(directive)': Invalid option value for '\(option)': "
        + "argument required but none supplied")
  }

  @Test func choicesThatMustBeThere() throws {
    try Self.check(
      "```{figure} a.png\n:align:\n```",
      "2:8 'figure': Invalid option value for 'align': must supply an argument; choose from "
        + "\"left\", \"center\", or \"right\"")
  }

  /// docutils does not look at case and white space.
  @Test func valuesAreTakenAsTheyAreWritten() throws {
    let page = try MystPage(
      """
      ```{image} a.png
      :align: LEFT
      :width: " 10 px "
      ```

      ```{figure} a.png
      ---
      width: |
        20
      align: |
        center
      scale: >
        50
      ---
      ```
      """)
    #expect(
      page.tree.replacing(" candidates=\"{'*': 'a.png'}\"", with: "") == """
        <image align="left" uri="a.png" width="10px">
        <figure align="center">
            <image scale="50" uri="a.png" width="20">

        """)
  }

  @Test(arguments: [
    ("digraph", "align alt caption class graphviz_dot layout name"), ("target-notes", "class"),
    ("figure-md", "align class name width"), ("section-numbering", "depth prefix start suffix"),
    ("py:currentmodule", ""),
  ])
  func namesAreSphinxs(directive: String, names: String) throws {
    let list = names.split(separator: " ").map { "'\($0)'" }.joined(separator: ", ")
    let messages = try Self.messages("```{\(directive)} a\n:zzzzqq: x\n```")
    let expected = "2:2 '\(directive)': Unknown option key: 'zzzzqq' (allowed: [\(list)])"
    #expect(messages.contains(expected) == !names.isEmpty, "\(messages)")
  }

  @Test func namesThatAreNone() throws {
    try Self.check(
      "```{topic} a\n:clas: x\nb\n```",
      "2:2 'topic': Unknown option key: 'clas' (allowed: ['class', 'name']); did you mean 'class'?")
  }

  /// A figure's width is one of pixels where it has no unit.
  @Test func widthsOfFigures() throws {
    let page = try MystPage(
      """
      ```{figure} a.png
      :figwidth: 20
      :width: 10
      ```

      ```{figure-md}
      :width: 30 %
      ![](a.png)

      a
      ```
      """)
    #expect(page.document.findAll(Figure.self).map(\.width) == ["20px", "30%"])
    #expect(page.document.findAll(Image.self).map(\.width) == ["10", nil])
  }

  // MARK: Arguments

  @Test(arguments: [
    "code-block", "sourcecode", "code", "highlight", "default-role", "default-domain", "py:module",
    "py:currentmodule", "js:module", "graphviz", "graph", "digraph", "mermaid", "solution",
  ])
  func moreThanAWord(directive: String) throws {
    try Self.check(
      "- a\n\n  ```{\(directive)} é  b c\n  x\n  ```",
      "3:\(directive.count + 13) Directive '\(directive)': maximum 1 argument(s) allowed, 3 supplied"
    )
  }

  @Test func argumentsOfManyWords() throws {
    let markdown = ["image", "literalinclude", "raw", "productionlist"].map {
      "```{\($0)} a b\n```"
    }
    let messages = try Self.messages(markdown.joined(separator: "\n\n"))
    #expect(!messages.contains { $0.contains("maximum") }, "\(messages)")
  }

  @Test(arguments: [
    (
      "{only} html and", "1:11",
      "'html and' is no condition; write tags with and, or, not and parentheses"
    ),
    ("{rst-class} !", "1:16", "\"!\" makes no class name"),
    ("{role} x(nope)", "1:13", "Unknown interpreted text role \"nope\"."),
    ("{literalinclude} no.py", "1:21", "no file 'no.py'"),
    ("{include} no.md", "1:14", "Directive \"include\": no file 'no.md'"),
    ("{bibliography} a.bib no.bib", "1:25", "no file 'no.bib'"),
    (
      "{grid} 13", "1:11",
      "the number of columns '13' is not allowed; write one number or four "
        + "(for small to large screens) from 1 to 12, or auto"
    ),
    ("{py:function} f(", "1:18", "the signature 'f(' has a parenthesis that is not closed"),
  ])
  func badArguments(line: String, place: String, problem: String) throws {
    try Self.check("```\(line)\nx\n```", "\(place) \(problem)")
  }

  // MARK: What directives themselves find

  @Test(arguments: [
    (
      "{code-block} c\n:emphasize-lines: 1, x\na", "2:22",
      "'1, x' names no lines; write numbers from 1 and ranges, such as 1,3-5,8-"
    ),
    (
      "{code-block} c\n:emphasize-lines: 7\na", "2:19", "line number spec is out of range(1-1): '7'"
    ),
    ("{code-block} c\n:dedent: 1\na", "2:10", "non-whitespace stripped by dedent"),
    ("{literalinclude} f.py\n:pyobject: g", "2:12", "Object named 'g' not found in the file"),
    ("{literalinclude} f.py\n:lines: 90", "2:9", "Line spec '90': no lines pulled from the file"),
    ("{literalinclude} f.py\n:start-after: z", "2:15", "start-after pattern not found: z"),
    ("{literalinclude} f.py\n:end-at: z", "2:10", "end-at pattern not found: z"),
    (
      "{literalinclude} f.py\n:start-at: a\n:start-after: z", "2:12",
      "Cannot use both \"start-after\" and \"start-at\" options"
    ),
    ("{literalinclude} f.py\n:diff: no.py", "2:8", "no file 'no.py'"),
    (
      "{include} f.py\n:start-after: zzz", "2:15",
      "Directive \"include\"; option \"start-after\": text not found \"zzz\"."
    ),
    (
      "{list-table}\n:header-rows: 1\n- - a", "2:15",
      "\"list-table\" has 1 rows, all of them header rows; the table needs a body"
    ),
    (
      "{list-table}\n:stub-columns: 1\n- - a", "2:16",
      "1 stub columns were asked for, and \"list-table\" has only 1 columns; the table needs "
        + "others as well"
    ),
    (
      "{csv-table}\n:widths: 1 2\na", "2:10", "\"csv-table\" has 1 columns, and 2 widths were given"
    ),
    (
      "{csv-table}\n:header-rows: 9223372036854775807\n:header: h\na", "2:15",
      "9223372036854775807 header rows were asked for, and \"csv-table\" has only 1 rows"
    ),
    ("{csv-table}\n:file: no.csv", "2:8", "no file 'no.csv'"),
    ("{csv-table}\na,\"b\"c", "2:6", "',' expected after '\"', but there is 'c'"),
    (
      "{raw} html\n:url: http://x", "2:7",
      "\"raw\" reads nothing from the network; use the option \"file\""
    ),
    (
      "{bibliography} a.bib\n:filter: cited + year", "2:16",
      "filter: '+' does not belong there; a filter has names of fields, texts in quotes, sets in "
        + "braces, parentheses, and, or, not, in, ==, !=, <, <=, >, >=, &, | and %; all works are listed"
    ),
    ("{sidebar}\n:subtitle: s\na", "2:12", "\"sidebar\" has the option \"subtitle\" and no title"),
    ("{hlist}\n:columns: 0\n- a", "2:11", "\"hlist\" cannot have 0 columns; allowed: 1 to 1000"),
    ("{meta}\na: b\nc d: e", "3:3", "'d' is no attribute; write name=value"),
    ("{figure} a.png\n- a", "2:1", "Figure caption must be a paragraph or empty comment."),
    (
      "{code-cell}\n:emphasize-lines: x\na", "2:19",
      "'x' names no lines; write numbers from 1 and ranges, such as 1,3-5,8-"
    ),
  ])
  func problemsOfOptions(text: String, place: String, problem: String) throws {
    try Self.check("```\(text)\n```", "\(place) \(problem)")
  }

  // MARK: Text in options and arguments

  @Test(arguments: [
    ("{code-block} c\n:caption: a {nope}`b`\nx", "2:13"),
    ("{code-block} c\n:caption: \"a {nope}`b`\"\nx", "2:14"),
    ("{code-block} c\n---\ncaption: |\n  a\n  {nope}`b`\n---\nx", "5:3"),
    ("{literalinclude} f.py\n:caption: a {nope}`b`", "2:13"),
    ("{code-cell}\n:caption: a {nope}`b`\nx", "2:13"),
    ("{graphviz}\n:caption: a {nope}`b`\nx", "2:13"),
    ("{sidebar} t\n:subtitle: a {nope}`b`\nx", "2:14"),
    ("{topic} a {nope}`b`\nx", "1:14"),
    ("{versionadded} 1.0  a {nope}`b`", "1:26"),
    ("{epigraph}\na\n\n-- b {nope}`b`\n   c {nope}`b`", "4:6"),
    ("{epigraph}\na\n\n-- b {nope}`b`\n   c {nope}`b`", "5:6"),
    ("{parsed-literal}\na\n  b {nope}`b`\nc {nope}`b`", "3:5"),
    ("{parsed-literal}\na\n  b {nope}`b`\nc {nope}`b`", "4:3"),
    ("{line-block}\na\n  b {nope}`b`", "3:5"),
    ("{csv-table}\n:header: h,\"i {nope}`b`\"\na,b", "2:15"),
    ("{csv-table}\na,\"b {nope}`b`\", {nope}`c`", "2:6"),
    ("{csv-table}\na,\"b {nope}`b`\", {nope}`c`", "2:18"),
    ("{card}\n:header: a {nope}`b`\nx", "2:12"),
    ("{card}\na\n+++\nb {nope}`b`", "4:3"),
  ])
  func textsHaveTheirPlaces(text: String, place: String) throws {
    try Self.check("```\(text)\n```", "\(place) Unknown interpreted text role \"nope\".")
    // In a list everything stands further right.
    let parts = place.split(separator: ":").compactMap { Int($0) }
    let indented = "```\(text)\n```".split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \($0)" }.joined(separator: "\n")
    try Self.check(
      "-\n\(indented)",
      "\(parts[0] + 1):\(parts[1] + 2) Unknown interpreted text role \"nope\".")
  }

  @Test func labelsHaveTheirPlaces() throws {
    let page = try MystPage("```{math}\n:label: a\nx\n```", phase: .read)
    let target = try #require(page.document.findAll(Target.self).first { _ in true })
    #expect(target.position.description == "<string>:2:9")
  }
}

/// Two files.
private struct TestFiles: ProjectFiles {
  func read(_ path: String) throws -> Source {
    switch path {
    case "f.py": Source("def f():\n  a\n", file: SourceFile(path))
    case "a.bib": Source("@book{a, title = {A}}\n", file: SourceFile(path))
    default: throw MarkupError("no file '\(path)'")
    }
  }

  func hasFile(_ path: String) -> Bool { path == "f.py" || path == "a.bib" }
  func documentName(ofFile path: String) -> String? { nil }
}
