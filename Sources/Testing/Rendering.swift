internal import DocTree
internal import DocTreeProject

/// What a test reads and writes with.
struct Rendering {
  let registry: Registry
  let configuration: Configuration

  /// - Parameter extensions: what is added to Markdown and the formats that DocTree comes with.
  init(_ extensions: [any Extension], _ configuration: Configuration) throws {
    registry = try Registry(extensions: Builtins.extensions + extensions)
    self.configuration = configuration
  }

  /// The document as it is before it is written.
  func read(_ markdown: String) throws -> Document {
    guard let format = registry.sourceFormat(".md") else {
      throw RenderingError("no source format for .md")
    }
    let document = try format.read(
      Source(markdown), in: ReadContext(registry: registry, configuration: configuration))
    for phase in [Phase.read, .local, .resolve] {
      try document.applyTransforms(phase, registry: registry, configuration: configuration)
    }
    return document
  }

  /// - Parameter format: the name of an output format.
  func write(_ document: Document, _ format: String) throws -> (String, [Diagnostic]) {
    guard let type = registry.format(format) else {
      throw RenderingError(
        "no format '\(format)'; there are \(registry.formatNames.joined(separator: ", "))")
    }
    let (output, diagnostics) = try document.translate(
      to: type, registry: registry, configuration: configuration)
    return (String(decoding: output, as: UTF8.self), diagnostics)
  }
}

struct RenderingError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension Node {
  /// The node as a document of its own; what is in a tree stays there.
  var asDocument: Document {
    (self as? Document) ?? Document(children: [parent == nil ? self : deepCopy()])
  }
}
