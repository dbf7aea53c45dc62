import DocTree

/// The catalogs that a document's translations are looked up in.
struct DocumentCatalogs {
  /// Their paths from the folder of the sources; earlier ones come before later ones.
  let paths: [String]
  private let allowsFuzzy: Bool

  /// There are none where no language is set, or messages are collected.
  ///
  /// - Parameter document: its name.
  init(_ configuration: Configuration, document: String) {
    allowsFuzzy = configuration[TranslationSettings.allowsFuzzy]
    guard configuration.isSet(Words.language.name), !document.isEmpty,
      case let language = configuration[Words.language], !language.isEmpty,
      !configuration[TranslationSettings.collectsMessages]
    else {
      paths = []
      return
    }
    // What Austrians do not say otherwise they say as Germans do: `de` follows `de_AT`.
    var languages = [language]
    if let base = language.split(separator: "_").first, base != language {
      languages.append(String(base))
    }
    let name = configuration[TranslationSettings.compaction].catalog(of: document)
    paths = configuration[TranslationSettings.folders].flatMap { folder in
      languages.map { "/\(folder)/\($0)/LC_MESSAGES/\(name).po" }
    }
  }

  /// Whether there is one of them. All are looked for, so that the document is read again when one
  /// comes.
  func isAnyThere(in context: ReadContext) -> Bool {
    guard !paths.isEmpty, let files = context.files else { return false }
    return !paths.compactMap { path in
      try? files.shared(path) { MessageCatalog($0) }
    }.isEmpty
  }

  /// Reads them.
  func load(in context: any ParseContext) -> [MessageCatalog] {
    paths.compactMap { path in
      try? context.sharedFile(path) { MessageCatalog($0) }
    }
  }

  /// The translation of a message, if there is one.
  func translation(of id: String, in catalogs: [MessageCatalog]) -> TranslatedText? {
    for catalog in catalogs {
      if let entry = catalog[id], allowsFuzzy || !entry.isFuzzy { return entry.translation }
    }
    return nil
  }
}
