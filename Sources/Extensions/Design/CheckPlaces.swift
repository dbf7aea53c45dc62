import DocTree

/// Says which parts stand outside what they are parts of. (sphinx-design: the directives' `run_with_defaults`.)
struct CheckPlaces: Transform {
  let phase = Phase.read
  let priority = 800
  let kinds: [Node.Type]? = [TabItem.self, Component.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for element in document.findAll([TabItem.self, Component.self]) {
      let parent = element.parent
      if element is TabItem {
        guard !(parent is TabSet) else { continue }
        document.report(
          .warning, "the parent of a tab-item has to be a tab-set", at: element,
          category: "design.tab")
        continue
      }
      let component = (element as? Component)?.component ?? ""
      let outer = (parent as? Component)?.component
      switch component {
      case "grid-item" where outer != "grid-row":
        document.report(
          .warning, "the parent of a grid-item has to be a grid", at: element,
          category: "design.grid")
      case "card-header" where outer != "card" && outer != "card-overlay",
        "card-footer" where outer != "card" && outer != "card-overlay":
        document.report(
          .warning, "the parent of a \(component) has to be a card", at: element,
          category: "design.card")
      default: break
      }
    }
  }
}
