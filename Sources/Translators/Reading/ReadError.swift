public import DocTree

/// A text that cannot be read: where it stops being what its format says.
public struct ReadError: Error, CustomStringConvertible {
  /// What was expected, what was found, and where.
  public let diagnostic: Diagnostic

  public init(_ message: String, at position: SourcePosition, category: String) {
    diagnostic = Diagnostic(.error, message, at: position, category: category)
  }

  /// `file:line:column: error: message [category]`.
  public var description: String { diagnostic.description }
}
