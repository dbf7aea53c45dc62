import DocTree
import Foundation
import Testing

@testable import DocTreeMarkdown

/// MyST-Parser's fixtures of the options of directives: what stands in them, and what is wrong.
@Suite struct OptionConformanceTests {
  @Test("Options of directives", .enabled(if: ConformanceFolder.isPresent))
  func options() throws {
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-fixtures") {
      var values = ConformanceCount(file, "option-parse-json")
      var errors = ConformanceCount(file, "option-parse-error")
      for item in try ConformanceFolder.cases(file) {
        guard let kind = item["kind"] as? String, let text = item["markdown"] as? String,
          let expected = item["expected"] as? String
        else { continue }
        let name = ConformanceFolder.name(item)
        if kind == values.kind {
          try values.check(
            name, input: text, expected: Self.sorted(expected), actual: Self.values(text))
        } else if kind == errors.kind {
          try errors.check(name, input: text, expected: expected, actual: Self.problem(text))
        }
      }
      for count in [values, errors] { count.expect(percent: 85) }
    }
  }

  private static func scanner(_ text: String) -> OptionText {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return OptionText(
      lines.enumerated().map { index, line in
        OptionText.Line(
          bytes: Array(line.utf8)[...], position: SourcePosition(line: index, column: 0))
      })
  }

  private static func values(_ text: String) throws -> String {
    var scanner = scanner(text)
    let options = try scanner.parse()
    let object: [String: Any] = [
      "dict": options.map { [$0.name, $0.value] }, "comments": scanner.firstComment != nil,
    ]
    return try json(object)
  }

  private static func problem(_ text: String) -> String {
    var scanner = scanner(text)
    do {
      return "no problem: \(try scanner.parse())"
    } catch {
      var lines: [String] = []
      if let context = error.context {
        lines = [context.activity, place(context.position)]
      }
      return (lines + [error.problem, place(error.position)]).joined(separator: "\n")
    }
  }

  private static func place(_ position: SourcePosition) -> String {
    "at line \(position.line), column \(position.column)"
  }

  private static func sorted(_ text: String) throws -> String {
    try json(try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  private static func json(_ object: Any) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }
}
