/// Something that makes a tree of a text: Markdown, docutils XML.
public protocol SourceFormat: Sendable {
  /// The name that `--from` takes.
  var name: String { get }
  /// The suffixes of files in it, with their dots: `.md`.
  var suffixes: [String] { get }
  /// Reads a document. What is wrong in the text goes to the document's diagnostics.
  ///
  /// - Throws: only if there can be no document.
  func read(_ source: Source, in context: ReadContext) throws -> Document
}

/// A text and where it comes from.
public struct Source: Sendable {
  public let file: SourceFile
  /// The text in UTF-8, as it stands in the file.
  public let bytes: [UInt8]

  public init(file: SourceFile, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  public init(_ text: String, file: SourceFile = .string) {
    self.init(file: file, bytes: Array(text.utf8))
  }
}

/// What a source format is given besides the text.
public struct ReadContext: Sendable {
  public let registry: Registry
  public let configuration: Configuration
  /// The document's path in its project without the suffix; empty where there is no project.
  /// (Sphinx: docname.)
  public let documentName: String

  public init(
    registry: Registry, configuration: Configuration = Configuration(), documentName: String = ""
  ) {
    self.registry = registry
    self.configuration = configuration
    self.documentName = documentName
  }
}
