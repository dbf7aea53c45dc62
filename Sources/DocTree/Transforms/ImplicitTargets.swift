/// Gives sections and rubrics with a level ids and names after their headings, in document order.
/// (MyST: render_heading; docutils: document.note_implicit_target.)
public struct ImplicitTargets: Transform {
  public let phase = Phase.read
  public let priority = 110

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var visitor = Visitor(document: document)
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    let document: Document

    mutating func visit(_ node: Node) throws -> VisitAction {
      guard let element = node.asElement, !(element is TextElement) || element is Rubric else {
        return .skipChildren
      }
      if let section = element as? Section, let title = section.children.first as? Title {
        try note(section, title)
      } else if let rubric = element as? Rubric, rubric.level != nil {
        try note(rubric, rubric)
      }
      return .continue
    }

    private func note(_ element: Element, _ heading: Element) throws {
      let name = ReferenceName.normalized(heading.astext())
      if !element.names.contains(name) { element.names.append(name) }
      let known = document.looseMessages.count
      document.noteImplicitTarget(element)
      // A message about a section's name stands behind its title; docutils gives those about
      // rubrics no place.
      let messages = Array(document.looseMessages[known...])
      guard !messages.isEmpty else { return }
      document.looseMessages.removeSubrange(known...)
      if element is Section { try element.insert(messages, at: 1) }
    }
  }
}
