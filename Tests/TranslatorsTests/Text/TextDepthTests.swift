import DocTree
import Testing
import Translators

@Suite struct TextDepthTests {
  private static let depth = 100_000

  private func nest(_ content: Node, _ wrap: (Node) -> Element) throws -> String {
    var node = content
    for _ in 0..<Self.depth { node = wrap(node) }
    return try plain(node)
  }

  @Test func quotations() throws {
    let column = String(repeating: " ", count: 50)
    #expect(try nest(Paragraph("x")) { BlockQuote($0) } == column + "x\n")
  }

  @Test func quotationsWithTextAtEachLevel() throws {
    let output = try nest(Paragraph("x")) { BlockQuote(Paragraph("y"), $0) }
    let lines = output.split(separator: "\n")
    #expect(lines.count == Self.depth + 1)
    #expect(lines.prefix(2) == ["   y", "      y"])
    #expect(lines.last.map(String.init) == String(repeating: " ", count: 50) + "x")
  }

  @Test func lists() throws {
    let output = try nest(Paragraph("x")) { BulletList(ListItem($0)) }
    let lines = output.split(separator: "\n")
    #expect(lines.first == Substring(String(repeating: "* ", count: 26).dropLast()))
    #expect(lines.allSatisfy { $0.utf8.count <= 70 })
    #expect(output.utf8.count { $0 == UInt8(ascii: "*") } == Self.depth)
    #expect(output.hasSuffix("* x\n"))
  }

  @Test func inlineElements() throws {
    var node: Node = Text("x")
    for _ in 0..<Self.depth { node = Emphasis(node) }
    let stars = String(repeating: "*", count: Self.depth)
    #expect(try plain(Paragraph(node), width: 0) == "\(stars)x\(stars)\n")
  }

  @Test func sections() throws {
    let output = try nest(Paragraph("x")) { Section(Title("A"), $0) }
    #expect(output.hasSuffix("A\n`\n\nx\n"))
  }
}
