import DocTree
import Testing

@testable import DocTreeMarkdown

/// What a reader would offer, for texts without blocks.
final class InlineTestContext: ParseContext {
  let document = Document()
  let registry: Registry
  var configuration: Configuration
  var position = SourcePosition.unknown
  let documentName = "folder/index"
  let syntax: InlineSyntax
  /// Documents and other files that are there.
  var documents: [String: String] = [:]
  var files: Set<String> = []
  var definitions = LinkDefinitions()

  init(
    _ extensions: [String] = [], dialect: Dialect = .docutils,
    change: (inout Configuration) -> Void = { _ in }
  )
    throws
  {
    registry = try Registry(extensions: [
      StandardKinds(), MarkdownExtension(), MySTInlineSyntax(), TestSyntax(),
    ])
    configuration = Configuration()
    configuration[MySTInline.extensions] = extensions
    configuration[Dialect.key] = dialect
    change(&configuration)
    syntax = InlineSyntax(registry: registry, configuration: configuration)
  }

  func parseBlocks(_ text: String, at position: SourcePosition) throws -> [Node] { [] }
  func parseInline(_ text: String, at position: SourcePosition) throws -> [Node] {
    try InlineBatch.nodes(
      of: text, at: position, in: self, syntax: syntax, definitions: definitions)
  }
  func readFile(_ path: String) throws -> Source { throw MarkupError("no file \(path)") }
  func documentName(ofFile path: String) -> String? { documents[path] }
  func hasFile(_ path: String) -> Bool { files.contains(path) }

  /// Reads paragraphs with blank lines between them into the document.
  func read(_ text: String, style: Leaf.Style = .paragraph) throws -> String {
    let batch = InlineBatch(in: self, syntax: syntax, definitions: definitions)
    for leaf in Self.leaves(text, style) {
      try document.append(leaf.element)
      batch.add(leaf)
    }
    try batch.parse()
    definitions = batch.definitions
    return Self.dump(document)
  }

  static func leaves(_ text: String, _ style: Leaf.Style = .paragraph) -> [Leaf] {
    var leaves: [Leaf] = []
    var lines: [Leaf.Line] = []
    func finish() {
      if !lines.isEmpty { leaves.append(Leaf(Paragraph(), style: style, lines: lines)) }
      lines = []
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let indentation = line.utf8.prefix { $0 == 0x20 }.count
      if indentation == line.utf8.count {
        finish()
        continue
      }
      lines.append(
        Leaf.Line(
          bytes: Array(line.utf8)[indentation...],
          position: SourcePosition(file: .string, line: index + 1, column: indentation + 1)))
    }
    finish()
    return leaves
  }

  /// The pseudo-XML without the document's line, without empty lines.
  static func dump(_ element: Element) -> String {
    element.children.map { $0.pseudoXML() }.joined().split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Each element and text with its line and column.
  static func places(_ node: Node) -> [String] {
    var result: [String] = []
    var stack: [Node] = [node]
    while let node = stack.popLast() {
      let place = "\(node.position.line):\(node.position.column)"
      result.append((node.asText.map { "\"\($0.string)\"" } ?? node.kind.name) + " " + place)
      stack += (node.asElement?.children ?? []).reversed()
    }
    return result
  }
}

/// Roles for the tests.
struct TestSyntax: Extension {
  let name = "test"

  struct Abbreviate: Role {
    func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
      [Abbreviation(children: [Text(call.text, position: call.position)])]
    }
  }
  struct Emphasize: Role {
    let makesStrong: Bool
    func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
      let text = Text(call.text, position: call.position)
      return [makesStrong ? Strong(children: [text]) : Emphasis(children: [text])]
    }
  }
  struct Refuse: Role {
    func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
      throw MarkupError("'\(call.text)' is nothing")
    }
  }

  func register(in registry: inout Registry) {
    registry.add(role: "abbr", Abbreviate())
    registry.add(role: "abbreviation", Abbreviate())
    registry.add(role: "emphasis", Emphasize(makesStrong: false))
    registry.add(role: "strong", Emphasize(makesStrong: true))
    registry.add(role: "refuse", Refuse())
  }
}
