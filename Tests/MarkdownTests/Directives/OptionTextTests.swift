import DocTree
import Testing

@testable import DocTreeMarkdown

/// MyST's fixtures for options, and what they leave out.
@Suite struct OptionTextTests {
  private static func scanner(_ text: String) -> OptionText {
    OptionText(
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        index, line in
        OptionText.Line(
          bytes: Array(line.utf8)[...], position: SourcePosition(line: index, column: 0))
      })
  }

  private static func parse(_ text: String) throws -> [[String]] {
    var scanner = scanner(text)
    return try scanner.parse().map { [$0.name, $0.value] }
  }

  @Test func `Quotes and escapes`() throws {
    let text = #"""
      "key1": "val1"
      'key2': 'val2'
      "key
      3": "val
      3"
      escapes: "\"\e\x07"
      single: 'it''s'
      """#
    #expect(
      try Self.parse(text) == [
        ["key1", "val1"], ["key2", "val2"], ["key 3", "val 3"], ["escapes", "\"\u{1B}\u{7}"],
        ["single", "it's"],
      ])
  }

  @Test func `Blocks`() throws {
    let text = """
      key1: >
        val1.1
        val1.2

        val1.3
      key2: >2
          val2.1
        val2.2

          val2.3
      key3: >-
        val3.1
        val3.2

        val3.3
      key4: |
        a
         b

        c
      key5: >+
        val5.1

      """
    let options = try Self.parse(text)
    #expect(
      options == [
        ["key1", "val1.1 val1.2\nval1.3\n"], ["key2", "  val2.1\nval2.2\n\n  val2.3\n"],
        ["key3", "val3.1 val3.2\nval3.3"], ["key4", "a\n b\n\nc\n"], ["key5", "val5.1\n"],
      ])
  }

  @Test func `Plain values, comments and empty ones`() throws {
    var scanner = Self.scanner("a: b: c # d\ne:\nf: g\n  h\n# i\nj:\n")
    let options = try scanner.parse()
    #expect(options.map(\.name) == ["a", "e", "f", "j"])
    #expect(options.map(\.value) == ["b: c", "", "g h", ""])
    #expect(scanner.firstComment == SourcePosition(line: 0, column: 8))
    #expect(options[2].position == SourcePosition(line: 2, column: 0))
    #expect(options[2].valuePosition == SourcePosition(line: 2, column: 3))
  }

  @Test(arguments: [
    ("key1: \"value1", "found unexpected end of stream", 0, 13),
    ("key1: > value1\n  extra", "expected a comment or a line break, but found 'v'", 0, 8),
    ("key1: >x", "expected chomping or indentation indicators, but found 'x'", 0, 7),
    ("key1: |-0", "expected indentation indicator in the range 1-9, but found 0", 0, 8),
    ("key1\nkey2: b", "expected ':' after key", 1, 0),
    (" key1: a", "expected key to start at column 0", 0, 1),
    ("a: \"\\q\"", "found unknown escape character 'q'", 0, 5),
    ("a: \"\\xZ1\"", "expected escape sequence of 2 hexadecimal numbers, but found 'Z'", 0, 6),
  ])
  func problems(_ text: String, _ problem: String, _ line: Int, _ column: Int) {
    var scanner = Self.scanner(text)
    do {
      _ = try scanner.parse()
      Issue.record("no error")
    } catch {
      #expect(error.problem == problem)
      #expect(error.position == SourcePosition(line: line, column: column))
    }
  }

  @Test func `A problem says what was being read`() throws {
    var scanner = Self.scanner("a: b\nc: 'd\ne")
    do {
      _ = try scanner.parse()
      Issue.record("no error")
    } catch {
      #expect(error.context?.activity == "while scanning a quoted scalar")
      #expect(error.context?.position == SourcePosition(line: 1, column: 3))
      // Where the quotation ends is not known, so its beginning is what to look at.
      #expect(error.place == SourcePosition(line: 1, column: 3))
    }
  }
}
