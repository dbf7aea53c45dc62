import DocTree
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b", ""]),
    ("a\rb", ["a", "b"]), ("\n\r\n\r", ["", "", "", ""]),
    ("abcdefg\r\nh", ["abcdefg", "h"]),
    ("abc\n\nd\n\u{8}\u{B}fgh\r", ["abc", "", "d", "\u{8}\u{B}fgh", ""]),
    ("a\rb\nc\r\ndefgh\n", ["a", "b", "c", "defgh", ""]),
  ])
  func findsLines(text: String, lines: [String]) {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    #expect(table.count == lines.count)
    #expect(
      (1...table.count).map { String(decoding: bytes[table.range(ofLine: $0)], as: UTF8.self) }
        == lines)
  }

  @Test func findsTheLineOfAByte() {
    let table = LineTable(Array("ab\ncd\r\ne".utf8))
    #expect((0...8).map { table.line(at: $0) } == [1, 1, 1, 2, 2, 2, 2, 3, 3])
  }

  @Test(arguments: [-1, 0, 3, 100])
  func hasNothingInLinesThatAreNotThere(line: Int) {
    #expect(LineTable(Array("a\nb".utf8)).range(ofLine: line).isEmpty)
  }
}
