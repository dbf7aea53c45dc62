import DocTree
import DocTreeMarkdown
import Foundation
import Testing
import Translators

/// What docutils holds for the examples of the CommonMark specification.
@Suite struct TreeConformanceTests {
  @Test("CommonMark examples as trees", .enabled(if: ConformanceFolder.isPresent))
  func trees() throws {
    let registry = try CommonMarkConformanceTests.registry.get()
    for file in ConformanceFolder.files
    where file.lastPathComponent.hasPrefix("commonmark-pseudoxml") {
      var counts: [String: ConformanceCount] = [:]
      for item in try ConformanceFolder.cases(file) {
        guard let markdown = item["markdown"] as? String else { continue }
        let specification = item["spec"] as? String ?? ""
        if specification.hasPrefix(CommonMark.otherSpecification) { continue }
        for kind in ["no_transforms", "pseudoxml"] {
          guard let expected = item[kind] as? String else { continue }
          let document = try CommonMark().read(
            Source(markdown), in: ReadContext(registry: registry))
          var configuration = Configuration()
          configuration[Dialect.key] = .docutils
          try document.applyTransforms(.read, registry: registry, configuration: configuration)
          if kind == "pseudoxml" {
            try document.applyTransforms(.local, registry: registry, configuration: configuration)
          }
          let example = item["example"] as? Int ?? 0
          try counts[kind, default: ConformanceCount(file, kind)].check(
            "\(specification)-\(example)", input: markdown, expected: Self.comparable(expected),
            actual: Self.comparable(document.pseudoXML()))
        }
      }
      for count in counts.values.sorted(by: { $0.kind < $1.kind }) {
        count.report()
        #expect(count.passed * 100 >= count.total * 95, "\(count.file) \(count.kind)")
      }
    }
  }

  /// Right ends stripped, lines of white space alone dropped.
  static func comparable(_ dump: String) -> String {
    dump.split(separator: "\n").map { line in
      line.reversed().drop { $0.isWhitespace }.reversed().map(String.init).joined()
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
