import DocTree
import DocTreeProject
import DocTreeTesting
import Foundation
import Testing

/// A page in MyST, with all that DocTree comes with.
struct MystPage {
  let document: Document
  private let registry: Registry
  let configuration: Configuration

  /// - Parameters:
  ///   - settings: config values by their names, as on the command line.
  ///   - file: the path of the page, which files that it names are beside.
  ///   - files: of the project.
  ///   - phase: the last one that is run.
  init(
    _ markdown: String, _ settings: [String: String] = [:], file: String = "<string>",
    files: (any ProjectFiles)? = nil, phase: Phase = .resolve
  ) throws {
    registry = try Registry(extensions: Builtins.extensions)
    var configuration = Configuration()
    for (name, value) in settings { try configuration.set(name, to: value, in: registry) }
    self.configuration = configuration
    let format = try #require(registry.sourceFormat("myst"))
    document = try format.read(
      Source(markdown, file: SourceFile(file)),
      in: ReadContext(
        registry: registry, configuration: configuration, documentName: "index",
        files: files))
    for next in [Phase.read, .local, .resolve] where next <= phase {
      try document.applyTransforms(next, registry: registry, configuration: configuration)
    }
  }

  /// The pseudo-XML of what is in the document.
  var tree: String {
    document.children.map { $0.pseudoXML() }.joined()
  }

  func written(to format: String) throws -> String {
    let type = try #require(registry.format(format))
    let (bytes, diagnostics) = try document.translate(
      to: type, registry: registry, configuration: configuration)
    document.diagnostics += diagnostics
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs the transforms behind the read phase.
  func finish() throws {
    for next in [Phase.local, .resolve] {
      try document.applyTransforms(next, registry: registry, configuration: configuration)
    }
  }

  var messages: [String] { document.diagnostics.map(\.description) }
}
