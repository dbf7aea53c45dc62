import DocTree
import DocTreeProject
import Foundation
import Testing

/// MyST-Parser's fixtures: the tree that MyST makes of a text, in docutils' dialect or in Sphinx's,
/// and what it says about it.
@Suite struct MySTConformanceTests {
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
