import Testing

@testable import DocTree

@Suite struct DistinctNamesTests {
  @Test func namesAreAddedOnce() {
    var names = DistinctNames(["a", "a"])
    #expect(names.insert("b") && !names.insert("a") && !names.insert("b"))
    #expect(names.names == ["a", "a", "b"])
  }

  @Test(.timeLimit(.minutes(1))) func manyNames() {
    let many = (0..<100_000).map { "c\($0)" }
    #expect([].adding(many + many) == many)
    #expect(many.adding(["x"] + many + ["y", "x"]) == many + ["x", "y"])
  }
}
