import DocTree

/// Tells code that names no language the one that `highlight` set. (Sphinx: `highlight_language` of the
/// current document, which directives and fences ask for.)
struct HighlightLanguages: Transform {
  /// The language of code that names none.
  static let defaultLanguage = ConfigKey("highlight_language", default: "default", affects: .read)

  /// Before transforms that move nodes, as the order is what counts.
  let priority = 5
  let kinds: [Node.Type]? = [Highlightlang.self]

  func apply(to document: Document, in context: TransformContext) {
    let ownDefault = context.configuration[Self.defaultLanguage]
    document.forEachHighlighted { block, setting in
      guard block.language == nil || block.language == ownDefault,
        block.children.allSatisfy({ $0 is Text })
      else { return }
      block.language = setting.lang
      if setting.force { block.force = true }
    }
  }
}

/// Gives long code the line numbers that `highlight` asks for.
/// (Sphinx: transforms.post_transforms.code.HighlightLanguageTransform.)
struct HighlightLineNumbers: Transform {
  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [Highlightlang.self]

  func apply(to document: Document, in context: TransformContext) {
    document.forEachHighlighted { block, setting in
      guard let threshold = setting.linenothreshold, !block.linenos else { return }
      block.linenos = block.astext().lines.count >= threshold
    }
  }
}

extension Document {
  /// Goes through the blocks of code, each with what was last said of them before it.
  fileprivate func forEachHighlighted(_ body: (LiteralBlock, Highlightlang) -> Void) {
    var setting: Highlightlang?
    for node in findAll([Highlightlang.self, LiteralBlock.self]) {
      if let highlighting = node as? Highlightlang {
        setting = highlighting
      } else if let setting, let block = node as? LiteralBlock, !(block.parent is SystemMessage) {
        body(block, setting)
      }
    }
  }
}
