import DocTree

/// Takes topics and sidebars out of blocks that cannot have them.
/// (docutils: directives.body.BasePseudoSection.)
struct RefuseMisplacedTopics: Transform {
  let phase = Phase.read
  let priority = 20
  let kinds: [Node.Type]? = [Topic.self, Sidebar.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for element in document.findAll([Topic.self, Sidebar.self]) {
      guard let parent = element.parent, let reason = Self.problem(of: element, in: parent) else {
        continue
      }
      let name = element is Topic ? "topic" : "sidebar"
      let message = document.report(
        .error, "The \"\(name)\" directive may not be used within \(reason).", at: element)
      try element.replace(with: message)
    }
  }

  private static func problem(of element: Element, in parent: Element) -> String? {
    // Tables of contents are topics that may stand anywhere.
    if element is Topic, element.classes.contains("contents") { return nil }
    switch parent {
    case is Sidebar: return element is Sidebar ? "a sidebar element" : nil
    case is Topic, is BlockQuote, is ListItem, is Definition, is FieldBody, is Entry, is Footnote,
      is Compound, is Container, is Admonition, is SpecificAdmonition:
      return "topics or body elements"
    default: return nil
    }
  }
}
