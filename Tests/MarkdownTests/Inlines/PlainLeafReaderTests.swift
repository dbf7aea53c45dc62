import DocTree
import Testing

@testable import DocTreeMarkdown

/// What is read without libcmark is what libcmark would have made of it.
@Suite struct PlainLeafReaderTests {
  private let context: InlineTestContext

  init() throws {
    context = try InlineTestContext(["smartquotes", "linkify", "dollarmath", "attrs_inline"])
  }

  /// The nodes with their places, without libcmark; nil if it has to read them.
  private func read(_ text: String) -> [String]? {
    let position = SourcePosition(file: .string, line: 1, column: 1)
    let source = SourceBuffer(Array(text.utf8), at: position)
    return PlainLeafReader.read(source, syntax: context.syntax, context: context)
      .map { InlineTestContext.places(Paragraph(children: $0)) }
  }

  private func readWithLibcmark(_ text: String) throws -> [String] {
    let leaf = try #require(InlineTestContext.leaves(text).first)
    let batch = InlineBatch(in: context, syntax: context.syntax)
    batch.add(leaf)
    try batch.parse()
    return InlineTestContext.places(leaf.element)
  }

  @Test(
    "Text, code spans, and emphases side by side",
    arguments: [
      "a", "a \"b\" www.c.org", "`a`", "`` a`b ``", "` a `", "`  `", "a `b\n  c` d",
      "a `b\nc\nd`\ne",
      "_a_", "*a* __b__ **c `d`**", "a_b_c 2 * 3 _d\ne_", "a ] b ! c } # >", "1. a", "- a",
      "é *a* ü",
      "  a\n  b\n    c", "=\na", "#", "a\tb", "`{a}`", "(_a_)",
    ])
  func equal(_ text: String) throws {
    #expect(try read(text) == readWithLibcmark(text))
  }

  @Test(
    "What is left to libcmark",
    arguments: [
      "[a](b)", "![a](b)", "<b>", "&amp;", "\\*", "a  \nb", "`a", "*a", "*a _b_*", "**a*",
      "***a***",
      "*a_", "a*b*", "é*a*", "$a$", "`a`{.b}", "[^a]", "a\n\nb",
    ])
  func refused(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test("Lines of anything")
  func anything() throws {
    let pieces = [
      "a", "b", "é", " ", " ", "  ", "`", "``", "*", "_", "**", "__", "\n", "\n", "\n  ", ".", "(",
      ")",
      "!", "]", "\"", "'", "1. ", "- ", "# ", "> ", "===", "```", "~", "--", "a.b", ":", "|",
    ]
    var generator = SeededGenerator(seed: 7)
    var count = 0
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      guard let nodes = read(text) else { continue }
      count += 1
      #expect(try nodes == readWithLibcmark(text), "\(text.debugDescription)")
    }
    #expect(count > 2_000)
  }
}
