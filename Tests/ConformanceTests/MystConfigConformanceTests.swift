import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing

/// MyST-Parser's fixtures about its options: the tree in docutils' dialect, and the warnings.
@Suite struct MystConfigConformanceTests {
  @Test("MyST options", .enabled(if: ConformanceFolder.isPresent))
  func options() throws {
    let registry = try Registry(extensions: Builtins.extensions)
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-fixtures") {
      var count = ConformanceCount(file, "config")
      for item in try ConformanceFolder.cases(file) {
        guard let id = item["id"] as? String, id.hasPrefix("myst-config:"),
          let markdown = item["markdown"] as? String, let tree = item["tree"] as? String
        else { continue }
        var configuration = Configuration()
        configuration[Dialect.key] = .docutils
        configuration.set(item["settings"] as? [String: Any] ?? [:], in: registry)
        let document = try Myst().read(
          Source(markdown), in: ReadContext(registry: registry, configuration: configuration))
        for phase in [Phase.read, .local] {
          try document.applyTransforms(phase, registry: registry, configuration: configuration)
        }
        let report = document.diagnostics.filter { $0.severity >= .warning }.map { item in
          let category = item.category.isEmpty ? "" : " [\(item.category)]"
          let level = "\(item.severity.typeName)/\(item.severity.rawValue)"
          return
            "\(item.position.file):\(item.position.line): (\(level)) \(item.message)\(category)"
        }
        try count.check(
          id.replacing(":", with: "-"), input: markdown,
          expected: TreeConformanceTests.comparable(tree) + "\n\n"
            + TreeConformanceTests.comparable(item["report"] as? String ?? ""),
          actual: TreeConformanceTests.comparable(document.pseudoXML()) + "\n\n"
            + report.joined(separator: "\n"))
      }
      count.report()
      #expect(count.passed > 0)
    }
  }
}
