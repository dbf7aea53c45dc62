import DocTree

/// What a book says otherwise than a site, because it may be read where there is no network.
enum EpubLinks {
  static func prepare(_ document: Document, _ configuration: Configuration) throws {
    for image in document.findAll(Image.self) { reportRemote(image, document) }
    let shown = configuration[EpubSettings.showURLs]
    guard shown != .no else { return }
    var notes: [Footnote] = []
    for reference in document.findAll(Reference.self) {
      guard let address = reference.refuri, isElsewhere(address),
        let parent = reference.parent, parent is TextElement,
        let index = parent.children.firstIndex(where: { $0 === reference }),
        !reference.astext().contains(address)
      else { continue }
      switch shown {
      case .no: break
      case .inline:
        let text = Inline(" [\(address)]")
        text.classes = ["link-target"]
        try parent.insert(text, at: index + 1)
      case .footnote:
        let number = notes.count + 1
        let mark = FootnoteReference("#\(number)")
        let note = Footnote(Label("#\(number)"), Paragraph(address))
        note.ids = ["link-\(number)"]
        mark.ids = ["link-mark-\(number)"]
        note.backrefs = mark.ids
        mark.refid = note.ids[0]
        try parent.insert(mark, at: index + 1)
        notes.append(note)
      }
    }
    try add(notes, to: document, Words(configuration)["Footnotes"])
  }

  /// Puts notes behind the others of the page, or at its end.
  private static func add(_ notes: [Footnote], to document: Document, _ title: String) throws {
    guard !notes.isEmpty else { return }
    if let last = document.findAll(Footnote.self).last, let parent = last.parent,
      let index = parent.children.firstIndex(where: { $0 === last })
    {
      for (offset, note) in notes.enumerated() {
        try parent.insert(note, at: index + 1 + offset)
      }
    } else {
      try document.append(Rubric(title))
      for note in notes { try document.append(note) }
    }
  }

  private static func isElsewhere(_ address: String) -> Bool {
    ["http", "https", "ftp"].contains(WebAddress.scheme(of: address))
  }

  private static func reportRemote(_ image: Image, _ document: Document) {
    guard let uri = image.uri, isElsewhere(uri) || uri.hasPrefix("//") else { return }
    _ = document.report(
      .warning,
      "picture '\(uri)' is not in the book, as it is not in the project; there is a link to it",
      at: image, category: "epub.remote_image")
  }
}
