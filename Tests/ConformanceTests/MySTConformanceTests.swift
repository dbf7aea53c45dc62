import DocTree
import DocTreeProject
import Foundation
import Testing

/// MyST-Parser's fixtures: the tree that MyST makes of a text, in docutils' dialect or in Sphinx's,
/// and what it says about it.
@Suite struct MySTConformanceTests {
  /// Inputs of our own, with what myst-parser 5.2.0, docutils 0.22.4 and Sphinx 9.0.4 make of them.
  @Test(arguments: [("syntax", 50), ("references", 25)])
  func ownCases(name: String, count: Int) throws {
    let registry = try Registry(extensions: Builtins.extensions)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/\(name).json")
    var total = 0
    for item in try ConformanceFolder.cases(file) {
      let item = try #require(MySTCase(item))
      total += 1
      let (tree, report) = try item.read(with: registry)
      let actual = item.comparable(tree: tree, report: report)
      #expect(actual == item.expectation, "case \(item.name)")
    }
    #expect(total > count)
  }

  @Test("MyST fixtures as trees", .enabled(if: ConformanceFolder.isPresent))
  func fixtures() throws {
    let registry = try Registry(extensions: Builtins.extensions + [TestDirectives()])
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-fixtures") {
      var counts: [String: ConformanceCount] = [:]
      for item in try ConformanceFolder.cases(file) {
        guard let item = MySTCase(item) else { continue }
        var count = counts[item.kind] ?? ConformanceCount(file, item.kind)
        defer { counts[item.kind] = count }
        if let reason = MySTExclusions.reason(for: item) {
          count.exclude(item.name, because: reason)
          continue
        }
        let (tree, report) = try item.read(with: registry)
        try count.check(
          item.name, input: item.markdown, expected: item.expectation,
          actual: item.comparable(tree: tree, report: report))
      }
      for count in counts.values.sorted(by: { $0.kind < $1.kind }) {
        count.report()
        let isMain = count.kind.hasSuffix("-pseudoxml") && !count.kind.contains("resolved")
        let limit = isMain ? 95 : 85
        #expect(count.passed * 100 >= count.total * limit, "\(count.file) \(count.kind)")
      }
    }
  }
}
