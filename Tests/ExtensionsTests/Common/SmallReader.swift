import DocTree
import DocTreeExtensions
import Foundation
import Testing

/// A reader that is just enough to call directives: paragraphs, lists with `-` and `*`, headings,
/// and no inline markup.
final class SmallReader: ParseContext {
  let document = Document()
  let registry: Registry
  let configuration = Configuration()
  var position = SourcePosition(file: SourceFile("page.md"), line: 1, column: 1)
  var files: [String: String] = [:]
  var documentName = "folder/page"

  init(_ extensions: any Extension...) throws { registry = try Registry(extensions: extensions) }

  func parseBlocks(_ text: String, at position: SourcePosition) -> [Node] {
    text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map { block in
      if block.hasPrefix("# ") {
        return Rubric(String(block.dropFirst(2))).with { $0.level = 1 }
      }
      return block.hasPrefix("- ") ? list(block) : Paragraph(block).with { $0.position = position }
    }
  }

  func parseInline(_ text: String, at position: SourcePosition) -> [Node] {
    // White space at the beginning of lines is no text, as with all readers.
    [Text(text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n"))]
  }

  func readFile(_ path: String) throws -> Source {
    guard let text = files[path] else { throw MarkupError("no file '\(path)'") }
    return Source(text, file: SourceFile(path))
  }

  private func list(_ text: String) -> BulletList {
    BulletList(
      children: text.components(separatedBy: "\n").map {
        ListItem(Paragraph(String($0.dropFirst(2))))
      })
  }

  /// Calls a directive as a reader does, puts what it makes into the document, and gives that as
  /// pseudo-XML. What it throws becomes a diagnostic.
  ///
  /// - Parameter options: as JSON, which is a decoder that is at hand.
  @discardableResult
  func run(
    _ name: String, _ argument: String = "", _ options: String = "{}", _ content: String = "",
    nodes: [Node]? = nil
  ) throws -> String {
    let directive = try #require(registry.directive(name))
    let made = try open(directive, name, argument, options, content, nodes)
    try document.append(made)
    // What the transform TargetNames does when all of a document is read.
    for element in document.findAll(Element.self)
    where !element.names.isEmpty && element.ids.isEmpty {
      document.noteExplicitTarget(element, messagesIn: element)
    }
    return made.map { $0.pseudoXML() }.joined()
  }

  private func open<D: Directive>(
    _ directive: D, _ name: String, _ argument: String, _ options: String, _ content: String,
    _ nodes: [Node]?
  ) throws -> [Node] {
    let isInline = directive.argument == .optionalInline || directive.argument == .requiredInline
    do {
      let call = DirectiveCall(
        name: name, argument: argument,
        argumentNodes: isInline && !argument.isEmpty ? parseInline(argument, at: position) : [],
        options: try JSONDecoder().decode(D.Options.self, from: Data(options.utf8)),
        text: content,
        nodes: nodes ?? (directive.content == .blocks ? parseBlocks(content, at: position) : []),
        position: position, contentPosition: position)
      return try directive.run(call, in: self)
    } catch let error as MarkupError {
      document.report(error.severity, error.message, position: error.position ?? position)
      return []
    }
  }

  /// What was found wrong so far.
  var messages: [String] { document.diagnostics.map(\.message) }

  /// Runs the transforms of some phases and gives the document as pseudo-XML.
  func transformed(_ phases: Phase...) throws -> String {
    for phase in phases { try document.applyTransforms(phase, registry: registry) }
    return document.pseudoXML()
  }
}
