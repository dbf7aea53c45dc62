import DocTree
import Testing

/// What the ways over a tree are, and what the answers of a visitor change about them.
/// The expectations are what docutils 0.22.4 does, except where a name says that we deviate.
@Suite struct WalkTests {
  static let everything =
    "+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 +b2 -b2 +b3 -b3 -b +c -c -r"

  @Test func case1_walkVisitsInDocumentOrder() throws {
    #expect(try log(departs: false) == WalkResult("+r +a +a1 +a2 +b +b1 +b1x +b2 +b3 +c"))
  }

  @Test func case2_walkaboutDepartsAfterTheChildren() throws {
    #expect(try log(departs: true) == WalkResult(Self.everything))
  }

  @Test func case3_skipChildrenStillDeparts() throws {
    #expect(
      try log(departs: true, visits: ["b1": { _, _ in .skipChildren }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 -b1 +b2 -b2 +b3 -b3 -b +c -c -r"))
  }

  @Test func case4_skipNodeDoesNotDepart() throws {
    #expect(
      try log(departs: true, visits: ["b1": { _, _ in .skipNode }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b2 -b2 +b3 -b3 -b +c -c -r"))
  }

  @Test(arguments: [VisitAction.skipNode, .skipChildren])
  func case5_skipNodeIsSkipChildrenInAWalk(action: VisitAction) throws {
    #expect(
      try log(departs: false, visits: ["b1": { _, _ in action }])
        == WalkResult("+r +a +a1 +a2 +b +b1 +b2 +b3 +c"))
  }

  @Test func case6_skipDepartureVisitsTheChildren() throws {
    #expect(
      try log(departs: true, visits: ["b1": { _, _ in .skipDeparture }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x +b2 -b2 +b3 -b3 -b +c -c -r"))
  }

  @Test func case6_skipDepartureOfALeaf() throws {
    #expect(
      try log(departs: true, visits: ["b2": { _, _ in .skipDeparture }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 +b2 +b3 -b3 -b +c -c -r"))
  }

  @Test func case7_skipDepartureHasNoEffectInAWalk() throws {
    #expect(
      try log(departs: false, visits: ["b1": { _, _ in .skipDeparture }])
        == WalkResult("+r +a +a1 +a2 +b +b1 +b1x +b2 +b3 +c"))
  }

  /// docutils' documentation says this; its code leaves out the children and the departure as well.
  @Test func case8_skipSiblingsVisitsTheChildrenAndDeparts() throws {
    let visits: [String: LoggingVisitor.Visit] = ["b1": { _, _ in .skipSiblings }]
    #expect(
      try log(departs: true, visits: visits)
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 -b +c -c -r"))
    #expect(
      try log(departs: false, visits: visits) == WalkResult("+r +a +a1 +a2 +b +b1 +b1x +c"))
  }

  @Test func case9_stopDepartsFromWhatIsOpen() throws {
    #expect(
      try log(departs: true, visits: ["b1": { _, _ in .stop }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 -b1 -b -r", stopped: true))
    #expect(
      try log(departs: true, visits: ["b1x": { _, _ in .stop }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 -b -r", stopped: true))
  }

  @Test func case9_stopDoesNotDepartWhereDepartureIsSkipped() throws {
    #expect(
      try log(departs: true, visits: ["b": { _, _ in .skipDeparture }, "b1": { _, _ in .stop }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 -b1 -r", stopped: true))
  }

  @Test func case10_stopEndsAWalk() throws {
    #expect(
      try log(departs: false, visits: ["b1": { _, _ in .stop }])
        == WalkResult("+r +a +a1 +a2 +b +b1", stopped: true))
  }

  @Test(arguments: [true, false])
  func case11_errorsReachTheCallerAndNothingMoreIsCalled(departs: Bool) throws {
    struct NodeFound: Error {}
    let tree = sampleTree()
    var visitor = LoggingVisitor(visits: ["b1": { _, _ in throw NodeFound() }])
    #expect(throws: NodeFound.self) {
      if departs { try tree.walkabout(&visitor) } else { try tree.walk(&visitor) }
    }
    #expect(
      visitor.line
        == (departs ? "+r +a +a1 -a1 +a2 -a2 -a +b +b1" : "+r +a +a1 +a2 +b +b1"))
  }

  @Test func case11_errorsInDeparturesReachTheCaller() throws {
    struct NodeFound: Error {}
    let tree = sampleTree()
    var visitor = LoggingVisitor(departures: ["b1": { _, _ in throw NodeFound() }])
    #expect(throws: NodeFound.self) { try tree.walkabout(&visitor) }
    #expect(visitor.line == "+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1")
  }

  @Test func case12_skipSiblingsInADeparture() throws {
    #expect(
      try log(departs: true, departures: ["b1": { _, _ in .skipSiblings }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 -b +c -c -r"))
  }

  @Test func case12_skipSiblingsInTheDepartureOfALeaf() throws {
    #expect(
      try log(departs: true, departures: ["a1": { _, _ in .skipSiblings }])
        == WalkResult("+r +a +a1 -a1 -a +b +b1 +b1x -b1x -b1 +b2 -b2 +b3 -b3 -b +c -c -r"))
  }

  @Test func case13_stopInADeparture() throws {
    #expect(
      try log(departs: true, departures: ["b1": { _, _ in .stop }])
        == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 -b -r", stopped: true))
  }

  @Test(arguments: [
    (VisitAction.skipNode, "+r", "+r", false), (.skipChildren, "+r -r", "+r", false),
    (.stop, "+r -r", "+r", true),
  ])
  func case14_answersAtTheRoot(
    action: VisitAction, walkabout: String, walk: String, stopped: Bool
  ) throws {
    let visits: [String: LoggingVisitor.Visit] = ["r": { _, _ in action }]
    #expect(try log(departs: true, visits: visits) == WalkResult(walkabout, stopped: stopped))
    #expect(try log(departs: false, visits: visits) == WalkResult(walk, stopped: stopped))
  }

  /// docutils throws to the caller.
  @Test func case15_skipSiblingsAtTheRootHasNoEffect() throws {
    #expect(
      try log(departs: true, visits: ["r": { _, _ in .skipSiblings }])
        == WalkResult(Self.everything))
    #expect(
      try log(departs: true, departures: ["r": { _, _ in .skipSiblings }])
        == WalkResult(Self.everything))
  }

  /// docutils lets SkipNode and SkipDeparture escape from the walk with departures left undone.
  /// Here a departure has three answers, and none does that.
  @Test(arguments: [DepartAction.continue, .skipSiblings, .stop])
  func case16_noAnswerOfADepartureLeavesDeparturesUndone(action: DepartAction) throws {
    for name in ["r", "b", "b1", "b1x", "b3"] {
      let result = try log(departs: true, departures: [name: { _, _ in action }])
      let entered = result.log.split(separator: " ").filter { $0.hasPrefix("+") }
      let left = result.log.split(separator: " ").filter { $0.hasPrefix("-") }
      #expect(Set(entered.map { $0.dropFirst() }) == Set(left.map { $0.dropFirst() }))
      #expect(entered.count == left.count)
    }
  }

  @Test func case17_textIsVisitedLikeAnyNode() throws {
    #expect(
      try log(Paragraph("hi", Strong("x"), "y"), departs: true)
        == WalkResult(
          "+paragraph +#text -#text +strong +#text -#text -strong +#text -#text -paragraph"))
  }

  @Test func case18_aVisitorCanWalkTheChildrenItself() throws {
    let result = try log(
      departs: true,
      visits: [
        "b": { b, visitor in
          for child in b.children.reversed() { try child.walkabout(&visitor) }
          return .skipNode
        }
      ])
    #expect(
      result
        == WalkResult(
          "+r +a +a1 -a1 +a2 -a2 -a +b +b3 -b3 +b2 -b2 +b1 +b1x -b1x -b1 +c -c -r"))
  }

  @Test func case19_stoppingANestedWalkDoesNotStopTheOuterOne() throws {
    var nested: Bool?
    let result = try log(
      departs: true,
      visits: [
        "b": { b, visitor in
          nested = try b.children[0].walkabout(&visitor)
          return .skipNode
        },
        "b1x": { _, _ in .stop },
      ])
    #expect(nested == true)
    #expect(
      result == WalkResult("+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 +c -c -r"))
  }

  @Test func case19_aVisitorCanPassTheStopOn() throws {
    let result = try log(
      departs: true,
      visits: [
        "b": { b, visitor in try b.children[0].walkabout(&visitor) ? .stop : .skipNode },
        "b1x": { _, _ in .stop },
      ])
    #expect(
      result
        == WalkResult(
          "+r +a +a1 -a1 +a2 -a2 -a +b +b1 +b1x -b1x -b1 -b -r", stopped: true))
  }

  @Test func aVisitorThatCannotBeCopiedIsLedOverATree() throws {
    struct Counter: NodeVisitor, ~Copyable {
      var count = 0
      mutating func visit(_ node: Node) -> VisitAction {
        count += 1
        return .continue
      }
    }
    var counter = Counter()
    try sampleTree().walkabout(&counter)
    #expect(counter.count == 10)
  }
}
