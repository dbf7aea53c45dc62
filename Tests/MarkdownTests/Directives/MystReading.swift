import DocTree
import DocTreeMarkdown

/// Reads MyST with the directives that the tests need.
enum MystReading {
  static func read(
    _ text: String, enabling extensions: [String] = [], with others: [any Extension] = []
  ) throws -> Document {
    let registry = try Registry(
      extensions: [MySTInlineSyntax(), MystBlocks(), SampleDirectives()] + others)
    var configuration = Configuration()
    configuration[MySTInline.extensions] = extensions
    return try Myst().read(
      Source(text), in: ReadContext(registry: registry, configuration: configuration))
  }

  /// The tree without the line of the document.
  static func tree(_ text: String, enabling extensions: [String] = []) throws -> String {
    let dump = try read(text, enabling: extensions).pseudoXML()
    return dump.split(separator: "\n").dropFirst().map { $0.dropFirst(4) }.joined(separator: "\n")
  }
}

/// Directives of each sort.
struct SampleDirectives: Extension {
  let name = "samples"

  func register(in registry: inout Registry) {
    registry.add(directive: "note", NoteDirective())
    registry.add(directive: "admonition", TitledDirective())
    registry.add(directive: "code", CodeDirective())
    registry.add(directive: "again", AgainDirective())
    registry.add(directive: "refuse", RefusingDirective())
  }
}

private struct NoteDirective: Directive {
  struct Options: Decodable, Sendable {
    var `class`: [String]?
    var name: String?
  }
  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let note = Note(children: call.nodes, position: call.position)
    note.classes = call.options.class ?? []
    return [note]
  }
}

private struct TitledDirective: Directive {
  let argument = DirectiveArgument.requiredInline
  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    [Admonition(children: [Title(children: call.argumentNodes)] + call.nodes)]
  }
}

private struct CodeDirective: Directive {
  enum Style: String, Decodable, Sendable, CaseIterable { case plain, fancy }
  struct Options: Decodable, Sendable {
    var linenos: Bool?
    var linenoStart: Int?
    var style: Style?
    var required: String
  }
  let argument = DirectiveArgument.optional
  let content = DirectiveContent.text
  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let block = LiteralBlock(Text(call.text, position: call.contentPosition))
    block.language = call.argument
    block.classes = [
      "\(call.options.linenos ?? false)", "\(call.options.linenoStart ?? 0)",
      call.options.style?.rawValue ?? "none", call.options.required,
    ]
    return [block]
  }
}

/// Parses its text once more when it runs.
private struct AgainDirective: Directive {
  let content = DirectiveContent.text
  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    try context.parseBlocks(call.text, at: call.contentPosition)
  }
}

private struct RefusingDirective: Directive {
  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    throw MarkupError("no")
  }
}
