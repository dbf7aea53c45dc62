import DocTree
import DocTreeMarkdown
import Foundation
import Translators

/// Reads and writes a case as MyST-Parser and Sphinx do.
struct MySTReading {
  let registry: Registry
  var configuration = Configuration()
  var documentName = "index"
  var file = SourceFile("<src>/index.md")

  init(_ registry: Registry) {
    self.registry = registry
    configuration[Dialect.key] = .sphinx
  }

  /// Applies settings by MyST's names. One that is not known makes its cases fail, and nothing else.
  mutating func apply(_ settings: [String: Any]) { configuration.set(settings, in: registry) }

  /// The tree after the phases up to `last`.
  func document(_ markdown: String, through last: Phase = .local) throws -> Document {
    let document = try Myst().read(
      Source(markdown, file: file),
      in: ReadContext(
        registry: registry, configuration: configuration, documentName: documentName))
    for phase in [Phase.read, .local, .resolve] where phase <= last {
      try document.applyTransforms(phase, registry: registry, configuration: configuration)
    }
    return document
  }

  func html(_ markdown: String, through last: Phase = .resolve) throws -> String {
    try write(try document(markdown, through: last), to: HTMLTranslator.self)
  }

  func text(_ markdown: String) throws -> String {
    try write(try document(markdown, through: .resolve), to: TextTranslator.self)
  }

  private func write<Output: Translator>(
    _ document: Document, to format: Output.Type
  ) throws -> String {
    let (output, _) = try document.translate(
      to: format, registry: registry, configuration: configuration)
    return String(decoding: output, as: UTF8.self)
  }
}
