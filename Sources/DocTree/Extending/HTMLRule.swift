/// What becomes of HTML in a text, where it is more than HTML: an `<img>` can be an ``Image``.
///
/// Rules are asked in the order in which they were registered.
public protocol HTMLRule: Sendable {
  /// The name of the syntax.
  var name: String { get }
  /// The names of the tags that the HTML can begin with, in lower case.
  var tags: [String] { get }

  /// The rule with its options.
  ///
  /// - Returns: nil if the configuration switches it off.
  func configured(by configuration: Configuration) -> (any HTMLRule)?

  /// Makes the nodes that take the place of HTML.
  ///
  /// - Parameter html: a whole block, or a single tag in a paragraph; its parent is the element that
  ///   it stands in.
  /// - Returns: nil to leave it as it is.
  /// - Throws: ``MarkupError`` for what is wrong with the markup; it becomes a diagnostic.
  func nodes(_ html: Raw, in context: any ParseContext) throws -> [Node]?
}

extension HTMLRule {
  public func configured(by configuration: Configuration) -> (any HTMLRule)? { self }
}
