/// What is wrong with an element: its attributes, its children or their places.
public struct ValidationError: Error, Hashable, CustomStringConvertible {
  /// Several lines: the first one shows the element, the others say what is wrong with it.
  public let message: String
  /// Where the element or the child in question begins.
  public let position: SourcePosition

  init(_ element: Element, problems: [String], at node: Node? = nil) {
    message = "Element \(element.startTag) invalid:\n  " + problems.joined(separator: "\n  ")
    position = (node ?? element).nearestPosition
  }

  public var description: String { message }
}
