import DocTree
import Foundation
import Testing

/// A reader that is just enough to call directives and roles: paragraphs and lines.
private final class SmallReader: ParseContext {
  let document = Document()
  let registry: Registry
  let configuration = Configuration()
  var position = SourcePosition(file: SourceFile("page.md"), line: 1, column: 1)
  var files: [String: String] = [:]

  init(_ registry: Registry) { self.registry = registry }

  func parseBlocks(_ text: String, at position: SourcePosition) -> [Node] {
    text.components(separatedBy: "\n\n").map {
      Paragraph(children: parseInline($0, at: position)).with { $0.position = position }
    }
  }

  func parseInline(_ text: String, at position: SourcePosition) -> [Node] { [Text(text)] }

  func readFile(_ path: String) throws -> Source {
    guard let text = files[path] else { throw MarkupError("no file '\(path)'") }
    return Source(text, file: SourceFile(path))
  }

  /// Calls a directive as a reader does: what it declares is parsed before it runs, and what it
  /// throws becomes a diagnostic.
  ///
  /// - Parameter options: as JSON, which is a decoder that is at hand.
  func run(
    directive name: String, argument: String = "", options: String = "{}", content: String = ""
  ) throws -> [Node] {
    let directive = try #require(registry.directive(name))
    return try open(directive, name, argument, options, content)
  }

  private func open<D: Directive>(
    _ directive: D, _ name: String, _ argument: String, _ options: String, _ content: String
  ) throws -> [Node] {
    do {
      let call = DirectiveCall(
        name: name, argument: argument,
        argumentNodes: directive.argument == .optionalInline
          ? parseInline(argument, at: position) : [],
        options: try JSONDecoder().decode(D.Options.self, from: Data(options.utf8)),
        text: content,
        nodes: directive.content == .blocks ? parseBlocks(content, at: position) : [],
        position: position, contentPosition: position)
      return try directive.run(call, in: self)
    } catch let error as MarkupError {
      return [
        document.report(error.severity, error.message, position: error.position ?? position)
      ]
    }
  }

  func run(role name: String, _ text: String) throws -> [Node] {
    try #require(registry.role(name))
      .run(RoleCall(name: name, text: text, position: position), in: self)
  }
}

/// A box with a title, a color and body elements.
private final class Card: Element {
  var color: String?
  override class var schema: Schema {
    Schema([.general, .body], content: .body, attributes: [Attribute("color", \Card.color)])
  }
}

private struct CardDirective: Directive {
  struct Options: Decodable {
    var color: String?
  }
  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    if call.text.isEmpty { throw MarkupError("a card needs a content") }
    let card = Card(children: call.nodes)
    card.color = call.options.color
    card.position = call.position
    if !call.argumentNodes.isEmpty {
      try card.insert(Rubric(children: call.argumentNodes), at: 0)
    }
    return [card]
  }
}

/// Puts the lines of a file into the document.
private struct LinesDirective: Directive {
  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let source = try context.readFile(call.argument)
    return try context.parseBlocks(
      String(decoding: source.bytes, as: UTF8.self),
      at: SourcePosition(file: source.file, line: 1, column: 1))
  }
}

private struct KeyRole: Role {
  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    [
      Literal(children: try context.parseInline(call.text, at: call.position)).with {
        $0.classes = [call.name]
      }
    ]
  }
}

@Suite struct MarkupTests {
  private func reader() throws -> SmallReader {
    SmallReader(
      try Registry(extensions: [
        TestExtension("cards") {
          $0.add(directive: "card", CardDirective())
          $0.add(directive: "lines", LinesDirective())
          $0.add(role: "kbd", KeyRole())
          $0.add(Card.self, .list("card"))
        }
      ]))
  }

  @Test func aDirectiveMakesNodes() throws {
    let reader = try reader()
    let nodes = try reader.run(
      directive: "card", argument: "Title", options: #"{"color": "red"}"#, content: "a\n\nb")
    try reader.document.append(nodes)
    #expect(
      reader.document.pseudoXML() == """
        <document>
            <card color="red">
                <rubric>
                    Title
                <paragraph>
                    a
                <paragraph>
                    b

        """)
    #expect(nodes.first?.position.description == "page.md:1:1")
  }

  @Test func whatADirectiveThrowsBecomesADiagnostic() throws {
    let reader = try reader()
    let nodes = try reader.run(directive: "card")
    #expect(
      reader.document.diagnostics.map(\.description) == [
        "page.md:1:1: error: a card needs a content"
      ])
    #expect(nodes.first is SystemMessage)
  }

  /// What is not written is where the directive is.
  @Test func optionsAndArgumentsHavePlaces() {
    let place = SourcePosition(file: SourceFile("page.md"), line: 3, column: 5)
    let call = DirectiveCall(
      name: "card", argument: "a", options: NoOptions(), position: place,
      argumentPosition: place.advanced(columns: 8),
      optionPositions: ["color": place.advanced(lines: 1, columns: 7)])
    #expect(call.argumentPosition.description == "page.md:3:13")
    #expect(call.position(of: "color").description == "page.md:4:12")
    #expect(call.position(of: "colour") == place)
    let plain = DirectiveCall(name: "card", options: NoOptions(), position: place)
    #expect(plain.argumentPosition == place)
    #expect(SourcePosition.unknown.advanced(lines: 1, columns: 1) == .unknown)
  }

  @Test func aDirectiveReadsFiles() throws {
    let reader = try reader()
    reader.files["more.md"] = "a\n\nb"
    let nodes = try reader.run(directive: "lines", argument: "more.md")
    #expect(nodes.map(\.position.description) == ["more.md:1:1", "more.md:1:1"])
    _ = try reader.run(directive: "lines", argument: "less.md")
    #expect(reader.document.diagnostics.map(\.message) == ["no file 'less.md'"])
  }

  @Test func aRoleMakesNodes() throws {
    let nodes = try reader().run(role: "kbd", "Ctrl")
    #expect(
      nodes.map { $0.pseudoXML() } == ["<literal classes=\"kbd\">\n    Ctrl\n"])
  }
}
