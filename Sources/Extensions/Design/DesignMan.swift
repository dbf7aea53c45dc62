import DocTree
import Translators

extension Design {
  /// In manual pages all can be seen at once: labels in bold, what belongs to them below and indented.
  func addManHandlers(to registry: inout Registry) {
    registry.add(Component.self, man: .childrenOnly)
    registry.add(IndentedPart.self, man: ManFormat.indented())
    registry.add(CardTitle.self, man: ManFormat.paragraph(font: "B"))
    registry.add(
      CardLink.self,
      man: NodeHandler { node, man in
        // It shows where a card leads only if its author said it in words.
        guard node.hasText else { return .skipNode }
        man.beginParagraph()
        return .continue
      })
    registry.add(TabSet.self, man: .childrenOnly)
    registry.add(TabItem.self, man: .childrenOnly)
    registry.add(TabLabel.self, man: ManFormat.paragraph(font: "B"))
    registry.add(Dropdown.self, man: .childrenOnly)
    registry.add(
      DropdownTitle.self,
      man: NodeHandler { node, man in
        guard !node.children.isEmpty else { return .skipNode }
        man.beginParagraph()
        man.open(font: "B")
        return .continue
      } depart: { node, man in
        guard !node.children.isEmpty else { return .continue }
        man.closeFont()
        man.endLine()
        return .continue
      })
    registry.add(Badge.self, man: .childrenOnly)
    registry.add(
      Icon.self,
      man: NodeHandler { node, man in
        man.text("[\(node.icon)]")
        return .skipNode
      })
  }
}
