import DocTree

/// The texts that documents can refer to without defining them: `version`, `release` and `today` as the
/// project sets them, and how long the document is. (Sphinx: transforms.DefaultSubstitutions;
/// mdit-py-plugins: wordcount.)
struct DefaultSubstitutions {
  /// The date that `today` stands for. There is no other, as pages do not depend on the clock.
  /// (Sphinx: today.)
  static let today = ConfigKey("today", default: "", affects: .read)
  /// How fast readers are, as the reader of MyST declares it. (MyST: myst_words_per_minute.)
  static let wordsPerMinute = ConfigKey("myst.words_per_minute", default: 200, affects: .read)

  let document: Document
  let configuration: Configuration
  private var words: Int?

  init(_ document: Document, _ configuration: Configuration) {
    self.document = document
    self.configuration = configuration
  }

  /// - Returns: nil if there is no such text, or the project does not set it.
  mutating func text(_ name: String) -> String? {
    switch name {
    case "wordcount-words": return String(count())
    case "wordcount-minutes":
      let minutes = Double(count()) / Double(configuration[Self.wordsPerMinute])
      return String(Int(minutes.rounded(.toNearestOrEven)))
    case "today", "version", "release":
      let key = ConfigKey(name, default: "", affects: .read)
      return configuration.isSet(name) ? configuration[key] : nil
    default: return nil
    }
  }

  /// The words of the text, without what has characters other than letters within. Code and formulas
  /// do not count.
  private mutating func count() -> Int {
    if let words { return words }
    var counter = WordCounter()
    // A counter throws nothing.
    _ = try? document.walk(&counter)
    words = counter.words
    return counter.words
  }
}

private struct WordCounter: NodeVisitor {
  var words = 0

  mutating func visit(_ node: Node) -> VisitAction {
    switch node {
    case let text as DocTree.Text:
      words += text.string.split(whereSeparator: \.isWhitespace).count(where: Self.isWord)
    case is Literal, is LiteralBlock, is Math, is MathBlock, is Raw, is Comment, is SystemMessage,
      is SubstitutionReference:
      return .skipNode
    default: break
    }
    return .continue
  }

  private static func isWord(_ text: Substring) -> Bool {
    var rest = text
    while let first = rest.first, first.isSign { rest.removeFirst() }
    while let last = rest.last, last.isSign { rest.removeLast() }
    return !rest.isEmpty && rest.allSatisfy(\.isLetter)
  }
}

extension Character {
  /// ASCII punctuation.
  fileprivate var isSign: Bool {
    guard let byte = asciiValue else { return false }
    return byte > 0x20 && byte < 0x7F && !isLetter && !isNumber
  }
}
