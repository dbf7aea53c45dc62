/// A kind of HTML in a Markdown source that stands for something else, such as a picture.
///
/// Rules are asked in the order in which they were registered; what none of them takes is passed on as
/// it is.
public protocol HTMLRule: Sendable {
  /// The name of the syntax. MyST's extensions keep theirs: `html_image`.
  var name: String { get }

  /// The rule with its options.
  ///
  /// - Returns: nil if the configuration switches it off.
  func configured(by configuration: Configuration) -> (any HTMLRule)?

  /// Makes the nodes.
  ///
  /// - Parameters:
  ///   - html: a block of HTML, or one tag in a text.
  ///   - isBlock: whether it is a block. In a text, nothing can be parsed as blocks.
  /// - Returns: nil if this is not its syntax.
  /// - Throws: ``MarkupError`` for what is wrong with the markup; it becomes a diagnostic.
  func nodes(
    of html: String, isBlock: Bool, at position: SourcePosition, in context: any ParseContext
  ) throws -> [Node]?
}

extension HTMLRule {
  public func configured(by configuration: Configuration) -> (any HTMLRule)? { self }
}
