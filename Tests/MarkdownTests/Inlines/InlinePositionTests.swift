import DocTree
import Testing

@testable import DocTreeMarkdown

@Suite struct InlinePositionTests {
  private func places(_ text: String, _ extensions: String...) throws -> [String] {
    let context = try InlineTestContext(extensions) { $0[MySTInline.allLinksExternal] = true }
    _ = try context.read(text)
    let paragraph = try #require(context.document.children.first)
    return Array(InlinePositionTests.flat(paragraph).dropFirst())
  }

  private static func flat(_ node: Node) -> [String] { InlineTestContext.places(node) }

  @Test("Emphasis in one run of delimiters")
  func emphasis() throws {
    #expect(
      try places("***a** b* __p *r*_") == [
        "emphasis 1:1", "strong 1:2", "\"a\" 1:4", "\" b\" 1:7", "\" _\" 1:10", "emphasis 1:12",
        "\"p \" 1:13", "emphasis 1:15", "\"r\" 1:16",
      ])
  }

  @Test("What follows titles, code, HTML and breaks of several lines")
  func lines() throws {
    let text = """
      [x](y "t
        u") *z* `b
      c` d <a
      b> *e*\\
        *f*  \u{20}
      g [h
      i](j) ![k
      l](m) *n*
      """
    #expect(
      try places(text) == [
        "reference 1:1", "\"x\" 1:2", "\" \" 2:6", "emphasis 2:7", "\"z\" 2:8", "\" \" 2:10",
        "literal 2:11", "\"b c\" 2:11", "\" d \" 3:3", "raw 3:6", "\" \" 4:3", "emphasis 4:4",
        "\"e\" 4:5", "hard_break 4:7", "emphasis 5:3", "\"f\" 5:4", "hard_break 5:6", "\"g \" 6:1",
        "reference 6:3", "\"h\ni\" 6:4", "\" \" 7:6", "image 7:7", "\" \" 8:6", "emphasis 8:7",
        "\"n\" 8:8",
      ])
  }

  @Test("What stands behind carriers")
  func carriers() throws {
    let text = "a $x\ny$ *b* {abbr}`r`[c]{.d} `e`{.f} [^g] h\n`$i$` ~~*j*~~"
    #expect(
      try places(text, "dollarmath", "attrs_inline", "strikethrough").filter {
        !$0.hasPrefix("system_message") && !$0.hasPrefix("\"Strike") && $0 != "paragraph 0:0"
      } == [
        "\"a \" 1:1", "math 1:3", "\" \" 2:3", "emphasis 2:4", "\"b\" 2:5", "\" \" 2:7",
        "abbreviation 2:8", "\"r\" 2:8", "inline 2:17", "\"c\" 2:18", "\" \" 2:24", "literal 2:25",
        "\"e\" 2:25", "\" \" 2:32", "footnote_reference 2:33", "\" h\n\" 2:37", "literal 3:1",
        "\"$i$\" 3:1", "\" \" 3:6", "raw 3:7", "emphasis 3:9", "\"j\" 3:10", "raw 3:12",
      ])
  }

  @Test("Bytes that were taken out of a cell")
  func removedBytes() throws {
    let context = try InlineTestContext()
    let element = Paragraph()
    let line = Leaf.Line(
      bytes: Array("a|b *c*".utf8)[...],
      position: SourcePosition(file: .string, line: 3, column: 5),
      removedAt: [1])
    let batch = InlineBatch(in: context, syntax: context.syntax)
    batch.add(Leaf(element, style: .line, lines: [line]))
    try batch.parse()
    #expect(
      InlineTestContext.places(element).dropFirst() == [
        "\"a|b \" 3:5", "emphasis 3:10", "\"c\" 3:11",
      ])
  }
}
