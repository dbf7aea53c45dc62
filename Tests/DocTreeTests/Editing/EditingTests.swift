import DocTree
import Testing

@Suite struct EditingTests {
  @Test func case41_appendingElsewhereMovesANode() throws {
    let tree = sampleTree()
    try tree.find("c").append(tree.find("b1"))
    #expect(tree.outline == "r(a(a1 a2) b(b2 b3) c(b1(b1x)))")
    #expect(tree.find("b1").parent === tree.find("c"))
  }

  @Test func oneAppendedNodeLeavesItsPlaceAndMakesNoCycle() throws {
    let tree = sampleTree()
    try tree.append(tree.find("a"))
    #expect(tree.outline == "r(b(b1(b1x) b2 b3) c a(a1 a2))")
    #expect(throws: TreeError.cycle(kind: "container")) {
      try tree.find("b1x").append(tree.find("b"))
    }
    #expect(throws: TreeError.cycle(kind: "container")) { try tree.append(tree) }
    #expect(tree.outline == "r(b(b1(b1x) b2 b3) c a(a1 a2))")
  }

  @Test func case42_aRemovedNodeHasNoParent() throws {
    let tree = sampleTree()
    let (a, b) = (tree.find("a"), tree.find("b"))
    try tree.remove(a)
    #expect(a.parent == nil)
    #expect(tree.outline == "r(b(b1(b1x) b2 b3) c)")
    #expect(throws: TreeError.notAChild(kind: "container", of: "container")) { try tree.remove(a) }
    #expect(b.removeChildren().allSatisfy { $0.parent == nil })
    #expect(b.children.isEmpty)
  }

  /// docutils leaves the tree as it is where the new node is None; here that cannot be written.
  @Test func case43_replacingByNothingRemoves() throws {
    let tree = sampleTree()
    try tree.replace(tree.find("a"), with: [Node]())
    #expect(tree.outline == "r(b(b1(b1x) b2 b3) c)")
    try tree.replace(tree.find("b"), with: [element("x"), element("y")])
    #expect(tree.outline == "r(x y c)")
    #expect(throws: TreeError.self) { try tree.replace(element("z"), with: "z") }
  }

  @Test func replacementsMayComeFromTheSameParent() throws {
    let tree = element("r", element("1"), element("2"), element("3"), element("4"))
    let nodes = tree.children
    try tree.replace(nodes[2], with: [nodes[3], nodes[2], nodes[0]])
    #expect(tree.outline == "r(2 4 3 1)")
    try tree.replace(nodes[1], with: nodes[1])
    #expect(tree.outline == "r(2 4 3 1)")
  }

  @Test func case44_replacementsTakeTheIds() throws {
    let grandchild = element("grandchild")
    let child = element("child1", grandchild)
    let parent = element("parent", child)
    try child.replace(with: grandchild)
    #expect(grandchild.ids == ["grandchild", "child1"])
    #expect(parent.children.count == 1 && parent.children[0] === grandchild)
  }

  @Test func case44_allFourListsAreTaken() throws {
    let old = Paragraph().with {
      $0.ids = ["i"]
      $0.names = ["n"]
      $0.dupnames = ["d"]
      $0.classes = ["c"]
      $0["other"] = "o"
    }
    let parent = Section(old)
    let new = Note().with { $0.classes = ["c", "x"] }
    try old.replace(with: new)
    #expect(
      parent.pseudoXML().contains("<note classes=\"c x\" dupnames=\"d\" ids=\"i\" names=\"n\">"))
  }

  @Test func case45_onlyTheFirstReplacementTakesTheIds() throws {
    let old = element("old")
    let parent = element("parent", old)
    try old.replace(with: [element("x"), element("y")])
    #expect(parent.children.map { $0.asElement?.ids } == [["x", "old"], ["y"]])
  }

  @Test func case46_idsAreNotLost() throws {
    let old = element("q")
    let parent = element("parent", old)
    let error = TreeError.losing(attribute: "ids", values: ["q"])
    #expect(throws: error) { try old.replace(with: [Node]()) }
    #expect(throws: error) { try old.replace(with: "text") }
    #expect(throws: error) { try old.replace(with: [Text("text"), element("x")]) }
    #expect(parent.outline == "parent(q)")
    old.ids = []
    try old.replace(with: "text")
    #expect(parent.outline == "parent(#text)")
    let plain = Paragraph()
    try parent.append(plain)
    try plain.replace(with: [Node]())
    #expect(parent.outline == "parent(#text)")
    #expect(throws: TreeError.noParent(kind: "container")) { try old.replace(with: "x") }
  }

  @Test func case47_replacingANodeByItselfChangesNothing() throws {
    let old = element("q")
    let parent = element("parent", old)
    try old.replace(with: old)
    #expect(old.ids == ["q"])
    #expect(parent.outline == "parent(q)")
  }

  @Test func case48_equalTextsAreToldApart() throws {
    let (first, second) = (Text("same"), Text("same"))
    let paragraph = Paragraph(first, "between", second)
    #expect(paragraph.index(of: second) == 2)
    try paragraph.remove(second)
    #expect(paragraph.children[0] === first)
    #expect(paragraph.children.count == 2)
  }

  @Test func case51_aDocumentIsFoundOnceTheTreeIsAttached() throws {
    let paragraph = Paragraph()
    let section = Section(paragraph)
    #expect(paragraph.document == nil)
    let document = Document()
    try document.append(section)
    #expect(paragraph.document === document)
  }

  /// docutils writes the line that its parser is at into a node without one, and only if the parent
  /// is part of a document by then. Here a node keeps what it has, and its place is looked for
  /// upwards, whenever it was attached.
  @Test func case51_aNodeWithoutAPlaceHasThatOfItsParent() throws {
    let place = SourcePosition(file: SourceFile("a.md"), line: 3, column: 1)
    let section = Section().with { $0.position = place }
    let (early, late) = (Paragraph(), Paragraph())
    try section.append(early)
    let document = Document(section)
    try section.append(late)
    #expect(document.children.count == 1)
    for paragraph in [early, late] {
      #expect(paragraph.position == .unknown)
      #expect(paragraph.nearestPosition == place)
    }
  }

  @Test func case52_anEmptyElementIsAnElement() {
    let section = Section()
    #expect(section.asElement === section)
    #expect(section.children.count == 0)
  }

  @Test func case56_cyclesAreRefused() throws {
    let tree = sampleTree()
    let b = tree.find("b")
    let error = TreeError.cycle(kind: "container")
    #expect(throws: error) { try b.append(b) }
    #expect(throws: error) { try tree.find("b1x").append(element("new"), tree) }
    #expect(throws: error) { try tree.find("b1").replace(tree.find("b1x"), with: b) }
    #expect(throws: error) { try tree.find("b1").setChildren(b) }
    #expect(throws: error) { try tree.find("b1x").insert([tree.find("a"), b], at: 0) }
    #expect(throws: error) { try element("leaf").with { try $0.append($0) } }
    #expect(tree.find("b1x").children.map(\.shortName) == ["new"])
    #expect(b.outline == "b(b1(b1x(new)) b2 b3)")
  }

  @Test(arguments: [1, 2, 254, 255, 256, 300])
  func cyclesAreRefusedAtAnyDepth(levels: Int) throws {
    let root = DepthTests.chain(levels)
    var bottom = root
    while let child = bottom.children.first?.asElement { bottom = child }
    #expect(throws: TreeError.cycle(kind: "container")) { try bottom.append(root) }
    // Also when the tree has grown from above, and its top is looked for from a new branch.
    let branch = Container()
    try bottom.append(branch)
    #expect(throws: TreeError.cycle(kind: "container")) { try branch.append(root) }
    let top = Container(root)
    #expect(throws: TreeError.cycle(kind: "container")) { try branch.append(Container(), top) }
  }

  /// Looked for up to the root each time, this would take minutes.
  @Test func deepElementsTakeSmallTrees() throws {
    let root = DepthTests.chain(30_000)
    var bottom = root
    while let child = bottom.children.first?.asElement { bottom = child }
    for _ in 0..<30_000 { try bottom.append(Paragraph("x")) }
    #expect(bottom.children.count == 30_000)
  }

  @Test func insertionCountsTheChildrenAsTheyWere() throws {
    let tree = element("r", element("1"), element("2"), element("3"), element("4"))
    let nodes = tree.children
    try tree.insert(nodes[0], at: 2)
    #expect(tree.outline == "r(2 1 3 4)")
    try tree.insert(nodes[3], at: 0)
    #expect(tree.outline == "r(4 2 1 3)")
    try tree.insert([nodes[3], nodes[0]], at: 4)
    #expect(tree.outline == "r(2 3 4 1)")
    try tree.append(nodes[1])
    #expect(tree.outline == "r(3 4 1 2)")
  }

  @Test func aNodeThatIsListedTwiceStandsOnce() throws {
    let (x, y) = (element("x"), element("y"))
    let tree = Container(x, y, x)
    #expect(tree.children.map(\.shortName) == ["x", "y"])
    #expect(x.parent === tree)
    try tree.insert([y, x, y], at: 0)
    #expect(tree.children.map(\.shortName) == ["y", "x"])
    try tree.setChildren(x, x)
    #expect(tree.children.map(\.shortName) == ["x"])
    #expect(y.parent == nil)
    try tree.replace(x, with: [y, x, y])
    #expect(tree.children.map(\.shortName) == ["y", "x"])
  }

  @Test func childrenThatMoveTogetherKeepTheirOrder() {
    let old = sampleTree().find("b")
    let new = Container(children: old.children)
    #expect(old.children.isEmpty)
    #expect(new.children.map(\.shortName) == ["b1", "b2", "b3"])
    #expect(new.children.allSatisfy { $0.parent === new })
  }

  @Test func aChildThatOutlivesItsParentHasNone() throws {
    let child = element("child")
    do {
      let parent = element("parent", child)
      #expect(child.parent === parent)
    }
    #expect(child.parent == nil)
    #expect(child.root === child)
  }

  @Test func childrenAreFoundWhereverTheLastOneWas() throws {
    let tree = Container(children: (0..<7).map { element("\($0)") })
    let children = tree.children
    for (first, second) in [(0, 6), (6, 0), (3, 1), (3, 5), (2, 2)] {
      #expect(tree.index(of: children[first]) == first)
      #expect(tree.index(of: children[second]) == second)
    }
    // What was behind it is no more.
    #expect(tree.index(of: children[6]) == 6)
    for child in children[3...] { child.detach() }
    #expect(tree.index(of: children[1]) == 1)
    #expect(tree.index(of: children[5]) == nil)
    tree.removeChildren()
    try tree.append(children[4])
    #expect(tree.index(of: children[4]) == 0)
  }

  /// Each looked for from the beginning, this would take minutes.
  @Test func manySiblingsAreReplacedOneByOne() throws {
    let tree = Container(children: (0..<100_000).map { _ in Paragraph() })
    for child in tree.children { try child.replace(with: Note()) }
    #expect(tree.children.count == 100_000)
    #expect(tree.children.allSatisfy { $0 is Note && $0.parent === tree })
    var count = 0
    var next: Node? = tree.children[0]
    while let node = next {
      count += 1
      next = node.nextSibling
    }
    #expect(count == 100_000)
  }
}
