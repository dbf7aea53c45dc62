public import DocTree

/// Reads docutils' XML: what ``XMLTranslator`` and docutils write. A root element that is no
/// document becomes the only child of one.
///
/// Positions are those in the XML. An element that nobody registered becomes an ``UnknownElement``.
/// (docutils: parsers.docutils_xml.)
public struct DocutilsXML: SourceFormat {
  public let name = "xml"
  public let suffixes = [".xml"]

  public init() {}

  /// - Throws: ``ReadError`` where the text is no XML. An attribute with a value that its element
  ///   cannot have is left out; that goes to the document's diagnostics.
  public func read(_ source: Source, in context: ReadContext) throws -> Document {
    var reader = try XMLReader(source, registry: context.registry)
    return try reader.read()
  }
}
