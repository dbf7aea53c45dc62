public import DocTree

/// Trees as JSON, in and out, with nothing lost.
public struct JSONFormat: Extension {
  public let name = "json"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(format: JSONTranslator.self)
    registry.add(sourceFormat: DocumentJSON())
  }
}

/// Reads what ``JSONTranslator`` writes. The order of an object's keys does not matter.
///
/// An element of a kind that nobody registered becomes an ``UnknownElement``, which is written back
/// as it was.
public struct DocumentJSON: SourceFormat {
  public let name = "json"
  public let suffixes = [".json"]

  public init() {}

  /// - Throws: ``ReadError`` where the text is no JSON, or does not describe a document. An attribute
  ///   with a value that its element cannot have is left out; that goes to the document's
  ///   diagnostics.
  public func read(_ source: Source, in context: ReadContext) throws -> Document {
    var reader = try JSONReader(source, registry: context.registry)
    return try reader.read()
  }
}
