internal import DocTree

/// Which lists are simple: their items have no more than a paragraph and a simple list, so that they
/// can be set without space. (docutils: _html_base.SimpleListChecker.)
///
/// All lists inside an outermost one are looked at together, so that deep lists cost no more than
/// flat ones.
struct ListShapes {
  private var outermost: Element?
  private var complex: Set<ObjectIdentifier> = []
  private var parts = PerKind<Part>()

  /// Whether a list is simple.
  mutating func isSimple(_ list: Element) -> Bool {
    if outermost == nil {
      outermost = list
      var visitor = Visitor(parts: parts)
      // The visitor throws nothing.
      do { try list.walkabout(&visitor) } catch { return false }
      complex = visitor.complex
      parts = visitor.parts
    }
    if list.hasRareAttributes {
      if list.classes.contains("compact") { return true }
      if list.classes.contains("open") { return false }
    }
    if let parent = list.parent, parent.hasRareAttributes, parent.classes.contains("contents") {
      return true
    }
    return !complex.contains(ObjectIdentifier(list))
  }

  /// A list is written.
  mutating func leave(_ list: Element) {
    guard outermost === list else { return }
    outermost = nil
    complex.removeAll(keepingCapacity: true)
  }

  /// What a node is in a list.
  private enum Part {
    /// Not looked into: text, or what stands for itself.
    case leaf
    /// Text, which is all that an item may have besides a list.
    case paragraph
    /// Not to be seen.
    case invisible
    case list
    case definitionList
    case item
    case group
    case other
  }

  private static func part(_ node: Node) -> Part {
    switch node {
    case is Paragraph: .paragraph
    case is Comment, is Target, is Pending, is SubstitutionDefinition, is SystemMessage: .invisible
    case is Text, is Term, is FieldName: .leaf
    case is BulletList, is EnumeratedList, is FieldList: .list
    case is DefinitionList: .definitionList
    case is ListItem, is Definition, is FieldBody: .item
    case is DefinitionListItem, is Field, is Classifier: .group
    default: .other
    }
  }

  private struct Visitor: NodeVisitor {
    var parts: PerKind<Part>
    var complex: Set<ObjectIdentifier> = []
    private var open: [ObjectIdentifier] = []

    init(parts: PerKind<Part>) { self.parts = parts }

    mutating func visit(_ node: Node) -> VisitAction {
      switch parts.value(for: node, ListShapes.part) {
      case .paragraph, .invisible, .leaf: return .skipNode
      case .list, .definitionList: open.append(ObjectIdentifier(node))
      case .item: if !isSimpleItem(node) { noteComplex() }
      case .group: break
      case .other: noteComplex()
      }
      return .continue
    }

    mutating func depart(_ node: Node) -> DepartAction {
      guard open.last == ObjectIdentifier(node) else { return .continue }
      let list = open.removeLast()
      // So are the lists around it.
      if complex.contains(list) { noteComplex() }
      return .continue
    }

    private mutating func noteComplex() {
      if let list = open.last { complex.insert(list) }
    }

    private mutating func isSimpleItem(_ item: Node) -> Bool {
      var count = 0
      var isFirstParagraph = false
      var isLastList = false
      for child in item.asElement?.children ?? [] {
        let part = parts.value(for: child, ListShapes.part)
        if part == .invisible || child is Index { continue }
        if count == 0 { isFirstParagraph = part == .paragraph }
        isLastList = part == .list
        count += 1
      }
      return count <= (isFirstParagraph && isLastList ? 2 : 1)
    }
  }
}

extension HTMLTranslator {
  mutating func isSimple(_ list: Element) -> Bool { !isCommonMark && listShapes.isSimple(list) }
}
