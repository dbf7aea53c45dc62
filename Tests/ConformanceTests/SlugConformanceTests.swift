import DocTreeExtensions
import Foundation
import Testing

/// The anchors of headings.
@Suite struct SlugConformanceTests {
  @Test("Slugs of headings", .enabled(if: ConformanceFolder.isPresent))
  func slugs() throws {
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-slugs") {
      let data = try Data(contentsOf: file)
      let vectors = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      var slugs = ConformanceCount(file, "slugify")
      for (index, item) in (vectors["slugify"] as? [[String: String]] ?? []).enumerated() {
        let input = try #require(item["input"])
        let style = try #require(HeadingSlug(rawValue: item["preset"] ?? ""))
        try slugs.check(
          "\(index)", input: input, expected: item["expected"] ?? "", actual: style.slug(of: input))
      }
      slugs.report()
      var unique = ConformanceCount(file, "unique")
      for (index, item) in (vectors["unique"] as? [[String: Any]] ?? []).enumerated() {
        let slug = try #require(item["slug"] as? String)
        try unique.check(
          "\(index)", input: slug, expected: item["expected"] as? String ?? "",
          actual: HeadingSlug.unique(slug, among: Set(item["existing"] as? [String] ?? [])))
      }
      unique.report()
      for count in [slugs, unique] {
        #expect(count.passed == count.total, "\(count.file) \(count.kind)")
      }
    }
  }
}
