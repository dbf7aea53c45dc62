import DocTree

/// Reads a `.po` file line by line. (GNU gettext: the format of PO files.)
struct MessageCatalogReader {
  private(set) var entries: [MessageKey: MessageCatalog.Entry] = [:]
  private(set) var problems: [Diagnostic] = []

  private let file: SourceFile
  private let bytes: [UInt8]
  private var line = 0
  /// The bytes of the line that are still to be read, from where the line begins.
  private var start = 0
  private var offset = 0
  private var end = 0

  /// The entry that is being read.
  private var entry = Entry()
  private var isHeaderKnown = false
  /// Where each message stands, for messages about those that are there twice.
  private var lines: [MessageKey: Int] = [:]

  /// A part of an entry, by its keyword.
  private enum Part { case context, message, plural, translation, otherTranslation }

  private struct Entry {
    var isFuzzy = false
    var part: Part?
    var hasContext = false
    var hasPlural = false
    var message: [UInt8]?
    var line = 0
    var translation: [UInt8]?
    var runs: [(offset: Int, line: Int, column: Int)] = []
    /// Whether something is wrong with it, so that it is left out.
    var isBroken = false
  }

  private static let keywords = ["msgctxt", "msgid", "msgid_plural", "msgstr", "domain"]

  init(_ source: Source) {
    file = source.file
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  }

  mutating func read() {
    while start < bytes.count {
      line += 1
      offset = start
      end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      readLine()
      start = next
    }
    finish()
  }

  private mutating func readLine() {
    skipSpaces()
    guard offset < end else { return finishIfComplete() }
    switch bytes[offset] {
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: "\""):
      if entry.part == nil {
        fail(
          "a string has to stand behind one of: \(Self.keywords.joined(separator: ", "))",
          at: offset)
      }
      readStrings()
    default: readKeyword()
    }
  }

  /// Comments belong to the entry behind them; flags are all that matters of them.
  private mutating func readComment() {
    finishIfComplete()
    guard offset + 1 < end, bytes[offset + 1] == UInt8(ascii: ",") else { return }
    let flags = bytes[(offset + 2)..<end].split {
      $0 == UInt8(ascii: ",") || $0 == 0x20 || $0 == 0x09
    }
    if flags.contains(where: { $0.elementsEqual("fuzzy".utf8) }) { entry.isFuzzy = true }
  }

  private mutating func readKeyword() {
    let begin = offset
    while offset < end, !Self.isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: "\"") {
      offset += 1
    }
    let word = String(decoding: bytes[begin..<offset], as: UTF8.self)
    switch word {
    case "msgctxt":
      finish()
      entry.hasContext = true
      entry.line = line
      entry.part = .context
    case "msgid":
      if entry.message != nil || entry.part != .context { finish() }
      entry.message = []
      entry.line = line
      entry.part = .message
    case "msgid_plural":
      entry.hasPlural = true
      entry.part = .plural
      require(entry.message != nil, word, "msgid", at: begin)
    case "msgstr":
      require(entry.message != nil, word, "msgid", at: begin)
      if entry.translation != nil { fail("there is a second msgstr of one message", at: begin) }
      entry.translation = []
      entry.part = .translation
    case _ where Self.isNumbered(word):
      require(entry.hasPlural, word, "msgid_plural", at: begin)
      // All that can be said of a message with plural forms is that it is complete.
      if entry.translation == nil { entry.translation = [] }
      entry.part = .otherTranslation
    case "domain":
      finish()
      entry.part = .otherTranslation
    default:
      fail(
        "'\(word)' is no keyword; allowed: \(Self.keywords.joined(separator: ", "))", at: begin)
      entry.part = .otherTranslation
      return
    }
    skipSpaces()
    guard offset < end else { return fail("a string has to stand behind \(word)", at: offset) }
    readStrings()
  }

  /// `msgstr[0]`.
  private static func isNumbered(_ word: String) -> Bool {
    word.hasPrefix("msgstr[") && word.hasSuffix("]")
      && word.utf8.dropFirst(7).dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }

  private mutating func require(
    _ condition: Bool, _ word: String, _ other: String, at offset: Int
  ) {
    if !condition { fail("\(word) has to stand behind \(other)", at: offset) }
  }

  // MARK: Strings

  /// The strings that are left in the line.
  private mutating func readStrings() {
    while offset < end {
      guard bytes[offset] == UInt8(ascii: "\"") else {
        return fail("only strings in double quotes may stand here", at: offset)
      }
      readString()
      skipSpaces()
    }
  }

  private mutating func readString() {
    let begin = offset
    offset += 1
    noteRun()
    while offset < end, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\") {
        readEscape()
        noteRun()
      } else {
        append(bytes[offset])
        offset += 1
      }
    }
    guard offset < end else {
      return fail("the string has no closing quote on its line", at: begin)
    }
    offset += 1
  }

  private mutating func readEscape() {
    let begin = offset
    offset += 1
    guard offset < end else { return }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): append(0x0A)
    case UInt8(ascii: "t"): append(0x09)
    case UInt8(ascii: "r"): append(0x0D)
    case UInt8(ascii: "a"): append(0x07)
    case UInt8(ascii: "b"): append(0x08)
    case UInt8(ascii: "f"): append(0x0C)
    case UInt8(ascii: "v"): append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"): append(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      offset -= 1
      append(number(radix: 8, digits: 3))
    case UInt8(ascii: "x") where offset < end && Self.digit(bytes[offset], radix: 16) != nil:
      append(number(radix: 16, digits: 2))
    default:
      fail(
        "'\\\(String(decoding: [byte], as: UTF8.self))' is no escape; allowed: "
          + #"\n, \t, \r, \a, \b, \f, \v, \\, \", and bytes as \ooo or \xhh"#, at: begin)
    }
  }

  private mutating func number(radix: Int, digits: Int) -> UInt8 {
    var value = 0
    var count = 0
    while count < digits, offset < end, let digit = Self.digit(bytes[offset], radix: radix) {
      value = value * radix + digit
      offset += 1
      count += 1
    }
    return UInt8(truncatingIfNeeded: value)
  }

  private static func digit(_ byte: UInt8, radix: Int) -> Int? {
    Int(String(decoding: [byte], as: UTF8.self), radix: radix)
  }

  private mutating func append(_ byte: UInt8) {
    switch entry.part {
    case .message: entry.message?.append(byte)
    case .translation: entry.translation?.append(byte)
    default: break
    }
  }

  /// What follows stands in the translation as it does in the file.
  private mutating func noteRun() {
    guard entry.part == .translation else { return }
    entry.runs.append((entry.translation?.count ?? 0, line, offset - start + 1))
  }

  // MARK: Entries

  /// A blank line or a comment ends an entry.
  private mutating func finishIfComplete() {
    if entry.translation != nil || entry.isBroken { finish() }
  }

  private mutating func finish() {
    // Flags stand before their message.
    if entry.part == nil, !entry.isBroken { return }
    let entry = self.entry
    self.entry = Entry()
    guard let message = entry.message else {
      if entry.hasContext, !entry.isBroken {
        report("msgid has to stand behind msgctxt", line: entry.line, column: 1)
      }
      return
    }
    guard let translation = entry.translation else {
      if !entry.isBroken { report("the message has no msgstr", line: entry.line, column: 1) }
      return
    }
    let text = String(decoding: translation, as: UTF8.self)
    if message.isEmpty, !entry.hasContext { return readHeader(text, line: entry.line) }
    guard !entry.isBroken, !entry.hasContext, !entry.hasPlural else { return }
    let id = MessageKey(String(decoding: message, as: UTF8.self))
    if let first = lines[id] {
      return report(
        "the message is there twice; the first one in line \(first) counts", line: entry.line,
        column: 1)
    }
    lines[id] = entry.line
    guard !translation.isEmpty else { return }
    entries[id] = MessageCatalog.Entry(
      translation: TranslatedText(text, file: file, runs: entry.runs), isFuzzy: entry.isFuzzy)
  }

  /// The header says how the file is encoded.
  private mutating func readHeader(_ text: String, line: Int) {
    guard !isHeaderKnown else {
      return report("there is a second header", line: line, column: 1)
    }
    isHeaderKnown = true
    for field in text.split(separator: "\n") where field.lowercased().hasPrefix("content-type:") {
      let parts = field.split(separator: ";").dropFirst().map(\.trimmed)
      guard let part = parts.first(where: { $0.lowercased().hasPrefix("charset=") }) else {
        continue
      }
      let name = part.dropFirst("charset=".count).trimmed
      if !["utf-8", "utf8", "us-ascii", "ascii", "charset"].contains(name.lowercased()) {
        report("the catalog is in the encoding '\(name)'; allowed: UTF-8", line: line, column: 1)
      }
    }
  }

  // MARK: Problems

  private mutating func fail(_ message: String, at offset: Int) {
    entry.isBroken = true
    report(message, line: line, column: offset - start + 1)
  }

  private mutating func report(_ message: String, line: Int, column: Int) {
    problems.append(
      Diagnostic(
        .warning, message, at: SourcePosition(file: file, line: line, column: column),
        category: "i18n.not_readable"))
  }

  private mutating func skipSpaces() {
    while offset < end, Self.isSpace(bytes[offset]) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
