import DocTree
import Testing
import Translators

/// The plain text of a document with this content.
func plain(
  _ content: any NodeContent..., width: Int = 70, extensions: [any Extension] = []
) throws -> String {
  let document = Document(children: content.flatMap(\.nodes))
  let (text, diagnostics) = try plainWithDiagnostics(document, width: width, extensions: extensions)
  #expect(diagnostics == [])
  return text
}

/// The plain text of a document, and what was found wrong while it was written.
func plainWithDiagnostics(
  _ document: Document, width: Int = 70, extensions: [any Extension] = []
) throws -> (text: String, diagnostics: [Diagnostic]) {
  let registry = try Registry(extensions: [TextFormat()] + extensions)
  var configuration = Configuration()
  configuration[TextFormat.width] = width
  let (output, diagnostics) = try document.translate(
    to: TextTranslator.self, registry: registry, configuration: configuration)
  return (String(decoding: output, as: UTF8.self), diagnostics)
}

/// A sentence with compounds and a dash.
let fox =
  "The quick brown fox jumps over the lazy dog while the well-known state-of-the-art machine, "
  + "a high-performance engine--and not a slow one--runs on. "

/// A list item of paragraphs and blocks.
func item(_ content: any NodeContent...) -> ListItem {
  ListItem(children: content.flatMap { $0 is String ? [Paragraph($0)] : $0.nodes })
}
