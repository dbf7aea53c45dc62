/// Puts the id that an author has given to a section before the one that it has by its title, so that
/// links use it and it outlives changes of the title. (MyST: PrioritiseExplicitIds.)
public struct ExplicitIDs: Transform {
  public let priority = 262
  public let kinds: [Node.Type]? = [Section.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var visitor = Visitor(explicit: document.nameTable.explicitIDs)
    guard !visitor.explicit.isEmpty else { return }
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    let explicit: Set<String>

    mutating func visit(_ node: Node) -> VisitAction {
      guard let section = node as? Section else {
        return node is Document ? .continue : .skipChildren
      }
      if section.ids.count > 1, let index = section.ids.firstIndex(where: explicit.contains),
        index > 0
      {
        section.ids.insert(section.ids.remove(at: index), at: 0)
      }
      return .continue
    }
  }
}
