import DocTree
import Testing

@Suite struct FindAllTests {
  /// `e(x(y t(#text)) z w)`.
  private let tree = element(
    "e", element("x", element("y"), element("t", Text("text"))), element("z"), element("w"))

  private func names(_ nodes: [Node]) -> String {
    nodes.map(\.shortName).joined(separator: " ")
  }

  @Test func case33_everythingIsFoundInDocumentOrder() {
    #expect(names(tree.findAll()) == "e x y t #text z w")
    #expect(names(tree.findAll(includeSelf: false)) == "x y t #text z w")
    #expect(names(tree.findAll(descend: false)) == "e")
    #expect(tree.findAll(includeSelf: false, descend: false).isEmpty)
  }

  @Test func case34_ascendingWithoutDescending() {
    #expect(names(tree.find("y").findAll(descend: false, ascend: true)) == "y t z w")
  }

  @Test func case35_siblingsWithoutDescending() {
    #expect(names(tree.find("y").findAll(descend: false, siblings: true)) == "y t")
  }

  @Test func case36_ascendingImpliesSiblings() {
    #expect(names(tree.find("z").findAll(siblings: false, ascend: true)) == "z w")
  }

  @Test func siblingsAreDescendedInto() {
    let tree = sampleTree()
    let b1 = tree.find("b1")
    #expect(names(b1.findAll(siblings: true)) == "b1 b1x b2 b3")
    #expect(names(b1.findAll(ascend: true)) == "b1 b1x b2 b3 c")
    #expect(names(b1.findAll(descend: false, ascend: true)) == "b1 b2 b3 c")
    #expect(names(tree.find("a").findAll(siblings: true)) == "a a1 a2 b b1 b1x b2 b3 c")
  }

  @Test func case37_subclassesAreFound() {
    final class Remark: Admonition {}
    let tree = Section(Title("t"), Remark(Title("r")), Admonition(Title("a")), Note())
    #expect(tree.findAll(Admonition.self).map(\.kind.name) == ["remark", "admonition"])
    #expect(tree.findAll(TextElement.self).map { $0.astext() } == ["t", "r", "a"])
    #expect(tree.findAll(Text.self).map(\.string) == ["t", "r", "a"])
  }

  @Test func case38_whatIsNotFoundIsDescendedInto() {
    #expect(names(tree.findAll { $0.shortName == "y" || $0.shortName == "w" }) == "y w")
    let paragraph = Paragraph(Strong(Emphasis("x"), Emphasis("y")))
    let found = paragraph.findAll(Emphasis.self) { $0.astext() == "y" }
    #expect(found.count == 1 && found.first === paragraph.findAll(Emphasis.self).last)
  }

  @Test func case39_textsAreFoundByIdentity() {
    let texts = ["a", "b", "same", "same", "c"].map { Text($0) }
    let paragraph = Paragraph(children: texts)
    let found = texts[3].findAll(siblings: true)
    #expect(found.count == 2 && found[0] === texts[3] && found[1] === texts[4])
    #expect(paragraph.index(of: texts[3]) == 3)
  }

  @Test func case40_nextLeavesTheNodeItselfOut() {
    let tree = sampleTree()
    let b1 = tree.find("b1")
    #expect(b1.next() === tree.find("b1x"))
    #expect(b1.next(includeSelf: true) === b1)
    #expect(b1.next(descend: false) == nil)
    #expect(b1.next(descend: false, siblings: true) === tree.find("b2"))
    #expect(tree.find("b3").next(ascend: true) === tree.find("c"))
    #expect(tree.find("c").next(ascend: true) == nil)
    #expect(tree.next(Paragraph.self) == nil)
    #expect(tree.next { $0.shortName == "b2" } === tree.find("b2"))
  }

  @Test func whatHasAnIDOrANameIsFoundInDocumentOrder() {
    let named = Literal("x").with { $0.names = ["b"] }
    let document = Document(
      Paragraph("a", Emphasis("c", named)).with { $0.ids = ["a"] },
      Section(Title("t")).with { $0.classes = ["k"] }, Target().with { $0.names = ["d"] }
    ).with { $0.ids = ["top"] }
    #expect(
      document.findAllNamed().map(\.kind.name) == ["document", "paragraph", "literal", "target"])
    #expect(Text("a").findAllNamed().isEmpty)
  }

  @Test func theTreeMayChangeBehindTheArray() throws {
    let tree = sampleTree()
    for node in tree.findAll(includeSelf: false) { node.detach() }
    #expect(tree.children.isEmpty)
  }

  @Test func aMillionLevelsAreSearched() {
    let chain = DepthTests.chain(1_000_000)
    #expect(chain.findAll(Container.self).count == 1_000_001)
    var bottom: Element = chain
    while let child = bottom.children.first?.asElement { bottom = child }
    #expect(bottom.findAll(ascend: true).count == 1)
    #expect(bottom.ancestors.reduce(0) { count, _ in count + 1 } == 1_000_000)
  }
}
