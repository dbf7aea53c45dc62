import DocTree

/// Headings in the body of a directive that begin sections, as those of an included file do: there,
/// the reader makes rubrics of them.
enum SectionHeadings {
  static func titles(in nodes: [Node]) -> [Node] {
    nodes.map { node in
      guard let rubric = node as? Rubric, let level = rubric.level else { return node }
      let title = Title(contentOf: rubric)
      title.level = level
      title.anchorText = rubric.anchorText
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
  let kinds: [Node.Type]? = [Title.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let nested = document.findAll(Title.self) { title in
      guard title.level != nil, let parent = title.ancestors.first(where: { !($0 is Only) }) else {
        return false
      }
      return !(parent is Document) && !(parent is Section)
    }
    for title in nested {
      guard let parent = title.parent else { continue }
      let rubric = Rubric(contentOf: title)
      rubric.level = title.level
      rubric.untranslated = title.untranslated
      rubric.anchorText = title.anchorText
      rubric.classes = title.classes
      rubric.ids = title.ids
      rubric.names = title.names
      try parent.replace(title, with: rubric)
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
