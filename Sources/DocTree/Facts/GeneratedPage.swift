/// A page without a source, made of facts: an index, a list of changes.
public protocol GeneratedPage: Sendable {
  /// The name, as that of a page with a source is its path. (Sphinx: html-collect-pages.)
  var name: String { get }
  /// Makes the page. It is resolved and written like others, and made anew when a fact changes that
  /// it asked for.
  ///
  /// - Returns: nil if the project has no such page.
  func document(in project: ProjectView, _ context: CollectContext) throws -> Document?
}

extension Registry {
  /// Runs the global steps in the order of their priorities.
  ///
  /// - Throws: what a step throws.
  public func makeFacts(_ project: ProjectData) throws -> FactTable {
    var facts = FactTable()
    let steps = globalSteps.enumerated().sorted {
      ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
    }
    for (_, step) in steps { try step.run(project, &facts) }
    return facts
  }
}
