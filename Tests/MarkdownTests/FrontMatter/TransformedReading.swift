import DocTree
import DocTreeMarkdown

extension MystReading {
  /// Reads MyST and applies the transforms that every document goes through.
  static func transformed(
    _ text: String, _ configuration: Configuration = Configuration()
  ) throws -> Document {
    let registry = try Registry(
      extensions: [
        StandardTransforms(), MySTInlineSyntax(), MystBlocks(), SampleDirectives(),
      ])
    let document = try Myst().read(
      Source(text), in: ReadContext(registry: registry, configuration: configuration))
    for phase in [Phase.read, .local] {
      try document.applyTransforms(phase, registry: registry, configuration: configuration)
    }
    return document
  }
}
