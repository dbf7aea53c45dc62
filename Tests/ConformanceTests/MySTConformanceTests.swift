import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing

/// MyST-Parser's fixtures: the tree that MyST makes of a text, in docutils' dialect or in Sphinx's.
@Suite struct MySTConformanceTests {
  @Test("MyST fixtures as trees", .enabled(if: ConformanceFolder.isPresent))
  func fixtures() throws {
    let registry = try Registry(extensions: Builtins.extensions)
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-fixtures") {
      var counts: [String: ConformanceCount] = [:]
      for item in try ConformanceFolder.cases(file) {
        guard let kind = item["kind"] as? String, kind.hasSuffix("-pseudoxml"),
          let markdown = item["markdown"] as? String, let tree = item["tree"] as? String
        else { continue }
        let name = (item["id"] as? String ?? "").replacing(/[^A-Za-z0-9]+/, with: "-")
        try counts[kind, default: ConformanceCount(file, kind)].check(
          name, input: markdown, expected: TreeConformanceTests.comparable(tree),
          actual: TreeConformanceTests.comparable(
            try Self.tree(item, markdown, isSphinx: kind.hasPrefix("sphinx"), registry)))
      }
      for count in counts.values.sorted(by: { $0.kind < $1.kind }) {
        count.report()
        #expect(count.passed > 0, "\(count.file) \(count.kind)")
      }
    }
  }

  private static func tree(
    _ item: [String: Any], _ markdown: String, isSphinx: Bool, _ registry: Registry
  ) throws -> String {
    var configuration = Configuration()
    configuration[Dialect.key] = isSphinx ? .sphinx : .docutils
    configuration.set(item["settings"] as? [String: Any] ?? [:], in: registry)
    // What stands for the input differs from fixture to fixture.
    let source = (item["tree"] as? String)?.firstMatch(of: /^<document[^\n]* source="([^"]*)"/)?.1
    let file = SourceFile(source.map(String.init) ?? "<string>")
    let document = try Myst().read(
      Source(markdown, file: file),
      in: ReadContext(
        registry: registry, configuration: configuration, documentName: isSphinx ? "index" : ""))
    try document.applyTransforms(.read, registry: registry, configuration: configuration)
    if item["transforms"] as? Bool ?? true {
      try document.applyTransforms(.local, registry: registry, configuration: configuration)
    }
    return document.pseudoXML()
  }
}
