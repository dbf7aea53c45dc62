import DocTree
import Testing

@Suite struct EscapingTests {
  private static let escaping = Escaping(["&": "&amp;", "<": "&lt;", "\u{0}": ""])

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("&", "&amp;"), ("<&<", "&lt;&amp;&lt;"),
    ("a<b", "a&lt;b"), ("<é", "&lt;é"), ("é😀&", "é😀&amp;"), ("a\u{0}b", "ab"),
  ])
  func textIsReplacedInPlaces(text: String, expected: String) {
    var output = Array("x".utf8)
    Self.escaping.append(text, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x" + expected)
  }
}
