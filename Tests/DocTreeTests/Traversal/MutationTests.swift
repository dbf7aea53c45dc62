import DocTree
import Testing

/// Changing a tree while it is walked: the children of an element are those that it has when its
/// visit returns. The expectations are what docutils 0.22.4 does.
@Suite struct MutationTests {
  /// Where a walk of the sample begins, up to the visit of b's children.
  private let begin = "+r +a +a1 -a1 +a2 -a2 -a +b "
  private let end = " -b +c -c -r"

  /// Walks about the sample with something to be done in the visit of one node.
  private func run(
    at name: String, _ change: @escaping (Element, Element) throws -> Void
  ) throws -> (log: String, tree: Element) {
    let tree = sampleTree()
    let result = try log(
      tree, departs: true,
      visits: [
        name: { element, _ in
          try change(element, tree)
          return .continue
        }
      ])
    #expect(!result.stopped)
    return (result.log, tree)
  }

  @Test func case21_aSiblingThatIsRemovedIsStillVisited() throws {
    let (log, tree) = try run(at: "b1") { _, tree in tree.find("b3").detach() }
    #expect(log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) b(b1(b1x) b2) c)")
  }

  @Test func case22_aNodeCanRemoveItself() throws {
    let (log, tree) = try run(at: "b1") { b1, _ in b1.detach() }
    #expect(log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) b(b2 b3) c)")
  }

  @Test func case23_aNewSiblingIsNotVisited() throws {
    let (log, tree) = try run(at: "b1") { b1, tree in
      try tree.find("b").insert(element("N"), at: 1)
    }
    #expect(log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) b(b1(b1x) N b2 b3) c)")
  }

  @Test func case24_theOldNodeIsVisitedWhereALaterOneIsReplaced() throws {
    let (log, tree) = try run(at: "b1") { _, tree in
      try tree.find("b").replace(tree.find("b3"), with: element("N"))
    }
    #expect(log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) b(b1(b1x) b2 N) c)")
  }

  @Test func case25_aNodeThatReplacesItselfIsLeftAsItWasEntered() throws {
    let (log, tree) = try run(at: "b1") { b1, _ in
      try b1.replace(with: element("N", element("Nx")))
    }
    #expect(log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) b(N(Nx) b2 b3) c)")
    #expect(tree.find("N").ids == ["N", "b1"])
  }

  @Test func case26_childrenThatAreAppendedInTheVisitAreVisited() throws {
    let (log, _) = try run(at: "b") { b, _ in try b.append(element("b4")) }
    #expect(log == begin + "+b1 +b1x -b1x -b1 +b2 -b2 +b3 -b3 +b4 -b4" + end)
  }

  @Test func case27_childrenThatAreRemovedInTheVisitAreNotVisited() throws {
    let (log, tree) = try run(at: "b") { b, _ in b.removeChildren() }
    #expect(log == "+r +a +a1 -a1 +a2 -a2 -a +b -b +c -c -r")
    #expect(tree.outline == "r(a(a1 a2) b c)")
  }

  @Test func case28_childrenThatAreSetInTheVisitAreVisited() throws {
    let (log, _) = try run(at: "b") { b, _ in try b.setChildren(element("N")) }
    #expect(log == begin + "+N -N" + end)
  }

  @Test func case29_aNodeThatMovesOnIsVisitedTwice() throws {
    let (log, tree) = try run(at: "b1") { _, tree in
      try tree.find("c").append(tree.find("b3"))
    }
    #expect(log == begin + "+b1 +b1x -b1x -b1 +b2 -b2 +b3 -b3 -b +c +b3 -b3 -c -r")
    #expect(tree.outline == "r(a(a1 a2) b(b1(b1x) b2) c(b3))")
  }

  @Test func case30_theWalkEndsInASubtreeThatIsDetached() throws {
    let (log, tree) = try run(at: "b1") { b1, _ in b1.parent?.detach() }
    #expect(log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) c)")
  }

  @Test func case31_siblingsThatADepartureInsertsAreNotVisited() throws {
    let tree = sampleTree()
    let result = try log(
      tree, departs: true,
      departures: [
        "b1": { b1, _ in
          try b1.parent?.insert(element("N"), at: 1)
          return .continue
        }
      ])
    #expect(result.log == WalkTests.everything)
    #expect(tree.outline == "r(a(a1 a2) b(b1(b1x) N b2 b3) c)")
  }

  @Test func case32_nodesThatWereCollectedFirstCanAllBeRemoved() throws {
    let tree = sampleTree()
    var found: [Node] = []
    var visitor = GenericNodeVisitor { node, _ in
      if node.shortName.hasPrefix("b"), node.shortName != "b" { found.append(node) }
      return .continue
    }
    try tree.walk(&visitor)
    for node in found { node.detach() }
    #expect(tree.outline == "r(a(a1 a2) b c)")
  }

  /// Nothing but the walk holds the nodes here.
  @Test func whatIsTakenOutLivesUntilTheWalkHasLeftIt() throws {
    let tree = sampleTree()
    let result = try log(
      tree, departs: true,
      visits: [
        "b1x": { _, _ in
          tree.removeChildren()
          return .continue
        }
      ])
    #expect(result.log == WalkTests.everything)
    #expect(tree.outline == "r")
  }
}
