public import DocTree

/// HTML as an extension.
public struct HTMLFormat: Extension {
  public let name = "html"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(format: HTMLTranslator.self)
    registry.add(config: HTMLTranslator.profile)
    registry.add(config: HTMLTranslator.tableAlignment)
    registry.add(config: HTMLTranslator.raw)
    registry.add(config: HTMLTranslator.allowUnsafeURLs)
    registry.add(config: HTMLTranslator.standalone)
    registry.add(config: HTMLTranslator.language)
    registry.add(config: HTMLTranslator.initialHeaderLevel)
    registry.add(config: HTMLTranslator.permalinks)
    addDocument(to: &registry)
    addBlocks(to: &registry)
    addLists(to: &registry)
    addTables(to: &registry)
    addInlines(to: &registry)
    addReferences(to: &registry)
    addNotes(to: &registry)
    addBibliography(to: &registry)
    addDescriptions(to: &registry)
    addSphinxBlocks(to: &registry)
  }
}

/// A handler that writes one element around the children.
func wrapping<Subject: Element>(
  _ tag: String, classes: [String] = [], isBlock: Bool = false
) -> NodeHandler<Subject, HTMLTranslator> {
  NodeHandler { node, html in
    if isBlock { html.newline() }
    html.open(tag, node, classes: html.isCommonMark ? [] : classes)
    return .continue
  } depart: { _, html in
    html.close(tag)
    if isBlock { html.newline() }
    return .continue
  }
}
