/// Puts the id that an author has given to a section before the one that it has by its title, so that
/// links use it and it outlives changes of the title. (MyST: PrioritiseExplicitIds.)
public struct ExplicitIDs: Transform {
  public let priority = 262
  public let kinds: [Node.Type]? = [Section.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let sections = document.findAll(Section.self) { $0.ids.count > 1 }
    guard !sections.isEmpty, case let explicit = document.nameTable.explicitIDs, !explicit.isEmpty
    else { return }
    for section in sections {
      if let index = section.ids.firstIndex(where: explicit.contains), index > 0 {
        section.ids.insert(section.ids.remove(at: index), at: 0)
      }
    }
  }
}
