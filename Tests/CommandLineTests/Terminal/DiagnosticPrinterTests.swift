import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeCommandLine
@testable import DocTreeProject

@Suite struct DiagnosticPrinterTests {
  func printed(
    _ text: String, line: Int = 1, column: Int, message: String = "wrong",
    file: String = "<string>", hasColor: Bool = false
  ) -> String {
    var finder = ExcerptFinder(Source(text, file: SourceFile(file)))
    let position = SourcePosition(file: SourceFile(file), line: line, column: column)
    var printer = DiagnosticPrinter(hasColor: hasColor)
    printer.print(
      finder.locate(Diagnostic(.warning, message, at: position, category: "test.it")))
    return String(decoding: printer.output, as: UTF8.self)
  }

  @Test func putsTheCaretBelowThePlace() {
    #expect(
      printed("one\ntwo three\n", line: 2, column: 5) == """
        <string>:2:5: warning: wrong [test.it]
          two three
              ^

        """)
  }

  @Test(arguments: [
    ("“é”", "“é”"), ("a\u{85}", "a\u{FFFD}"), ("‘\u{202E}b", "‘\u{FFFD}b"),
    ("\u{2066}", "\u{FFFD}"), ("\u{A0}x", "\u{A0}x"), ("é\u{1B}", "é␛"), ("\u{7F}", "␡"),
    ("12345678 ~", "12345678 ~"), ("1234567\u{7F}", "1234567␡"), ("123\t45678", "123\t45678"),
  ])
  func showsWhatTerminalsWouldObey(text: String, expected: String) {
    #expect(Printable.text(text) == expected)
  }

  @Test func countsWideCharactersTwiceAndKeepsTabs() {
    #expect(
      printed("\t日本 x", column: 9) == """
        <string>:1:9: warning: wrong [test.it]
          \t日本 x
          \t     ^

        """)
  }

  @Test func hasNoCaretWithoutAColumn() {
    #expect(
      printed("text", column: 0) == """
        <string>:1: warning: wrong [test.it]
          text

        """)
  }

  @Test func hasNoLineWhereThereIsNone() {
    #expect(printed("", column: 1) == "<string>:1:1: warning: wrong [test.it]\n")
    #expect(printed("a", line: 7, column: 1) == "<string>:7:1: warning: wrong [test.it]\n")
  }

  @Test func showsThePartOfALongLine() {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let before = String(repeating: "a", count: 100)
    let after = String(repeating: "b", count: 99)
    #expect(
      printed(line, column: 501) == """
        <string>:1:501: warning: wrong [test.it]
          …\(before)X\(after)…
           \(String(repeating: " ", count: 100))^

        """)
  }

  @Test func shieldsTheTerminal() {
    let text = printed(
      "a\u{1B}[2Jb\u{202E}", column: 6, message: "no \u{7}", file: "new\nline\u{9B}.md")
    #expect(
      text == """
        new\\nline\u{FFFD}.md:1:6: warning: no ␇ [test.it]
          a␛[2Jb\u{FFFD}
               ^

        """)
  }

  @Test func colors() {
    #expect(
      printed("x", column: 1, hasColor: true) == """
        \u{1B}[1m<string>:1:1: \u{1B}[0m\u{1B}[1;33mwarning: \u{1B}[0mwrong [test.it]
          x
          \u{1B}[1;32m^\u{1B}[0m

        """)
  }
}
