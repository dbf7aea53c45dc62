import DocTree

/// A work as a BibTeX file describes it.
struct BibTeXEntry {
  /// `book`, `article`.
  let type: String
  let key: String
  /// The fields by their names in lower case, in TeX.
  var fields: [String: String] = [:]
  let position: SourcePosition
}

/// Reads BibTeX: entries, `@string`, values that `#` joins, nested braces. Whatever it reads, it
/// comes to the end in one pass; what it cannot make sense of is a problem with its line and column.
struct BibTeXReader {
  private(set) var entries: [BibTeXEntry] = []
  private(set) var problems: [(message: String, position: SourcePosition)] = []

  private let bytes: [UInt8]
  private let file: SourceFile
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var strings: [String: String] = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]
  private var keys: Set<String> = []

  /// More problems than these are not worth reading.
  private static let problemLimit = 100

  init(_ source: Source) {
    bytes = source.bytes
    file = source.file
    while skip(to: 0x40) {
      // One inside a word, such as an address, stands in the text between entries.
      let isWord =
        index > 0 && !isSpace(bytes[index - 1]) && !Self.delimiters.contains(bytes[index - 1])
      advance()
      if !isWord { readItem() }
    }
  }

  // MARK: Items

  private mutating func readItem() {
    skipSpace()
    let start = position
    let type = name().lowercased()
    guard !type.isEmpty else { return }
    if type == "comment" { return }
    skipSpace()
    guard let open = peek, open == 0x7B || open == 0x28 else {
      return report("'@\(type)' has no '{' behind it", start)
    }
    advance()
    let close: UInt8 = open == 0x7B ? 0x7D : 0x29
    switch type {
    case "string":
      if let (name, value) = field() { strings[name] = value }
    case "preamble":
      _ = value()
    default: readEntry(type, start)
    }
    skipSpace()
    if peek == 0x2C { advance() }
    skipSpace()
    if peek == close {
      advance()
    } else {
      let isEnd = index == bytes.count
      report(
        isEnd
          ? "'@\(type)' is not closed; write '\(close == 0x7D ? "}" : ")")' behind its last field"
          : "'\(shown)' is no part of '@\(type)'; fields are 'name = value' with ',' between them",
        isEnd ? start : position)
    }
  }

  private mutating func readEntry(_ type: String, _ start: SourcePosition) {
    skipSpace()
    let place = position
    let from = index
    while let byte = peek, byte != 0x2C, byte != 0x7D, byte != 0x29, !isSpace(byte), byte != 0x3D {
      advance()
    }
    let key = text(from..<index)
    skipSpace()
    guard !key.isEmpty else {
      return report("'@\(type)' has no key; write '@\(type){key, …}'", place)
    }
    var entry = BibTeXEntry(type: type, key: key, position: start)
    while peek == 0x2C {
      advance()
      skipSpace()
      guard let byte = peek, byte != 0x7D, byte != 0x29, let (name, value) = field() else { break }
      if entry.fields[name] == nil { entry.fields[name] = value }
      skipSpace()
    }
    guard keys.insert(key).inserted else {
      return report("the key '\(key)' is there already; this entry is left out", place)
    }
    entries.append(entry)
  }

  /// `name = value`
  private mutating func field() -> (name: String, value: String)? {
    skipSpace()
    let place = position
    let name = name().lowercased()
    skipSpace()
    guard !name.isEmpty, peek == 0x3D else {
      report(
        name.isEmpty
          ? "'\(shown)' begins no field; fields are 'name = value'"
          : "the field '\(name)' has no '='", name.isEmpty ? place : position)
      return nil
    }
    advance()
    return value().map { (name, $0) }
  }

  // MARK: Values

  /// Pieces that `#` joins.
  private mutating func value() -> String? {
    var result = ""
    while true {
      skipSpace()
      guard let piece = piece() else { return nil }
      result += piece
      skipSpace()
      guard peek == 0x23 else { return result }
      advance()
    }
  }

  private mutating func piece() -> String? {
    let place = position
    switch peek {
    case 0x7B: return delimited(by: 0x7D)
    case 0x22: return delimited(by: 0x22)
    default:
      let word = name()
      if word.isEmpty {
        report("'\(shown)' is no value; write {text}, \"text\", a number or a string's name", place)
        return nil
      }
      if word.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return word }
      if let known = strings[word.lowercased()] { return known }
      let hint =
        problems.count < Self.problemLimit
        ? nearestName(to: word, among: strings.keys.sorted()).map { "; did you mean '\($0)'?" }
        : nil
      report("there is no string '\(word)'\(hint ?? "")", place)
      return word
    }
  }

  /// A text in braces, which can stand in it in pairs, or in quotes.
  private mutating func delimited(by end: UInt8) -> String? {
    let start = position
    advance()
    let from = index
    var depth = 0
    while let byte = peek {
      if byte == end, depth == 0 {
        let result = text(from..<index)
        advance()
        return result
      }
      if byte == 0x7B { depth += 1 }
      if byte == 0x7D { depth -= 1 }
      // A brace that closes more than was opened ends a quoted text that has no end.
      if depth < 0 { break }
      if byte == 0x5C, index + 1 < bytes.count, bytes[index + 1] != 0x0A { advance() }
      advance()
    }
    report("this value is not closed", start)
    return nil
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func advance() {
    if bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  private mutating func skipSpace() {
    while let byte = peek, isSpace(byte) { advance() }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private mutating func skip(to wanted: UInt8) -> Bool {
    while let byte = peek {
      if byte == wanted { return true }
      advance()
    }
    return false
  }

  /// A name of a field, a string or a sort of entry.
  private mutating func name() -> String {
    let from = index
    while let byte = peek, !isSpace(byte), !Self.delimiters.contains(byte) { advance() }
    return text(from..<index)
  }

  private static let delimiters = Set("\"#%'(),={}\\@".utf8)

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// What stands here, for messages.
  private var shown: String {
    guard index < bytes.count else { return "the end of the file" }
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return text(index..<end)
  }

  private var position: SourcePosition {
    SourcePosition(file: file, line: line, column: index - lineStart + 1)
  }

  private mutating func report(_ message: String, _ position: SourcePosition) {
    if problems.count < Self.problemLimit { problems.append((message, position)) }
  }
}
