import DocTree
import Testing

@Suite struct KnownNamesTests {
  @Test(arguments: [
    ("commonmrak", "commonmark"), ("HTML", "html"), ("htlm", "html"), ("txt", "text"),
    ("pseudo-xml", "pseudoxml"),
  ])
  func findsTheNearest(name: String, nearest: String) {
    let names = ["commonmark", "html", "json", "pseudoxml", "text", "xml"]
    #expect(nearestName(to: name, among: names) == nearest)
  }

  @Test(arguments: ["", "pdf", "latex", "x"])
  func findsNothingFarAway(name: String) {
    #expect(nearestName(to: name, among: ["commonmark", "html", "json"]) == nil)
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(nearestName(to: "cat", among: ["car", "bat"]) == "car")
    #expect(nearestName(to: "cat", among: ["bat", "car"]) == "bat")
  }

  /// The plain definition of the distance.
  private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count { table[i][0] = i }
    for j in 0...right.count { table[0][j] = j }
    for i in 0..<left.count {
      for j in 0..<right.count {
        var cost = min(
          table[i][j + 1] + 1, table[i + 1][j] + 1, table[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = cost
      }
    }
    return table[left.count][right.count]
  }

  /// What is passed over early is nothing that would have been found.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func findsWhatComparingAllWouldFind(seed: UInt64) {
    var state = seed
    func random(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % count)
    }
    func name() -> String {
      String((0..<random(9)).map { _ in ["a", "b", "c", "é"][random(4)] }.joined())
    }
    let names = (0..<30).map { _ in name() }
    let known = KnownNames(names)
    for _ in 0..<50 {
      let wanted = name()
      var best: (name: String, distance: Int)?
      // The name itself is no misspelling.
      for name in names where name != wanted {
        let (left, right) = (Array(wanted.unicodeScalars), Array(name.unicodeScalars))
        let longer = max(left.count, right.count)
        let distance = distance(left, right)
        guard distance <= max(1, longer / 3), distance < longer else { continue }
        if best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
      }
      #expect(known.nearest(to: wanted) == best?.name, "\(wanted) among \(names)")
    }
  }

  @Test func veryLongNamesAreNoNames() {
    let long = String(repeating: "a", count: 101)
    #expect(nearestName(to: long, among: [long]) == nil)
    #expect(nearestName(to: long.dropLast() + "b", among: [String(long.dropLast())]) == nil)
    #expect(nearestName(to: long.dropLast(2) + "b", among: [String(long.dropLast())]) != nil)
  }

  /// Each compared letter by letter, these would take minutes.
  @Test func manyNamesAreLookedForAmongMany() {
    let known = KnownNames((0..<3000).map { "section \($0) of the manual" })
    for number in 0..<300 {
      #expect(known.nearest(to: "xyzq\(number) other words entirely") == nil)
    }
  }

  @Test func aNameIsNoMisspellingOfItself() {
    #expect(nearestName(to: "name", among: ["name"]) == nil)
    #expect(nearestName(to: "name", among: ["name", "nme"]) == "nme")
    #expect(nearestName(to: "name", among: ["nme", "Name", "name"]) == "Name")
  }
}
