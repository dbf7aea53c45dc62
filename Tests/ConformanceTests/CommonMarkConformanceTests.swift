import DocTree
import DocTreeMarkdown
import Foundation
import Testing
import Translators

/// The examples of the CommonMark specification, and of smart punctuation.
@Suite struct CommonMarkConformanceTests {
  static let registry = Result {
    try Registry(extensions: [StandardTransforms(), MarkdownExtension(), HTMLFormat()])
  }

  @Test(
    "CommonMark examples as HTML", .enabled(if: ConformanceFolder.isPresent))
  func examples() throws {
    for file in ConformanceFolder.files {
      let name = file.lastPathComponent
      guard name.hasPrefix("commonmark-") || name.hasPrefix("cmark-smart"),
        !name.contains("pseudoxml")
      else { continue }
      var count = ConformanceCount(file, "html")
      for (index, item) in try ConformanceFolder.cases(file).enumerated() {
        guard let markdown = item["markdown"] as? String, let html = item["html"] as? String else {
          continue
        }
        let example = item["example"] as? Int ?? index
        try count.check(
          String(example), input: markdown,
          expected: HTMLNormalization.normalize(html),
          actual: HTMLNormalization.normalize(
            try Self.html(markdown, smart: name.hasPrefix("cmark-smart"))))
      }
      count.report()
      // libcmark decides which version of the specification is read.
      if !name.contains(CommonMark.otherSpecification) {
        #expect(count.passed == count.total, "\(name)")
      }
    }
  }

  static func html(_ markdown: String, smart: Bool = false) throws -> String {
    let registry = try registry.get()
    var configuration = Configuration()
    configuration[HTMLTranslator.profile] = .commonmark
    configuration[CommonMark.smart] = smart
    let document = try CommonMark().read(
      Source(markdown), in: ReadContext(registry: registry, configuration: configuration))
    try document.applyTransforms(.read, registry: registry, configuration: configuration)
    let (output, _) = try document.translate(
      to: HTMLTranslator.self, registry: registry, configuration: configuration)
    return String(decoding: output, as: UTF8.self)
  }
}

extension CommonMark {
  /// The version of the specification that the installed libcmark does not implement.
  static var otherSpecification: String {
    specificationVersion.hasPrefix("0.30") ? "0.31" : "0.30"
  }
}
