internal import DocTree

/// Turns `§1.2` into links to the sections of the document, which are counted as they are written.
/// (MyST: ResolveSectionRefs.)
struct ResolveSectionReferences: Transform {
  /// Behind what gives sections their ids, before titles are taken out of their sections.
  let priority = 300
  let kinds: [Node.Type]? = [Inline.self]

  func isEnabled(in configuration: Configuration) -> Bool {
    MySTInline.isEnabled(SectionReferenceSyntax().name, in: configuration)
  }

  func apply(to document: Document, in context: TransformContext) throws {
    var finder = SectionReferenceFinder()
    try document.walkabout(&finder)
    guard !finder.references.isEmpty else { return }
    let sections = finder.sectionsByNumber
    for inline in finder.references {
      let number = [String](inline["section_numbers"] ?? .none) ?? []
      guard let section = sections[number], let id = section.ids.first else {
        document.report(
          .warning,
          "Section reference target not found in this document: '\(inline.astext())'",
          at: inline, category: "myst.section_ref")
        continue
      }
      let reference = Reference()
      reference.position = inline.position
      reference.refid = id
      reference.classes = inline.classes
      reference["internal"] = .flag(true)
      reference["section_numbers"] = inline["section_numbers"]
      reference.title = section.firstChild(ofKind: Title.self)?.cleanText()
      try reference.append(inline.removeChildren())
      try inline.replace(with: reference)
    }
  }
}

/// Finds references to sections that may become links, and numbers the sections.
private struct SectionReferenceFinder: NodeVisitor {
  private(set) var references: [Inline] = []
  private var sections: [(path: [Int], section: Section)] = []
  /// How many sections each open one has so far; the first is the document.
  private var counts = [0]
  private var path: [Int] = []
  /// How many links and headings are open: there are no links in links, and headings are copied into
  /// links.
  private var inertDepth = 0

  /// What is counted below a single title is counted from 1.
  var sectionsByNumber: [[String]: Section] {
    let dropped = counts[0] == 1 ? 1 : 0
    var result: [[String]: Section] = [:]
    for (path, section) in sections where path.count > dropped {
      result[path.dropFirst(dropped).map(String.init)] = section
    }
    return result
  }

  private static func isInert(_ node: Node) -> Bool {
    node is Reference || node is PendingXref || node is Title && node.parent is Section
  }

  mutating func visit(_ node: Node) -> VisitAction {
    if let section = node as? Section {
      counts[counts.count - 1] += 1
      path.append(counts[counts.count - 1])
      counts.append(0)
      sections.append((path, section))
    } else if Self.isInert(node) {
      inertDepth += 1
    } else if inertDepth == 0, let inline = node as? Inline, inline.hasRareAttributes,
      inline["section_numbers"] != nil
    {
      references.append(inline)
    }
    return .continue
  }

  mutating func depart(_ node: Node) -> DepartAction {
    if node is Section {
      counts.removeLast()
      path.removeLast()
    } else if Self.isInert(node) {
      inertDepth -= 1
    }
    return .continue
  }
}
