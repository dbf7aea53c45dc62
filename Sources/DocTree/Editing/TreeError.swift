/// A change that would not leave a tree.
public enum TreeError: Error, Equatable, CustomStringConvertible {
  /// The element would contain itself.
  case cycle(kind: String)
  /// The node is not a child of the element.
  case notAChild(kind: String, of: String)
  /// The node has no parent to be replaced in.
  case noParent(kind: String)
  /// The replacement has no place for these. (docutils: "Losing "ids" attribute".)
  case losing(attribute: String, values: [String])

  public var description: String {
    switch self {
    case .cycle(let kind): "<\(kind)> cannot be inserted into itself or into what it contains"
    case .notAChild(let kind, let parent): "<\(kind)> is not a child of <\(parent)>"
    case .noParent(let kind): "<\(kind)> has no parent"
    case .losing(let attribute, let values): "Losing \"\(attribute)\" attribute: \(values)"
    }
  }
}
