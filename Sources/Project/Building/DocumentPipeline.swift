public import DocTree
import DocTreeMarkdown

/// The way of one document from its source to an output.
public struct DocumentPipeline: Sendable {
  public let registry: Registry
  public let configuration: Configuration
  public let output: any Translator.Type
  /// The last phase before writing: `.read` for the tree as it was read.
  public let lastPhase: Phase

  public init(
    registry: Registry, configuration: Configuration, output: any Translator.Type,
    lastPhase: Phase = .resolve
  ) {
    self.registry = registry
    self.configuration = configuration
    self.output = output
    self.lastPhase = lastPhase
  }

  /// Reads, transforms and writes a document.
  ///
  /// - Parameters:
  ///   - name: the document's path in its project without the suffix; empty for none.
  ///   - change: called with the document before it is written.
  /// - Returns: the output in UTF-8, and what was found wrong, in the order in which it was.
  /// - Throws: what the format, a transform or a handler throws.
  public func run(
    _ source: Source, as format: any SourceFormat, named name: String = "",
    beforeWriting change: (Document) throws -> Void = { _ in }
  ) throws -> (output: [UInt8], diagnostics: [Diagnostic]) {
    let (source, encodingProblem) = SourceText.repaired(source)
    let document = try format.read(
      source, in: ReadContext(registry: registry, configuration: configuration, documentName: name))
    for phase in [Phase.read, .local, .resolve] where phase <= lastPhase {
      try document.applyTransforms(phase, registry: registry, configuration: configuration)
    }
    let filter = WarningFilter(
      configuration[WarningFilter.key] + configuration[MystSettings.suppressedWarnings])
    filter.apply(to: document)
    try change(document)
    let result = try document.translate(
      to: output, registry: registry, configuration: configuration)
    return (
      result.output,
      ((encodingProblem.map { [$0] } ?? []) + document.diagnostics + result.diagnostics)
        .filter { !filter.suppresses($0) }
    )
  }
}
