import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing

/// MyST-Parser's fixtures of what a directive is given: argument, options, content, and what is
/// wrong with them.
@Suite struct DirectiveConformanceTests {
  @Test("What directives are given", .enabled(if: ConformanceFolder.isPresent))
  func calls() throws {
    // The directives only show what they are given; their declarations are those of the real ones.
    let replaced: Set = ["admonitions", "code", "images"]
    let registry = try Registry(
      extensions: Builtins.extensions.filter { !replaced.contains($0.name) } + [Showing()])
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-fixtures") {
      var count = ConformanceCount(file, "directive-parse-yaml")
      for item in try ConformanceFolder.cases(file) {
        guard item["kind"] as? String == count.kind, let text = item["markdown"] as? String,
          let expected = item["expected"] as? String
        else { continue }
        try count.check(
          ConformanceFolder.name(item), input: text, expected: Self.unfolded(expected),
          actual: Self.call(text, registry))
      }
      count.expect(percent: 85)
    }
  }

  private static func call(_ text: String, _ registry: Registry) throws -> String {
    let document = try Myst().read(Source(text), in: ReadContext(registry: registry))
    if let error = document.diagnostics.first(where: { $0.severity == .error }) {
      return "error: " + error.message.replacing(#/^Directive '[^']*': /#, with: "")
    }
    let shown = document.findAll(LiteralBlock.self).map { $0.astext() }.joined()
    let warnings = document.diagnostics.filter { $0.severity == .warning }.map(warning)
    return shown + "\n" + list("warnings", warnings)
  }

  /// A diagnostic as MyST-Parser's tests print it. Lines count from that of the fence.
  private static func warning(_ diagnostic: Diagnostic) -> String {
    let message = diagnostic.message.replacing(#/^'[^']*': /#, with: "")
    let isQuoted = message.contains("'")
    let quote = isQuoted ? "\"" : "'"
    let (type, value, hasLine) =
      switch diagnostic.category {
      case "myst.directive_option": ("DIRECTIVE_OPTION", "directive_option", true)
      case "myst.directive_comments": ("DIRECTIVE_OPTION_COMMENTS", "directive_comments", true)
      default: ("DIRECTIVE_PARSING", "directive_parse", false)
      }
    let line = hasLine ? "\(diagnostic.position.line - 1)" : "None"
    return "ParseWarnings(msg=\(quote)\(message)\(quote), lineno=\(line), "
      + "type=<MystWarnings.\(type): '\(value)'>)"
  }

  static func list(_ name: String, _ items: [String]) -> String {
    items.isEmpty ? "\(name): []" : "\(name):\n" + items.map { "- \($0)" }.joined(separator: "\n")
  }

  /// YAML with each string on one line, and without quotation marks around it.
  private static func unfolded(_ yaml: String) -> String {
    var lines: [String] = []
    var isQuoted = false
    for line in yaml.split(separator: "\n") {
      if isQuoted {
        lines[lines.count - 1] += " " + line.drop { $0 == " " }
      } else {
        lines.append(String(line))
        isQuoted = line.hasPrefix("- '")
      }
      if isQuoted, lines[lines.count - 1].hasSuffix(")'") {
        let item = lines[lines.count - 1].dropFirst(3).dropLast()
        lines[lines.count - 1] = "- " + item.replacingOccurrences(of: "''", with: "'")
        isQuoted = false
      }
    }
    return lines.joined(separator: "\n")
  }
}

private struct Showing: Extension {
  let name = "showing"

  func register(in registry: inout Registry) {
    let admonitions = [
      "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip",
      "warning",
    ]
    for name in admonitions { registry.add(directive: name, Shown<NameOptions>(argument: .none)) }
    registry.add(directive: "admonition", Shown<NameOptions>(argument: .required))
    for name in ["code-block", "code", "sourcecode"] {
      registry.add(directive: name, Shown<CodeOptions>(argument: .optional))
    }
  }
}

/// An option as its YAML.
private protocol ShownOption: Decodable, Sendable {
  init(_ text: String)
  var yaml: String { get }
}

extension ShownOption {
  init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }
}

private struct FlagOption: ShownOption {
  init(_ text: String) {}
  var yaml: String { " null" }
}

private struct TextOption: ShownOption {
  let text: String
  init(_ text: String) { self.text = text }
  var yaml: String { " \(text)" }
}

private struct WordsOption: ShownOption {
  let words: [Substring]
  init(_ text: String) { words = text.split(separator: " ") }
  var yaml: String { words.map { "\n  - \($0)" }.joined() }
}

private protocol ShownOptions: Decodable, Sendable {
  var all: [(String, (any ShownOption)?)] { get }
}

private struct NameOptions: ShownOptions {
  var `class`: WordsOption?
  var name: TextOption?
  var all: [(String, (any ShownOption)?)] { [("class", self.class), ("name", name)] }
}

private struct CodeOptions: ShownOptions {
  var caption: TextOption?
  var `class`: WordsOption?
  var dedent: TextOption?
  var emphasizeLines: TextOption?
  var force: FlagOption?
  var linenoStart: TextOption?
  var linenos: FlagOption?
  var name: TextOption?
  var all: [(String, (any ShownOption)?)] {
    [
      ("caption", caption), ("class", self.class), ("dedent", dedent),
      ("emphasize-lines", emphasizeLines), ("force", force), ("lineno-start", linenoStart),
      ("linenos", linenos), ("name", name),
    ]
  }
}

private struct Shown<Options: ShownOptions>: Directive {
  let argument: DirectiveArgument
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let options = call.options.all.compactMap { name, value in
      value.map { "\n  \(name):\($0.yaml)" }
    }
    let lines = [
      DirectiveConformanceTests.list("arguments", call.argument.isEmpty ? [] : [call.argument]),
      DirectiveConformanceTests.list("body", call.text.split(separator: "\n").map(String.init)),
      "content_offset: \(call.contentPosition.line - 2)",
      "options:" + (options.isEmpty ? " {}" : options.joined()),
    ]
    return [LiteralBlock(Text(lines.joined(separator: "\n")))]
  }
}
