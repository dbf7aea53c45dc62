import DocTree

/// How bytes of files are text. (docutils: directives.encoding.)
struct TextEncoding: OptionValue {
  static let allowed = "utf-8, utf-8-sig, ascii, latin-1"
  static let utf8 = TextEncoding(isLatin: false)
  private let isLatin: Bool

  private init(isLatin: Bool) { self.isLatin = isLatin }

  init?(_ name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "utf8sig", "ascii", "usascii": isLatin = false
    case "latin1", "iso88591", "l1": isLatin = true
    default: return nil
    }
  }

  static func problem(with text: String) -> String {
    "unknown encoding: \"\(text)\"; allowed: \(allowed)"
  }

  func decode(_ bytes: [UInt8]) -> String {
    if isLatin { return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return String(decoding: text, as: UTF8.self)
  }

  /// Replaces each tab by spaces up to the next multiple of `width` columns. (Python: str.expandtabs.)
  static func expandTabs(_ line: Substring, _ width: Int) -> String {
    guard line.contains("\t") else { return String(line) }
    var result = ""
    var column = 0
    for character in line {
      if character == "\t" {
        let count = width - column % width
        result += String(repeating: " ", count: count)
        column += count
      } else {
        result.append(character)
        column += 1
      }
    }
    return result
  }
}
