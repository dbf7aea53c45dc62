import DocTree
import Testing

@Suite struct CopyingTests {
  @Test func case49_aCopyHasNoChildrenAndItsOwnLists() {
    let original = element("q", element("child"))
    original.position = SourcePosition(file: .string, line: 7, column: 2)
    original["x"] = ["1"]
    let parent = element("parent", original)
    let copy = original.copy()
    #expect(copy.parent == nil && copy.children.isEmpty)
    #expect(copy.startTag == original.startTag)
    #expect(copy.position == original.position)
    copy.ids.append("r")
    copy["x"] = nil
    #expect(original.ids == ["q"])
    #expect(original["x"] == ["1"])
    #expect(parent.children.count == 1)
  }

  @Test func everythingThatIsDeclaredIsCopied() {
    let code = LiteralBlock().with {
      $0.language = "swift"
      $0.info = "swift title"
      $0.xmlSpace = nil
    }
    #expect(code.copy().isEqual(to: code))
    #expect(code.copy().info == "swift title")
    let list = EnumeratedList().with {
      $0.prefix = nil
      $0.isTight = true
      $0.start = 3
    }
    #expect(list.copy().prefix == nil)
    #expect(list.copy().isEqual(to: list))
    #expect(Raw(text: "<br>").copy().text == "<br>")
    #expect(Text("text").copy().string == "text")
    #expect(UnknownElement().with { $0.name = "todo" }.copy().name == "todo")
  }

  @Test func aCopyIsOfTheSameClass() {
    final class Remark: Admonition {}
    let copy: Remark = Remark(Title("t")).copy()
    #expect(copy.kind.name == "remark")
    let node: Node = Remark()
    #expect(node.copy() is Remark)
  }

  @Test func case50_aDeepCopySharesNothing() {
    let original = sampleTree()
    let parent = Container(original)
    let copy = original.deepCopy()
    #expect(copy.pseudoXML() == original.pseudoXML())
    #expect(copy.isEqual(to: original))
    #expect(copy.parent == nil)
    #expect(original.parent === parent)
    let originals = Set(original.findAll().map(ObjectIdentifier.init))
    #expect(originals.isDisjoint(with: copy.findAll().map(ObjectIdentifier.init)))
    #expect(copy.findAll(includeSelf: false).allSatisfy { $0.root === copy })
  }

  @Test func namesLeadIntoTheCopyOfADocument() {
    let section = Section(Title("t")).with { $0.names = ["t"] }
    let document = Document(section)
    document.noteImplicitTarget(section)
    document.report(.warning, "w")
    let copy = document.deepCopy()
    #expect(copy.element(named: "t") === copy.children[0])
    #expect(document.element(named: "t") === section)
    #expect(copy.diagnostics == document.diagnostics)
    // A shallow copy has nothing that the names could lead to.
    #expect(document.copy().element(named: "t") == nil)
    let other = Section().with { $0.names = ["t"] }
    #expect(copy.setID(for: other) == "t-1")
  }

  @Test func aMillionLevelsAreCopiedComparedAndFreed() {
    weak var freed: Node?
    do {
      let original = DepthTests.chain(1_000_000)
      let copy = original.deepCopy()
      freed = copy.children[0]
      #expect(copy.isEqual(to: original))
    }
    #expect(freed == nil)
  }
}
