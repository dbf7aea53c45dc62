internal import DocTree

/// Which lists are simple: their items have no more than a paragraph and a simple list, so that they
/// can be set without space. (docutils: _html_base.SimpleListChecker.)
///
/// All lists inside an outermost one are looked at together, so that deep lists cost no more than
/// flat ones.
struct ListShapes {
  private var outermost: Element?
  private var complex: Set<ObjectIdentifier> = []

  /// Whether a list is simple.
  mutating func isSimple(_ list: Element) -> Bool {
    if outermost == nil {
      outermost = list
      var visitor = Visitor()
      // The visitor throws nothing.
      do { try list.walkabout(&visitor) } catch { return false }
      complex = visitor.complex
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

  private struct Visitor: NodeVisitor {
    var complex: Set<ObjectIdentifier> = []
    private var open: [ObjectIdentifier] = []

    mutating func visit(_ node: Node) -> VisitAction {
      switch node {
      case is Paragraph, is Text, is Term, is FieldName, is Comment, is Target, is Pending,
        is SubstitutionDefinition, is SystemMessage:
        return .skipNode
      case is BulletList, is EnumeratedList, is DefinitionList, is FieldList:
        open.append(ObjectIdentifier(node))
      case is ListItem, is Definition, is FieldBody:
        if !isSimpleItem(node) { noteComplex() }
      case is DefinitionListItem, is Field, is Classifier: break
      default: noteComplex()
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

    private func isSimpleItem(_ item: Node) -> Bool {
      var count = 0
      var isFirstParagraph = false
      var isLastList = false
      for child in item.asElement?.children ?? [] {
        if child is Comment || child is Target || child is Pending || child is SystemMessage
          || child is SubstitutionDefinition || child is Index
        {
          continue
        }
        if count == 0 { isFirstParagraph = child is Paragraph }
        isLastList = child is BulletList || child is EnumeratedList || child is FieldList
        count += 1
      }
      return count <= (isFirstParagraph && isLastList ? 2 : 1)
    }
  }
}

extension HTMLTranslator {
  mutating func isSimple(_ list: Element) -> Bool { !isCommonMark && listShapes.isSimple(list) }
}
