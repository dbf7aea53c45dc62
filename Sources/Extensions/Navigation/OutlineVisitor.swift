import DocTree

/// Collects a page's outline.
struct OutlineVisitor: NodeVisitor {
  var outline = PageOutline()
  private var depth = 0
  private var parts = Self.knownParts.current

  /// What a node is in the outline.
  private enum Part { case section, toctree, numbered, enumerable, description, text, other }
  private static let knownParts = SharedPerKind<Part>()

  private let document: Document
  private let descriptions: DescriptionEntries
  /// Whether those that are open have entries, which those in them stand below.
  private var openDescriptions: [Bool] = []
  private var descriptionDepth = 0

  init(_ document: Document, _ descriptions: DescriptionEntries) {
    self.document = document
    self.descriptions = descriptions
  }

  func finish() { Self.knownParts.update(from: parts) }

  private static func part(_ node: Node) -> Part {
    switch node {
    case is Section: .section
    case is Toctree: .toctree
    case is Desc: .description
    case is Figure, is Table, is Container, is MathBlock: .numbered
    case is TextElement, is DocTree.Text: .text
    case is any Enumerable: .enumerable
    default: .other
    }
  }

  mutating func visit(_ node: Node) -> VisitAction {
    let part = parts.value(for: node, Self.part)
    switch part {
    case .text: return .skipNode
    case .other: return .continue
    case .section, .toctree, .numbered, .enumerable, .description: break
    }
    guard let element = node.asElement else { return .skipNode }
    switch element {
    case let section as Section:
      depth += 1
      guard let title = section.children.first(where: { $0 is Title }) as? Title else {
        return .continue
      }
      let text = InlineText(of: title)
      if outline.title.isEmpty { outline.title = text }
      let id = section.ids.first ?? ""
      outline.items.append(.section(depth: depth, id: id, title: text))
      noteOtherIDs(of: section)
      if section.parent is Only { outline.conditions[id] = section.condition }
    case let toctree as Toctree:
      outline.items.append(
        .toctree(depth: depth + 1, index: outline.contents.count))
      outline.contents.append(PageOutline.Contents(toctree, in: document))
      return .skipNode
    case is Figure, is Table, is Container:
      guard PageOutline.isNumbered(element), let id = element.ids.first,
        let title = TargetTitle.of(element)
      else { return .continue }
      let kind = element is Figure ? "figure" : element is Table ? "table" : "code-block"
      outline.items.append(.numbered(kind: kind, id: id, title: title))
      noteOtherIDs(of: element)
    case is MathBlock:
      if let id = element.ids.first {
        outline.items.append(.numbered(kind: EquationNumbers.kind, id: id, title: ""))
      }
      return .skipNode
    case let description as Desc: note(description)
    case let enumerable as any Enumerable: note(enumerable)
    default: break
    }
    return .continue
  }

  private mutating func noteOtherIDs(of element: Element) {
    for id in element.ids.dropFirst() { outline.otherIDs[id] = element.ids.first }
  }

  private mutating func note(_ description: Desc) {
    let entries = descriptions.entries(of: description)
    let depth = depth + 1 + descriptionDepth
    outline.items += entries.map { .description(depth: depth, id: $0.id, name: $0.name) }
    openDescriptions.append(!entries.isEmpty)
    if !entries.isEmpty { descriptionDepth += 1 }
  }

  private mutating func note(_ element: any Enumerable) {
    guard let figtype = element.figtype, element.serial != nil else { return }
    outline.items.append(
      .enumerable(
        kind: figtype, ids: element.numberKeys, title: TargetTitle.of(element) ?? "",
        caption: element.caption?.cleanText() ?? ""))
  }

  mutating func depart(_ node: Node) -> DepartAction {
    switch parts.value(for: node, Self.part) {
    case .section: depth -= 1
    case .description: if openDescriptions.removeLast() { descriptionDepth -= 1 }
    default: break
    }
    return .continue
  }
}
