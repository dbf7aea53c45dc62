import DocTree

extension TextFormat {
  /// Sections and titles.
  func addStructure(to registry: inout Registry) {
    registry.add(Document.self, text: .childrenOnly)
    registry.add(
      Section.self,
      text: NodeHandler(
        visit: { _, text in
          text.sectionLevel += 1
          return .continue
        },
        depart: { _, text in
          text.sectionLevel -= 1
          return .continue
        }))
    registry.add(TextTitle.self)
    registry.add(
      Subtitle.self, text: Self.block(style: .heading(TextTitle.otherCharacter)))
    registry.add(Topic.self, text: .childrenOnly)
    registry.add(Sidebar.self, text: .childrenOnly)
    registry.add(
      Rubric.self,
      text: NodeHandler(
        visit: { _, text in
          text.openBlock(indent: 0)
          text.add("-[ ")
          return .continue
        },
        depart: { _, text in
          text.add(" ]-")
          text.closeBlock()
          return .continue
        }))
    registry.add(
      Transition.self,
      text: NodeHandler(visit: { _, text in
        text.addRule()
        return .skipNode
      }))
  }
}

/// Titles: of sections with a line below that shows the level, of admonitions with a colon.
enum TextTitle: NodeTranslator {
  /// For titles of what is no section.
  static let otherCharacter: Unicode.Scalar = "^"

  static func visit(_ node: Title, _ text: inout TextTranslator) -> VisitAction {
    switch node.parent {
    case is Section:
      let level = min(max(text.sectionLevel, 1), text.headingCharacters.count)
      text.openBlock(indent: 0, style: .heading(text.headingCharacters[level - 1]))
    case is Document:
      text.openBlock(indent: 0, style: .heading(text.headingCharacters[0]))
    case is Admonition:
      text.openBlockOutside()
    default:
      text.openBlock(indent: 0, style: .heading(otherCharacter))
    }
    return .continue
  }

  static func depart(_ node: Title, _ text: inout TextTranslator) -> DepartAction {
    if node.parent is Admonition { text.add(":") }
    text.closeBlock()
    return .continue
  }
}
