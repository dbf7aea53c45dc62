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
  /// The files of the project; nil where there is no project.
  public let files: (any ProjectFiles)?

  public init(
    registry: Registry, configuration: Configuration = Configuration(), documentName: String = "",
    files: (any ProjectFiles)? = nil
  ) {
    self.registry = registry
    self.configuration = configuration
    self.documentName = documentName
    self.files = files
  }

  /// Whether somebody needs ``Element/rawSource``. Readers whose text has markup keep it then.
  public var needsRawSource: Bool { registry.rawSourceUses.contains { $0(self) } }
}

/// The files that one document can name. What it asks is recorded, so that the document is read
/// again when an answer changes.
///
/// Paths are relative to the document, or to the project if they begin with `/`.
public protocol ProjectFiles: Sendable {
  /// - Throws: ``MarkupError`` if there is no such file, it cannot be read, or it lies outside the
  ///   project.
  func read(_ path: String) throws -> Source
  /// Reads a file that many documents need, and makes something of it once for all of them.
  ///
  /// - Parameter make: depends on nothing but the source and the type.
  /// - Throws: ``MarkupError`` as ``read(_:)`` does, or what `make` throws.
  func shared<Value: AnyObject & Sendable>(
    _ path: String, _ make: @Sendable (Source) throws -> Value
  ) throws -> Value
  /// Whether there is such a file in the project.
  func hasFile(_ path: String) -> Bool
  /// The name of the document that is read from a file; nil if it is none.
  func documentName(ofFile path: String) -> String?
}

extension ProjectFiles {
  public func shared<Value: AnyObject & Sendable>(
    _ path: String, _ make: @Sendable (Source) throws -> Value
  ) throws -> Value { try make(try read(path)) }
}
