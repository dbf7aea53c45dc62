public import DocTree

/// What stands in a file of GNU gettext: messages and their translations.
///
/// Messages with a context and those with plural forms are none of a document's, so they are left out.
public final class MessageCatalog: Sendable {
  /// The translation of a message.
  public struct Entry: Sendable {
    public let translation: TranslatedText
    /// Whether a translator has yet to look at it.
    public let isFuzzy: Bool
  }

  private let table: [MessageKey: Entry]
  /// What is wrong in the file.
  public let problems: [Diagnostic]

  init(_ table: [MessageKey: Entry], problems: [Diagnostic]) {
    self.table = table
    self.problems = problems
  }

  /// What the catalog has for a message; nil if it has no translation.
  public subscript(message: String) -> Entry? { table[MessageKey(message)] }

  /// The messages with a translation, sorted.
  public var messages: [String] { table.keys.map(\.text).sorted() }

  /// Reads a `.po` file. What is wrong in it is in ``problems``; the rest is read all the same.
  public convenience init(_ source: Source) {
    var reader = MessageCatalogReader(source)
    reader.read()
    self.init(reader.entries, problems: reader.problems)
  }
}

/// A message as a key: byte for byte, as with gettext. Comparing characters costs several times that.
struct MessageKey: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: MessageKey, right: MessageKey) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A text of a catalog, and where each of its bytes stands in the file.
public struct TranslatedText: Sendable {
  public internal(set) var text: String
  public let file: SourceFile
  /// Where runs of bytes begin that stand in the file as they are, in the text and in the file.
  private(set) var runs: [(offset: Int, line: Int, column: Int)]

  init(_ text: String, file: SourceFile, runs: [(offset: Int, line: Int, column: Int)]) {
    self.text = text
    self.file = file
    self.runs = runs
  }

  /// Where the text begins.
  public var position: SourcePosition { position(ofByte: 0) }

  /// Where a byte of the text stands in the file.
  public func position(ofByte offset: Int) -> SourcePosition {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return SourcePosition(file: file, line: 0) }
    let run = runs[low - 1]
    return SourcePosition(file: file, line: run.line, column: run.column + offset - run.offset)
  }
}
