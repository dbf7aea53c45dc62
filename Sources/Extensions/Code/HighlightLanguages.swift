import DocTree

/// Tells code that names no language the one that `highlight` set, and gives long code line numbers.
/// (Sphinx: transforms.post_transforms.code.HighlightLanguageTransform.)
struct HighlightLanguages: Transform {
  /// The language of code that names none.
  static let defaultLanguage = ConfigKey("highlight_language", default: "default", affects: .read)

  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [Highlightlang.self]

  func apply(to document: Document, in context: TransformContext) throws {
    var setting: Highlightlang?
    for node in document.findAll() {
      if let language = node as? Highlightlang {
        setting = language
      } else if let setting, let block = node as? LiteralBlock,
        !(block.parent is SystemMessage)
      {
        if block.language == nil || block.language == Self.defaultLanguage.defaultValue,
          block.children.allSatisfy({ $0 is Text })
        {
          block.language = setting.lang
          if setting.force { block.force = true }
        }
        if let threshold = setting.linenothreshold, !block.linenos {
          block.linenos = block.astext().lines.count >= threshold
        }
      }
    }
  }
}
