import DocTree

/// Takes away the inlines that only say that their text is for translators.
/// (Sphinx: transforms.i18n.RemoveTranslatableInline.)
struct UnwrapTranslatable: Transform {
  let priority = 999
  let kinds: [Node.Type]? = [Inline.self]

  func isEnabled(in configuration: Configuration) -> Bool {
    !configuration[TranslationSettings.collectsMessages]
  }

  func apply(to document: Document, in context: TransformContext) throws {
    for inline in document.findAll(Inline.self)
    where inline.undeclaredAttributes["translatable"] != nil {
      try inline.parent?.replace(inline, with: inline.removeChildren())
    }
  }
}
