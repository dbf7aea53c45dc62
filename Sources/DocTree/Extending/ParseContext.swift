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
  /// Parses inline text.
  ///
  /// - Parameter position: where `text` begins in its source.
  func parseInline(_ text: String, at position: SourcePosition) throws -> [Node]
  /// Reads a file that the document names, and records that the document depends on it.
  ///
  /// - Parameter path: relative to the document, or to the project if it begins with `/`.
  func readFile(_ path: String) throws -> Source
}

/// A kind of block syntax: what begins it, and a function that consumes it.
public protocol BlockRule: Sendable {
  /// The name by which it is switched on and off.
  var name: String { get }
  /// The characters that a line can begin with, after its indentation. Empty for any.
  var triggers: [Character] { get }
  /// Whether it can end a paragraph that is open.
  var interruptsParagraph: Bool { get }
  /// Consumes lines and makes nodes.
  ///
  /// - Returns: nil, with nothing consumed, if this is not its syntax.
  func parse(_ lines: inout BlockLines, in context: any ParseContext) throws -> [Node]?
}

extension BlockRule {
  public var interruptsParagraph: Bool { true }
}

/// The lines that are left of the block that a ``BlockRule`` is asked about.
public struct BlockLines {
  /// The lines without the indentation and markers of what contains them, and without their ends.
  public let lines: [Substring]
  /// Where each line begins.
  public let positions: [SourcePosition]
  /// How many of them the rule has consumed.
  public var consumed = 0

  public init(lines: [Substring], positions: [SourcePosition]) {
    self.lines = lines
    self.positions = positions
  }
}

/// A kind of inline syntax: the character that begins it, and a function that consumes it.
public protocol InlineRule: Sendable {
  /// The name by which it is switched on and off.
  var name: String { get }
  /// The characters that it can begin with.
  var triggers: [Character] { get }
  /// Consumes text from `text.startIndex` and makes nodes.
  ///
  /// - Parameter text: what is left of the text; the rule moves its beginning past what it consumes.
  /// - Returns: nil, with nothing consumed, if this is not its syntax.
  func parse(
    _ text: inout Substring, at position: SourcePosition, in context: any ParseContext
  ) throws -> [Node]?
}
