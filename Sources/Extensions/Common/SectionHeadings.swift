import DocTree

/// Headings in the body of a directive that begin sections, as those of an included file do: there,
/// the reader makes rubrics of them.
enum SectionHeadings {
  static func titles(in nodes: [Node]) -> [Node] {
    nodes.map { node in
      guard let rubric = node as? Rubric, let level = rubric.level else { return node }
      let title = Title(contentOf: rubric)
      title.level = level
      title.classes = rubric.classes
      title.ids = rubric.ids
      title.names = rubric.names
      return title
    }
  }
}

/// Makes rubrics of headings that cannot begin sections: those of files that are included within a list,
/// a quotation or a directive.
struct NestedHeadings: Transform {
  let phase = Phase.read
  let priority = 90

  func apply(to document: Document, in context: TransformContext) throws {
    var visitor = Visitor()
    try document.walk(&visitor)
    for (title, level) in visitor.nested {
      guard let parent = title.parent else { continue }
      let rubric = Rubric(contentOf: title)
      rubric.level = level
      rubric.untranslated = title.untranslated
      rubric.classes = title.classes
      rubric.ids = title.ids
      rubric.names = title.names
      try parent.replace(title, with: rubric)
    }
  }

  /// Finds headings in blocks, without looking into text.
  private struct Visitor: NodeVisitor {
    var nested: [(title: Title, level: Int)] = []

    mutating func visit(_ node: Node) -> VisitAction {
      guard let text = node as? TextElement else {
        return node.asElement == nil ? .skipNode : .continue
      }
      if let title = text as? Title, let level = title.level,
        let parent = title.ancestors.first(where: { !($0 is Only) }), !(parent is Document),
        !(parent is Section)
      {
        nested.append((title, level))
      }
      return .skipChildren
    }
  }
}

extension Element {
  /// The sections right in the element, and in conditions there.
  var innerSections: [Section] {
    var sections: [Section] = []
    var rest: [Node] = children.reversed()
    while let node = rest.popLast() {
      if let section = node as? Section { sections.append(section) }
      if let only = node as? Only { rest += only.children.reversed() }
    }
    return sections
  }
}

extension Section {
  /// Which outputs show the section, where its parent is not shown in fewer; nil for all.
  var condition: String? {
    guard parent is Only else { return nil }
    let conditions = ancestors.prefix { $0 is Only }.compactMap { ($0 as? Only)?.expr }
    return conditions.count == 1
      ? conditions[0] : conditions.reversed().map { "(\($0))" }.joined(separator: " and ")
  }
}
