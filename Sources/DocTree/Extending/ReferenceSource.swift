/// Knows what references point to that point to nothing in the project: the pages of other projects, the
/// numbers of issues. (Sphinx: the event missing-reference.)
public protocol ReferenceSource: Sendable {
  /// - Parameters:
  ///   - reference: in its place in the tree, which it keeps.
  ///   - project: is asked for facts, which are recorded.
  /// - Returns: what takes the place of the reference; nil for one that this knows nothing of.
  func resolve(
    _ reference: PendingXref, in document: Document, _ project: ProjectView
  ) throws -> Element?
}
