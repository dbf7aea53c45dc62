import DocTree

/// A text of a document that can be translated. (Sphinx: util.nodes.extract_messages.)
struct Message {
  /// What of an element it is.
  enum Part: Equatable {
    /// Its inline content.
    case content
    /// Its text, which has no markup.
    case text
    /// What a picture shows.
    case alternative
    /// Where a picture is, written as a directive of reStructuredText.
    case address
    case metadata
    /// The title of an entry of a table of contents, by its index.
    case entry(Int)
    case caption
    /// Some of the words of an entry of the index.
    case words(entry: Int, part: Int)
  }

  let element: Element
  let part: Part
  /// What translators see, and what translations are found by.
  let id: String

  /// What stands before the address of a picture.
  static let addressPrefix = ".. image:: "
}

/// Finds the messages of a document.
struct MessageSearch {
  private let translatesIndex: Bool
  private let translatesLiterals: Bool
  private let translatesDoctests: Bool
  private let translatesRaw: Bool
  private let translatesImages: Bool

  init(_ configuration: Configuration) {
    let targets = configuration[TranslationSettings.additionalTargets]
    translatesIndex = targets.contains("index")
    translatesLiterals = targets.contains("literal-block")
    translatesDoctests = targets.contains("doctest-block")
    translatesRaw = targets.contains("raw")
    translatesImages = targets.contains("image")
  }

  /// In document order.
  func messages(in document: Document) -> [Message] {
    var result: [Message] = []
    for element in document.findAll(Element.self, includeSelf: false) {
      add(element, to: &result)
    }
    return result
  }

  private func add(_ element: Element, to result: inout [Message]) {
    func add(_ part: Message.Part, _ id: String?) {
      if let id, !id.isEmpty { result.append(Message(element: element, part: part, id: id)) }
    }
    switch element {
    case let image as Image:
      add(.alternative, image.alt)
      if translatesImages, let uri = image.uri { add(.address, Message.addressPrefix + uri) }
    case let meta as Meta: add(.metadata, meta.content)
    case let toctree as Toctree:
      for (index, entry) in toctree.entries.items.enumerated() { add(.entry(index), entry.title) }
      add(.caption, toctree.caption)
    case let index as DocTree.Index:
      guard translatesIndex, index.isInline == false else { return }
      for (number, entry) in index.entries.items.enumerated() {
        for (part, words) in Message.words(of: entry).enumerated() {
          add(.words(entry: number, part: part), words)
        }
      }
    case is MathBlock: add(.text, element.rawSource ?? element.astext())
    case is LiteralBlock:
      // The source that a message shows is none of the document's.
      guard translatesLiterals, !(element.parent is SystemMessage) else { return }
      add(.text, element.rawSource ?? element.astext())
    case is DoctestBlock:
      if translatesDoctests { add(.text, element.rawSource ?? element.astext()) }
    case let raw as Raw:
      if translatesRaw, raw.syntax == nil { add(.text, raw.text) }
    case let rubric as Rubric where rubric.level != nil && rubric.rawSource != nil:
      // MyST does not keep what a heading was written as that is no section's.
      add(.content, rubric.astext())
    case is TextElement:
      guard let source = element.rawSource, Self.isTranslatable(element) else { return }
      add(.content, Self.oneLine(source))
    default: break
    }
  }

  /// Inline text is a part of the message around it, unless it says otherwise.
  private static func isTranslatable(_ element: Element) -> Bool {
    if let flag = element["translatable"] { return flag != .flag(false) }
    let categories = element.kind.categories
    return !categories.contains(.inline) && !categories.contains(.invisible)
  }

  /// The lines of a source as one, without the backslashes of hard breaks.
  private static func oneLine(_ source: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(source.utf8.count)
    var lineStart = 0
    func endLine() {
      var end = result.count
      while end > lineStart, isBlank(result[end - 1]) { end -= 1 }
      guard end > lineStart, result[end - 1] == 0x5C else { return }
      end -= 1
      while end > lineStart, isBlank(result[end - 1]) { end -= 1 }
      result.removeLast(result.count - end)
    }
    for byte in source.utf8 {
      if byte == 0x0A {
        endLine()
        result.append(0x20)
        lineStart = result.count
      } else {
        result.append(byte)
      }
    }
    endLine()
    return String(decoding: result, as: UTF8.self).trimmed
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
