import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing
import Translators

/// GitHub's extensions of CommonMark, as cmark-gfm tests them.
@Suite struct GFMConformanceTests {
  /// MyST's name for each of GitHub's extensions; tables and footnotes are always on.
  static let names = [
    "strikethrough": "strikethrough", "tasklist": "tasklist", "autolink": "gfm_autolink",
  ]

  @Test("GitHub's extensions as HTML", .enabled(if: ConformanceFolder.isPresent))
  func extensions() throws {
    let registry = try Registry(extensions: Builtins.extensions)
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("gfm-extensions") {
      var counts: [String: ConformanceCount] = [:]
      for (index, item) in try ConformanceFolder.cases(file).enumerated() {
        guard let kind = item["extension"] as? String, let markdown = item["markdown"] as? String,
          let html = item["html"] as? String, !Self.isAbsent(kind)
        else { continue }
        var reading = MySTReading(registry)
        let enabled = item["enabled"] as? [String] ?? []
        reading.configuration[MySTInline.extensions] = enabled.compactMap { Self.names[$0] }
        reading.configuration[HTMLTranslator.profile] = .commonmark
        let options = item["options"] as? [String] ?? []
        reading.configuration[HTMLTranslator.tableAlignment] =
          options.contains("--table-prefer-style-attributes") ? .style : .attribute
        try counts[kind, default: ConformanceCount(file, kind)].check(
          "\(index)", input: markdown, expected: HTMLNormalization.normalize(html),
          actual: HTMLNormalization.normalize(try reading.html(markdown, through: .local)))
      }
      for count in counts.values.sorted(by: { $0.kind < $1.kind }) {
        if count.kind.contains("footnotes") { count.report() } else { count.expect(percent: 95) }
      }
    }
  }

  /// What MyST knows nothing of: an info string as an attribute, and tags that are forbidden.
  private static func isAbsent(_ kind: String) -> Bool {
    ["full-info-string", "tagfilter"].contains(kind)
  }
}
