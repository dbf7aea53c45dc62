import DocTree
import DocTreeExtensions
import Foundation

/// What a role is run with where no reader is at work.
final class StubContext: ParseContext {
  let document = Document()
  let registry: Registry
  var configuration = Configuration()
  let position = SourcePosition(file: .string, line: 1, column: 1)

  init(_ extensions: [any Extension]) throws {
    registry = try Registry(extensions: [StandardKinds()] + extensions)
    document.docname = "index"
  }

  func parseBlocks(_ text: String, at position: SourcePosition) throws -> [Node] {
    [Paragraph(text)]
  }
  func parseInline(_ text: String, at position: SourcePosition) throws -> [Node] { [Text(text)] }
  func readFile(_ path: String) throws -> Source { Source("") }

  /// The dump of what a role makes in a paragraph, without the paragraph.
  func run(_ name: String, _ text: String) throws -> String {
    guard let role = registry.role(name) else { return "no role \(name)" }
    let nodes = try role.run(
      RoleCall(name: name, text: text, position: position), in: self)
    let paragraph = Paragraph(children: nodes)
    try document.setChildren(paragraph)
    try document.applyTransforms(.read, registry: registry, configuration: configuration)
    let dump = document.pseudoXML().split(separator: "\n").dropFirst(2)
    return dump.map { $0.dropFirst(8) }.joined(separator: "\n")
  }

  /// What a directive makes.
  ///
  /// - Parameter options: by the names of the properties that they are decoded to.
  func make(
    _ name: String, _ argument: String, options: [String: String] = [:], content: [Node] = []
  ) throws -> [Node] {
    guard let directive = registry.directive(name) else { return [Text("no directive \(name)")] }
    return try make(directive, name, argument, options, content)
  }

  private func make<Subject: Directive>(
    _ directive: Subject, _ name: String, _ argument: String, _ options: [String: String],
    _ content: [Node]
  ) throws -> [Node] {
    let decoded = try JSONDecoder().decode(
      Subject.Options.self, from: JSONEncoder().encode(options))
    return try directive.run(
      DirectiveCall(
        name: name, argument: argument, options: decoded, nodes: content, position: position),
      in: self)
  }

  /// The dump of a document with these nodes, after the read phase.
  func dump(_ nodes: [Node]) throws -> String {
    try document.setChildren(nodes)
    try document.applyTransforms(.read, registry: registry, configuration: configuration)
    return document.pseudoXML().split(separator: "\n").dropFirst().map { $0.dropFirst(4) }
      .joined(separator: "\n")
  }
}
