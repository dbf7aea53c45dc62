import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing

/// The examples of MyST's manual: Sphinx's tree of each, the tree when references are resolved, and
/// what Sphinx writes of it as HTML and as text.
@Suite struct ExampleConformanceTests {
  @Test("Examples of MyST's manual", .enabled(if: ConformanceFolder.isPresent))
  func examples() throws {
    let registry = try Registry(extensions: Builtins.extensions)
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-examples") {
      var trees = ConformanceCount(file, "sphinx")
      var resolved = ConformanceCount(file, "sphinx_resolved")
      var pages = ConformanceCount(file, "html")
      var texts = ConformanceCount(file, "text")
      for item in try ConformanceFolder.cases(file) {
        guard let markdown = item["markdown"] as? String else { continue }
        var reading = MySTReading(registry)
        reading.apply(item["settings"] as? [String: Any] ?? [:])
        reading.configuration[MySTInline.extensions] = item["extensions_needed"] as? [String] ?? []
        let name = "\(item["file"] ?? "")-\(item["start_line"] ?? "")".replacing("/", with: "-")
        if let reason = Self.reasonToLeaveOut(markdown) {
          trees.exclude(name, because: reason)
          continue
        }
        if let expected = item["sphinx"] as? String {
          try trees.check(
            name, input: markdown, expected: TreeConformanceTests.comparable(expected),
            actual: TreeConformanceTests.comparable(try reading.document(markdown).pseudoXML()))
        }
        if let expected = item["sphinx_resolved"] as? String {
          try resolved.check(
            name, input: markdown, expected: TreeConformanceTests.comparable(expected),
            actual: TreeConformanceTests.comparable(
              try reading.document(markdown, through: .resolve).pseudoXML()))
        }
        if let expected = item["html"] as? String {
          try pages.check(
            name, input: markdown, expected: SphinxHTML.comparable(expected),
            actual: SphinxHTML.comparable(try reading.html(markdown)))
        }
        if let expected = item["text"] as? String {
          try texts.check(
            name, input: markdown, expected: Self.trimmed(expected),
            actual: Self.trimmed(try reading.text(markdown)))
        }
      }
      trees.expect(percent: 85)
      for count in [resolved, pages, texts] { count.report() }
    }
  }

  /// Why an example says nothing about DocTree.
  private static func reasonToLeaveOut(_ markdown: String) -> String? {
    if markdown.contains("{eval-rst}") {
      return "embedded reStructuredText, which DocTree does not read"
    }
    if markdown.contains("{autodoc2") { return "documentation that is taken from Python's code" }
    if markdown.contains("{card}") {
      return "sphinx-design, which MyST was run without, so that only a message was left"
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop(while: \.isWhitespace).reversed())
    }.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }
}
