public import DocTree

/// Messages out of documents and translations into them, as GNU gettext's catalogs have them.
/// (Sphinx: transforms.i18n.)
public struct Translations: Extension {
  public let name = "translations"

  public init() {}

  public func register(in registry: inout Registry) {
    TranslationSettings.register(in: &registry)
    registry.add(pageData: MessageData.self)
    registry.add(transform: TranslateMessages())
    registry.keepRawSource { context in
      context.configuration[TranslationSettings.collectsMessages]
        || DocumentCatalogs(context.configuration, document: context.documentName)
          .isAnyThere(in: context)
    }
  }
}
