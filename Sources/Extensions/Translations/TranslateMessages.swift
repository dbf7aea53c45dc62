import DocTree

/// Puts translations in the places of messages. (Sphinx: transforms.i18n.Locale.)
///
/// It comes before all that gives names and ids, which are made of the text as it was.
struct TranslateMessages: Transform {
  let phase = Phase.read
  let priority = 35

  func isEnabled(in configuration: Configuration) -> Bool {
    configuration.isSet(Words.language.name)
      && !configuration[TranslationSettings.collectsMessages]
  }

  func apply(to document: Document, in context: TransformContext) throws {
    guard document.keepsRawSource, let parser = context.parser else { return }
    let source = DocumentCatalogs(context.configuration, document: document.docname ?? "")
    let catalogs = source.load(in: parser)
    guard !catalogs.isEmpty else { return }
    for catalog in catalogs { document.diagnostics += catalog.problems }
    let progress = context.configuration[TranslationSettings.progressClasses]
    for message in MessageSearch(context.configuration).messages(in: document) {
      let translation = source.translation(of: message.id, in: catalogs)
      if let translation, translation.text != message.id, !translation.text.isBlank {
        try message.replace(by: translation, in: parser)
      }
      if let name = progress.name(isTranslated: translation != nil),
        !message.element.classes.contains(name)
      {
        message.element.classes.append(name)
      }
    }
  }
}

extension Message {
  /// Puts a translation in the place of the message.
  ///
  /// - Throws: what roles and rules throw, ``MarkupError`` apart.
  func replace(by translation: TranslatedText, in context: any ParseContext) throws {
    let text = translation.text
    switch (element, part) {
    case (_, .content):
      try TranslatedContent(element, translation, in: context).replace()
    case (let block as MathBlock, .text): block.text = text
    case (let raw as Raw, .text): raw.text = text
    case (_, .text):
      try element.setChildren(Text(text, position: translation.position))
      element.rawSource = text
    case (let image as Image, .alternative): image.alt = text
    case (let image as Image, .address):
      // What is no picture any more leaves the one that is there.
      guard text.hasPrefix(Self.addressPrefix) else { return }
      image.uri = text.dropFirst(Self.addressPrefix.utf8.count).trimmed
    case (let meta as Meta, .metadata): meta.content = text
    case (let toctree as Toctree, .entry(let index)): toctree.entries.items[index].title = text
    case (let toctree as Toctree, .caption): toctree.caption = text
    case (let index as DocTree.Index, .words(let entry, let part)):
      var parts = Self.words(of: index.entries.items[entry])
      parts[part] = text
      index.entries.items[entry].value = parts.joined(separator: "; ")
    default: break
    }
  }

  /// The words of an entry of the index. (Sphinx: util.index_entries.split_index_msg.)
  static func words(of entry: IndexEntry) -> [String] {
    entry.value.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
