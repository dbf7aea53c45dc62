import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing

/// Small projects of Sphinx with MyST: the tree and the HTML of their Markdown pages.
@Suite struct ProjectConformanceTests {
  @Test("Projects of Sphinx with MyST", .enabled(if: ConformanceFolder.isPresent))
  func projects() throws {
    let registry = try Registry(extensions: Builtins.extensions)
    for file in ConformanceFolder.files
    where file.lastPathComponent.hasPrefix("myst-sphinx-projects") {
      var counts: [String: ConformanceCount] = [:]
      for item in try ConformanceFolder.cases(file) {
        guard let markdown = item["markdown"] as? String, let name = item["docname"] as? String,
          let files = item["files"] as? [String: String], files["\(name).md"] != nil,
          let outputs = item["outputs"] as? [String: [String: Any]]
        else { continue }
        var reading = MySTReading(registry)
        reading.documentName = name
        reading.file = SourceFile("\(name).md")
        reading.apply(Self.settings(files["conf.py"] ?? ""))
        for (kind, output) in outputs {
          guard let expected = output["expected"] as? String else { continue }
          let (wanted, actual) = try Self.compare(kind, expected, markdown, reading)
          try counts[kind, default: ConformanceCount(file, kind)].check(
            "\(item["test"] ?? "")", input: markdown, expected: wanted, actual: actual)
        }
      }
      for count in counts.values.sorted(by: { $0.kind < $1.kind }) {
        count.report()
        #expect(count.passed == count.total, "\(count.file) \(count.kind)")
      }
    }
  }

  private static func compare(
    _ kind: String, _ expected: String, _ markdown: String, _ reading: MySTReading
  ) throws -> (expected: String, actual: String) {
    switch kind {
    case "html":
      // What the theme puts around the body is none of the page's.
      let body = expected.firstMatch(
        of: #/<div class="body" role="main">(.*?)(?:<\/div>\s*)*$/#.dotMatchesNewlines())
      let html = String(body?.1 ?? expected[...])
      return (SphinxHTML.comparable(html), SphinxHTML.comparable(try reading.html(markdown)))
    default:
      let document = try reading.document(
        markdown, through: kind.contains("resolved") ? .resolve : .local)
      return (
        TreeConformanceTests.comparable(expected),
        TreeConformanceTests.comparable(document.pseudoXML())
      )
    }
  }

  /// The values of a `conf.py` that are lists or dictionaries of strings.
  private static func settings(_ python: String) -> [String: Any] {
    var settings: [String: Any] = [:]
    for match in python.matches(of: #/(?m)^(\w+) = ([\[{].*)$/#) {
      settings[String(match.1)] = try? JSONSerialization.jsonObject(with: Data(match.2.utf8))
    }
    return settings
  }
}
