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

  /// By the message; those without a translation are not there.
  public let entries: [String: Entry]
  /// What is wrong in the file.
  public let problems: [Diagnostic]

  init(entries: [String: Entry], problems: [Diagnostic]) {
    self.entries = entries
    self.problems = problems
  }

  /// Reads a `.po` file. What is wrong in it is in ``problems``; the rest is read all the same.
  public convenience init(_ source: Source) {
    var reader = MessageCatalogReader(source)
    reader.read()
    self.init(entries: reader.entries, problems: reader.problems)
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
