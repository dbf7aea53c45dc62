public import DocTree

/// Plain text as an output format: ``TextTranslator`` with handlers for all standard kinds.
public struct TextFormat: Extension {
  public let name = "text"

  /// The columns that a line may have; 0 for no limit. (Sphinx: writers.text.MAXWIDTH.)
  public static let width = ConfigKey("text.width", default: 70, affects: .write)
  /// The characters below headings, one for each level; the last is for all levels below, too.
  /// (Sphinx: text_sectionchars.)
  public static let headingCharacters = ConfigKey(
    "text.sectionchars", default: "*=-~\"+`", affects: .write)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(format: TextTranslator.self)
    registry.add(config: Self.width)
    registry.add(config: Self.headingCharacters)
    addStructure(to: &registry)
    addBody(to: &registry)
    addLists(to: &registry)
    addTables(to: &registry)
    addAdmonitions(to: &registry)
    addFootnotes(to: &registry)
    addInline(to: &registry)
    addBibliography(to: &registry)
    addInvisible(to: &registry)
    addDescriptions(to: &registry)
    addSphinxBlocks(to: &registry)
  }
}

// MARK: - Handlers that many kinds share
extension TextFormat {
  /// Writes the children in a block.
  static func block<Subject: Node>(
    indent: Int = 0, style: TextTranslator.BlockStyle = .wrapped
  ) -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { _, text in
        text.openBlock(indent: indent, style: style)
        return .continue
      },
      depart: { _, text in
        text.closeBlock()
        return .continue
      })
  }

  /// Writes the children between two marks.
  static func marks<Subject: Node>(
    _ before: String, _ after: String
  ) -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { _, text in
        text.add(before)
        return .continue
      },
      depart: { _, text in
        text.add(after)
        return .continue
      })
  }
}
