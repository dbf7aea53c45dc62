import DocTree

extension TextFormat {
  func addInline(to registry: inout Registry) {
    registry.add(
      Text.self,
      NodeHandler<Text, TextTranslator>(visit: { node, text in
        text.add(node.string)
        return .skipNode
      }))
    registry.add(Emphasis.self, Self.marks(around: Emphasis.self, "*", "*"))
    registry.add(Strong.self, Self.marks(around: Strong.self, "**", "**"))
    registry.add(Literal.self, Self.marks(around: Literal.self, "\"", "\""))
    registry.add(TitleReference.self, Self.marks(around: TitleReference.self, "*", "*"))
    registry.add(Subscript.self, Self.marks(around: Subscript.self, "_", ""))
    registry.add(Superscript.self, Self.marks(around: Superscript.self, "^", ""))
    registry.add(Problematic.self, Self.marks(around: Problematic.self, ">>", "<<"))
    registry.add(Acronym.self, Self.children(of: Acronym.self))
    registry.add(Generated.self, Self.children(of: Generated.self))
    registry.add(Reference.self, Self.children(of: Reference.self))
    registry.add(SubstitutionReference.self, Self.children(of: SubstitutionReference.self))
    // A target around text is a place in it; the text is there to be read.
    registry.add(Target.self, Self.children(of: Target.self))
    registry.add(
      Abbreviation.self,
      NodeHandler<Abbreviation, TextTranslator>(
        visit: { _, _ in .continue },
        depart: { node, text in
          if let long = node["explanation"]?.text, !long.isEmpty {
            text.add(" (\(long))")
          }
          return .continue
        }))
    registry.add(
      Math.self,
      NodeHandler<Math, TextTranslator>(visit: { node, text in
        text.add(node.text)
        return .continue
      }))
    registry.add(
      HardBreak.self,
      NodeHandler<HardBreak, TextTranslator>(visit: { _, text in
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
      NodeHandler<Inline, TextTranslator>(
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
      NodeHandler<Image, TextTranslator>(visit: { node, text in
        let alt = node.alt ?? ""
        let string = alt.isEmpty ? "[image]" : "[image: \(alt)]"
        if node.parent is TextElement { text.add(string) } else { text.addParagraph(string) }
        return .skipNode
      }))
    registry.add(
      Raw.self,
      NodeHandler<Raw, TextTranslator>(visit: { node, text in
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
