import DocTree
import Testing

/// What Sphinx 9.0's ReorderConsecutiveTargetAndIndexNodes makes of the same.
@Suite struct TargetOrderTests {
  private func target(_ name: String) -> Target { Target().with { $0.names = [name] } }

  private func index(_ id: String) -> Index {
    let index = Index()
    index.entries = IndexEntries([IndexEntry("single", "x", to: id)])
    return index
  }

  private func order(_ element: Element) -> [String] {
    element.children.map { node in
      switch node {
      case let target as Target: target.names[0]
      case let index as Index: index.entries.items[0].targetID.uppercased()
      default: node.kind.name
      }
    }
  }

  @Test func entriesComeBeforeTheTargetsOfTheirRow() throws {
    let quote = BlockQuote(target("f"), index("g"))
    let document = Document(
      target("a"), index("b"), target("c"), index("d"), Paragraph(), index("e"), target("h"), quote)
    try document.apply(TargetOrder())
    #expect(order(document) == ["B", "D", "a", "c", "paragraph", "E", "h", "block_quote"])
    #expect(order(quote) == ["G", "f"])
  }

  @Test func otherOrdersStay() throws {
    let document = Document(index("a"), target("b"), Comment(text: ""), index("c"))
    try document.apply(TargetOrder())
    #expect(order(document) == ["A", "b", "comment", "C"])
  }
}
