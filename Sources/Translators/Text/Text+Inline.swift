import DocTree

extension TextFormat {
  func addInline(to registry: inout Registry) {
    registry.add(
      Text.self,
      text: NodeHandler(visit: { node, text in
        text.add(node.string)
        return .skipNode
      }))
    registry.add(Emphasis.self, text: Self.marks("*", "*"))
    registry.add(Strong.self, text: Self.marks("**", "**"))
    registry.add(Literal.self, text: Self.marks("\"", "\""))
    registry.add(TitleReference.self, text: Self.marks("*", "*"))
    registry.add(Subscript.self, text: Self.marks("_", ""))
    registry.add(Superscript.self, text: Self.marks("^", ""))
    registry.add(Problematic.self, text: Self.marks(">>", "<<"))
    registry.add(Acronym.self, text: .childrenOnly)
    registry.add(Generated.self, text: .childrenOnly)
    registry.add(Reference.self, text: .childrenOnly)
    registry.add(SubstitutionReference.self, text: .childrenOnly)
    // A target around text is a place in it; the text is there to be read.
    registry.add(Target.self, text: .childrenOnly)
    registry.add(
      Abbreviation.self,
      text: NodeHandler(
        visit: { _, _ in .continue },
        depart: { node, text in
          if let long = node["explanation"]?.text, !long.isEmpty {
            text.add(" (\(long))")
          }
          return .continue
        }))
    registry.add(
      Math.self,
      text: NodeHandler(visit: { node, text in
        text.add(node.text)
        return .continue
      }))
    registry.add(
      HardBreak.self,
      text: NodeHandler(visit: { _, text in
        text.addLineBreak()
        return .skipNode
      }))
    addInlineWithClasses(to: &registry)
    addReplacedElements(to: &registry)
  }

  /// References that were not resolved are emphasized, as they are in Sphinx.
  private func addInlineWithClasses(to registry: inout Registry) {
    @Sendable func mark(_ node: Inline) -> String {
      guard node.hasRareAttributes else { return "" }
      return node.classes.contains { $0 == "xref" || $0 == "term" } ? "*" : ""
    }
    registry.add(
      Inline.self,
      text: NodeHandler(
        visit: { node, text in
          text.add(mark(node))
          return .continue
        },
        depart: { node, text in
          text.add(mark(node))
          return .continue
        }))
  }

  /// Elements that stand in text or between blocks.
  private func addReplacedElements(to registry: inout Registry) {
    registry.add(
      Image.self,
      text: NodeHandler(visit: { node, text in
        let alt = node.alt ?? ""
        let string = alt.isEmpty ? "[image]" : "[image: \(alt)]"
        if node.parent is TextElement { text.add(string) } else { text.addParagraph(string) }
        return .skipNode
      }))
    registry.add(
      Raw.self,
      text: NodeHandler(visit: { node, text in
        let formats = (node.format ?? "").split(separator: " ")
        guard formats.contains(where: { $0 == TextTranslator.format }) else { return .skipNode }
        if node.parent is TextElement {
          text.add(node.text)
        } else {
          text.openBlock(indent: 0, style: .verbatim)
          text.add(node.text)
          text.closeBlock()
        }
        return .skipNode
      }))
  }
}
