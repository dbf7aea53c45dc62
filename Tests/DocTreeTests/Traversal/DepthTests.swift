import DocTree
import Testing

/// docutils ends in a RecursionError some 500 levels down.
@Suite struct DepthTests {
  /// An element with `levels` levels below it, all but the last with one child.
  static func chain(_ levels: Int) -> Element {
    var node = Container()
    for _ in 0..<levels { node = Container(children: [node]) }
    return node
  }

  private struct Depth: NodeVisitor {
    var open = 0
    var deepest = 0
    var departures = 0

    mutating func visit(_ node: Node) -> VisitAction {
      open += 1
      deepest = max(deepest, open)
      return .continue
    }

    mutating func depart(_ node: Node) -> DepartAction {
      open -= 1
      departures += 1
      return .continue
    }
  }

  @Test func case20_aMillionLevelsAreWalkedAndFreed() throws {
    weak var freed: Node?
    do {
      let root = Self.chain(1_000_000)
      freed = root.children[0]
      var walk = Depth()
      #expect(try !root.walk(&walk))
      #expect(walk.open == 1_000_001)
      var walkabout = Depth()
      #expect(try !root.walkabout(&walkabout))
      #expect(walkabout.deepest == 1_000_001)
      #expect(walkabout.departures == 1_000_001)
      #expect(walkabout.open == 0)
    }
    #expect(freed == nil)
  }

  @Test func case20_stoppingAtTheBottomDepartsFromEveryLevel() throws {
    let root = Self.chain(100_000)
    var departures = 0
    var visitor = GenericNodeVisitor(
      visit: { node, _ in node.asElement?.children.isEmpty == true ? .stop : .continue },
      depart: { _, _ in
        departures += 1
        return .continue
      })
    #expect(try root.walkabout(&visitor))
    #expect(departures == 100_001)
  }

  @Test func case20_deepTreesAreCopied() throws {
    let copy = Self.chain(100_000).deepCopy()
    var depth = Depth()
    try copy.walkabout(&depth)
    #expect(depth.deepest == 100_001)
  }

  @Test func aChildOfADeepTreeThatIsHeldElsewhereSurvivesIt() throws {
    var root: Element? = Self.chain(100_000)
    var node = try #require(root?.children[0].asElement)
    for _ in 0..<1000 { node = try #require(node.children[0].asElement) }
    root = nil
    #expect(node.parent == nil)
    var depth = Depth()
    try node.walkabout(&depth)
    #expect(depth.deepest == 99_000)
  }
}
