/// Makes files besides those of the pages: copies of pictures, an inventory, a feed.
public protocol OutputStep: Sendable {
  /// - Returns: the files for this builder; none if it has no use for them.
  func files(_ project: BuiltProject, for builder: any Builder) throws -> [OutputFile]
}
