import DocTree
import DocTreeProject
import Foundation
import Testing

@testable import DocTreeMarkdown

/// MyST-Parser's fixtures of HTML: as a tree, written back, and as nodes.
@Suite struct HTMLConformanceTests {
  @Test("HTML", .enabled(if: ConformanceFolder.isPresent))
  func html() throws {
    for file in ConformanceFolder.files where file.lastPathComponent.hasPrefix("myst-fixtures") {
      var trees = ConformanceCount(file, "html-ast")
      var roundTrips = ConformanceCount(file, "html")
      var nodes = ConformanceCount(file, "html-to-nodes")
      for item in try ConformanceFolder.cases(file) {
        guard let kind = item["kind"] as? String, let text = item["markdown"] as? String,
          let expected = item["expected"] as? String
        else { continue }
        let name = ConformanceFolder.name(item)
        switch kind {
        case trees.kind:
          try trees.check(name, input: text, expected: expected, actual: Self.tree(text))
        case roundTrips.kind:
          try roundTrips.check(
            name, input: text, expected: Self.trimmed(expected),
            actual: Self.trimmed(HTMLFragment(text).render([0])))
        case nodes.kind:
          try nodes.check(
            name, input: text, expected: TreeConformanceTests.comparable(expected),
            actual: TreeConformanceTests.comparable(
              Self.nodes(text, item["extensions_needed"] as? [String] ?? [])))
        default: break
        }
      }
      for count in [trees, roundTrips, nodes] { count.expect(percent: 85) }
    }
  }

  /// The text without white space at its end, which MyST-Parser's tests do not compare.
  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The items as MyST-Parser's tests print them, in document order.
  private static func tree(_ html: String) -> String {
    HTMLFragment(html).items.map { item in
      let name =
        switch item.kind {
        case .root: "Root"
        case .tag: "Tag"
        case .emptyTag: "XTag"
        case .voidTag: "VoidTag"
        case .text: "Data"
        case .entity: "Entity"
        case .character: "Char"
        case .comment: "Comment"
        case .declaration: "Declaration"
        case .instruction: "Pi"
        }
      let isTag = [.root, .tag, .emptyTag, .voidTag].contains(item.kind)
      let text = !isTag && item.text.count > 20 ? item.text.prefix(17) + "..." : item.text
      let attributes = item.attributes.map {
        "\(quoted($0.name)): \($0.value.map { quoted($0) } ?? "None")"
      }
      let list = attributes.isEmpty ? "" : ", {\(attributes.joined(separator: ", "))}"
      return "\(name)(\(quoted(String(text)))\(list))\n"
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    return text.contains("'") && !text.contains("\"")
      ? "\"\(escaped)\"" : "'\(escaped.replacing("'", with: "\\'"))'"
  }

  /// What becomes of HTML where the directives that it stands for only show what they are given.
  private static func nodes(_ html: String, _ extensions: [String]) throws -> String {
    let names: Set = ["admonitions", "images"]
    let registry = try Registry(
      extensions: Builtins.extensions.filter { !names.contains($0.name) } + [Showing()])
    var configuration = Configuration()
    configuration[MySTInline.extensions] = extensions
    // The fixtures hand the HTML over as it is, without the text that it stands in.
    let context = MystParseContext(
      document: Document(), registry: registry, configuration: configuration)
    let raw = Raw(text: html)
    raw.format = "html"
    let rules = registry.htmlRules.compactMap { $0.configured(by: configuration) }
    let nodes = try rules.lazy.compactMap { try $0.nodes(raw, in: context) }.first ?? [raw]
    return Container(children: nodes).pseudoXML()
  }
}

private struct Showing: Extension {
  let name = "showing"

  func register(in registry: inout Registry) {
    registry.add(directive: "image", Shown(argument: .required, content: .none))
    registry.add(directive: "admonition", Shown(argument: .required, content: .text))
  }
}

/// A directive in the dump: its argument, and as its text the options and the content.
private final class ShownElement: TextElement {
  override class var elementName: String { "Element" }
}

private struct Shown: Directive {
  struct Options: Decodable, Sendable {
    var align: String?
    var alt: String?
    var `class`: String?
    var height: String?
    var name: String?
    var width: String?
  }
  let argument: DirectiveArgument
  let content: DirectiveContent

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let options = [
      ("align", call.options.align), ("alt", call.options.alt), ("class", call.options.class),
      ("height", call.options.height), ("name", call.options.name), ("width", call.options.width),
    ]
    var lines = options.compactMap { name, value in value.map { ":\(name): \($0)" } }
    lines += ["", call.text]
    let element = ShownElement(lines.joined(separator: "\n"))
    element.undeclaredAttributes["first"] = .string(call.argument)
    element.undeclaredAttributes["name"] = .string(call.name)
    // The fixtures say that the HTML stands in line 0, whatever is before it.
    element.undeclaredAttributes["position"] = .string("0")
    return [element]
  }
}
