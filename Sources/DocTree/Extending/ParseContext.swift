/// What a reader offers to directives, roles and syntax rules.
public protocol ParseContext: AnyObject {
  /// The document that is being read.
  var document: Document { get }
  var registry: Registry { get }
  var configuration: Configuration { get }
  /// Where the reader is.
  var position: SourcePosition { get }

  /// Parses blocks, one level deeper than where the reader is.
  ///
  /// - Parameter position: where `text` begins in its source.
  func parseBlocks(_ text: String, at position: SourcePosition) throws -> [Node]
  /// Parses inline text. White space at the beginning of a line is skipped.
  ///
  /// - Parameter position: where `text` begins in its source.
  func parseInline(_ text: String, at position: SourcePosition) throws -> [Node]
  /// The role of that name which text at a place can use.
  func role(_ name: String, at position: SourcePosition) -> (any Role)?
  /// Lets the document have a role of its own. It takes precedence over a registered one.
  func define(role name: String, as role: any Role)
  /// Says which domain the names of directives and roles are in that stand behind a place and have
  /// none in front. Directives say so where ``Directive/announce(_:at:in:)`` is called, as those
  /// behind them are looked up by then.
  ///
  /// - Parameter name: nil for none.
  func setDefaultDomain(_ name: String?, from position: SourcePosition)
  /// Runs a directive as if it stood in the text.
  ///
  /// - Parameters:
  ///   - argument: what would stand behind its name.
  ///   - options: by name, as they would be written.
  ///   - text: the content.
  ///   - position: where the directive would begin.
  ///   - contentPosition: where `text` begins in its source.
  /// - Returns: what it makes, and messages about what is wrong with its options.
  /// - Throws: ``MarkupError`` if there is no such directive, or it cannot be run like this.
  func runDirective(
    _ name: String, argument: String, options: [String: String], text: String,
    at position: SourcePosition, contentPosition: SourcePosition
  ) throws -> [Node]
  /// Reads a file that the document names, and records that the document depends on it.
  ///
  /// - Parameter path: relative to the document, or to the project if it begins with `/`.
  func readFile(_ path: String) throws -> Source
  /// The same for a file of which something is made that many documents need; see
  /// ``ProjectFiles/shared(_:_:)``.
  func sharedFile<Value: AnyObject & Sendable>(
    _ path: String, _ make: @Sendable (Source) throws -> Value
  ) throws -> Value

  /// The name of the document that is being read: its path in the project without the suffix.
  /// Empty where there is no project.
  var documentName: String { get }
  /// The name of the document that is read from a file.
  ///
  /// - Parameter path: relative to the document, or to the project if it begins with `/`.
  /// - Returns: nil if there is no such file, or it is no document.
  func documentName(ofFile path: String) -> String?
  /// Whether there is such a file. `path` is as for ``documentName(ofFile:)``.
  func hasFile(_ path: String) -> Bool
}

/// What holds for a text that belongs to no project.
extension ParseContext {
  public func runDirective(
    _ name: String, argument: String, options: [String: String], text: String,
    at position: SourcePosition, contentPosition: SourcePosition
  ) throws -> [Node] {
    throw MarkupError("this reader runs no directives", at: position)
  }
  public func sharedFile<Value: AnyObject & Sendable>(
    _ path: String, _ make: @Sendable (Source) throws -> Value
  ) throws -> Value { try make(try readFile(path)) }
  public func role(_ name: String, at position: SourcePosition) -> (any Role)? {
    let dialect = configuration[Dialect.key]
    let domain = dialect == .sphinx ? configuration[Registry.primaryDomain] : nil
    return registry.role(name, in: dialect, inDomain: domain)
  }
  public func define(role name: String, as role: any Role) {}
  public func setDefaultDomain(_ name: String?, from position: SourcePosition) {}
  public var documentName: String { document.docname ?? "" }
  public func documentName(ofFile path: String) -> String? { nil }
  public func hasFile(_ path: String) -> Bool { false }
}

extension ParseContext {
  /// An element with inline text as its content.
  ///
  /// - Parameter position: where `text` begins in its source.
  public func parseInline<Kind: Element>(
    _ text: String, as type: Kind.Type, at position: SourcePosition
  ) throws -> Kind {
    let element = Kind(children: try parseInline(text, at: position), position: position)
    document.noteRawSource(text, of: element)
    return element
  }
}
