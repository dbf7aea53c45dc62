import DocTree
import Testing

@Suite struct ComparingTests {
  private func difference(_ left: Node, _ right: Node) -> String? {
    left.firstDifference(from: right)?.description
  }

  @Test func equalTreesAreEqual() {
    #expect(sampleTree().isEqual(to: sampleTree()))
    #expect(Paragraph("a", Strong("b")).isEqual(to: Paragraph("a", Strong("b"))))
  }

  @Test func theFirstDifferenceInDocumentOrderIsTold() {
    let tree = Section(Title("a", Strong("b")), Paragraph("c"))
    #expect(difference(tree, tree) == nil)
    #expect(
      difference(tree, Section(Title("a", Emphasis("b")))) == "<strong> instead of <emphasis>")
    #expect(
      difference(tree, Section(Title("a", Strong("x")), Note()))
        == "text \"b\" instead of \"x\"")
    #expect(
      difference(tree, Section(Title("a", Strong("b")))) == "<paragraph> instead of nothing")
    #expect(difference(Title("a"), Title("a", "b")) == "nothing instead of text")
    #expect(difference(Text("a"), Paragraph("a")) == "text instead of <paragraph>")
  }

  @Test func theNodesAreTold() {
    let (left, right) = (Paragraph("a"), Paragraph("b"))
    let difference = left.firstDifference(from: right)
    #expect(difference?.node === left.children[0])
    #expect(difference?.other === right.children[0])
  }

  @Test func attributesCount() {
    let plain = BulletList()
    let marked = BulletList().with { $0.bullet = "*" }
    #expect(difference(plain, marked) == "attribute bullet of <bullet_list>: missing instead of *")
    #expect(difference(marked, plain) == "attribute bullet of <bullet_list>: * instead of missing")
    // Hidden ones too.
    #expect(
      difference(plain, BulletList().with { $0.isTight = true })
        == "attribute tight of <bullet_list>: missing instead of 1")
    #expect(
      difference(Note().with { $0.classes = ["a"] }, Note().with { $0.classes = ["b"] })
        == "attribute classes of <note>: a instead of b")
    let (a, b) = (Note().with { $0["a"] = 1 }, Note().with { $0["b"] = 1 })
    #expect(difference(a, b) == "attribute a of <note>: 1 instead of missing")
    #expect(difference(b, a) == "attribute a of <note>: missing instead of 1")
  }

  @Test func keptTextAndNamesCount() {
    #expect(difference(Raw(text: "a"), Raw(text: "b")) == "text \"a\" instead of \"b\"")
    let (a, b) = (UnknownElement().with { $0.name = "a" }, UnknownElement().with { $0.name = "b" })
    #expect(difference(a, b) == "<a> instead of <b>")
  }

  @Test func positionsCountOnRequest() {
    let (left, right) = (Paragraph("a"), Paragraph("a"))
    left.position = SourcePosition(line: 1)
    right.position = SourcePosition(line: 2)
    #expect(left.isEqual(to: right))
    #expect(
      left.firstDifference(from: right, positions: true)?.description
        == "<paragraph> at 1 instead of 2")
  }
}
