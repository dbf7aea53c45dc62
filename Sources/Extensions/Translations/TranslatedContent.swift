import DocTree

/// The translation of an element's inline content.
struct TranslatedContent {
  private let element: Element
  private let translation: TranslatedText
  /// Whether nobody wants to hear of references that the translation lacks.
  private let isUnchecked: Bool
  /// The letter that the index has a term under, where the translation says so.
  private var key: String?
  private let context: any ParseContext

  init(_ element: Element, _ translation: TranslatedText, in context: any ParseContext) {
    self.element = element
    self.context = context
    var translation = translation
    let text = Self.withoutMark(translation.text)
    isUnchecked = text != nil
    if let text { translation.text = text }
    if element is Term, element.parent?.parent?.parent is Glossary {
      (translation.text, key) = GlossaryTerm.split(translation.text[...])
    }
    self.translation = translation
  }

  /// The text without a mark at its end that says that nothing is to be checked.
  private static func withoutMark(_ text: String) -> String? {
    let mark = text.trimmed
    guard mark.hasSuffix("noqa"), case let rest = mark.dropLast(4).trimmed, rest.hasSuffix("#"),
      !rest.hasSuffix("\\#")
    else { return nil }
    return String(rest.dropLast())
  }

  /// Puts it in the place of what the element has.
  func replace() throws {
    let content = try parse()
    let old = Inline(children: element.removeChildren())
    // What others have put before the text, such as a box to tick, and what points to it stays.
    let before = old.children.prefix { !$0.position.isKnown }
    let behind = old.children.filter { $0 is DocTree.Index }
    if !isUnchecked { check(old, content) }
    keepPlaces(of: old, in: content)
    let term = old.astext()
    try element.append(Array(before) + content.removeChildren() + behind)
    if element is Title || element is Rubric || element is Term { element.untranslated = old }
    for case let index as DocTree.Index in behind {
      for place in index.entries.items.indices where index.entries.items[place].value == term {
        index.entries.items[place].value = element.astext()
        index.entries.items[place].key = key
      }
    }
  }

  /// The nodes of the translation. They and what is found wrong have their places in the catalog.
  private func parse() throws -> Inline {
    let document = context.document
    let known = (document.diagnostics.count, document.closingMessages.count)
    let places = Places(translation)
    let content = Inline(
      children: try context.parseInline(
        translation.text, at: SourcePosition(file: translation.file, line: 1, column: 1)))
    for node in content.findAll(includeSelf: false) {
      node.position = places.inFile(node.position)
      guard let message = node as? SystemMessage else { continue }
      message.line = message.position.line
      message.diagnostic?.position = message.position
    }
    for index in document.diagnostics.indices.dropFirst(known.0) {
      document.diagnostics[index].position = places.inFile(document.diagnostics[index].position)
    }
    for message in document.closingMessages.dropFirst(known.1) {
      message.position = places.inFile(message.position)
      message.line = message.position.line
    }
    return content
  }

  // MARK: References

  /// What a text refers to.
  private struct References: Equatable {
    var footnotes: [String] = []
    var citations: [String] = []
    var targets: [String] = []

    init(in root: Element) {
      // Most messages are text alone.
      guard root.children.contains(where: { $0.asElement != nil }) else { return }
      for element in root.findAll(Element.self, includeSelf: false) {
        switch element {
        case let note as FootnoteReference: footnotes += note.refname.map { [$0] } ?? []
        case let citation as CitationReference: citations += citation.refname.map { [$0] } ?? []
        case let reference as PendingXref: targets += reference.reftarget.map { [$0] } ?? []
        default: break
        }
      }
      footnotes.sort()
      citations.sort()
      targets.sort()
    }
  }

  /// Says where the translation refers to other things than the original.
  private func check(_ old: Element, _ new: Element) {
    let (before, now) = (References(in: old), References(in: new))
    guard before != now else { return }
    func compare(_ what: String, _ names: (References) -> [String]) {
      guard names(before) != names(now) else { return }
      let lists = [before, now].map {
        "[" + names($0).map(PythonLiteral.quoted).joined(separator: ", ") + "]"
      }
      context.document.report(
        .warning,
        "inconsistent \(what) in translated message. original: \(lists[0]), translated: \(lists[1])",
        position: translation.position, category: "i18n.inconsistent_references")
    }
    compare("footnote references", \.footnotes)
    compare("citation references", \.citations)
    compare("references", \.targets)
  }

  /// References to one thing are looked up from one place, such as the module that was open.
  private func keepPlaces(of old: Element, in new: Element) {
    guard old.children.contains(where: { $0.asElement != nil }) else { return }
    var known: [[String?]: PendingXref] = [:]
    for reference in old.findAll(PendingXref.self) { known[Self.key(reference)] = reference }
    guard !known.isEmpty else { return }
    for reference in new.findAll(PendingXref.self) {
      guard let original = known[Self.key(reference)] else { continue }
      reference.undeclaredAttributes = original.undeclaredAttributes
    }
  }

  private static func key(_ reference: PendingXref) -> [String?] {
    [reference.refdomain, reference.reftype, reference.reftarget]
  }
}

/// Where the lines and columns of a translation stand in its catalog.
private struct Places {
  private let translation: TranslatedText
  private var lineStarts = [0]

  init(_ translation: TranslatedText) {
    self.translation = translation
    for (offset, byte) in translation.text.utf8.enumerated() where byte == 0x0A {
      lineStarts.append(offset + 1)
    }
  }

  func inFile(_ position: SourcePosition) -> SourcePosition {
    guard position.file == translation.file, position.line > 0,
      position.line <= lineStarts.count
    else { return position }
    return translation.position(
      ofByte: lineStarts[position.line - 1] + max(0, position.column - 1))
  }
}
