import DocTree

/// Bytes of files as text.
enum TextEncoding {
  /// - Parameter name: UTF-8 if nil. ASCII and Latin-1 are known besides.
  static func decode(_ bytes: [UInt8], _ name: String?) throws(MarkupError) -> String {
    let known = name?.lowercased().filter { $0.isLetter || $0.isNumber } ?? "utf8"
    switch known {
    case "utf8", "utf8sig", "ascii", "usascii":
      let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      return String(decoding: text, as: UTF8.self)
    case "latin1", "iso88591", "l1":
      return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    default:
      throw MarkupError(
        "unknown encoding '\(name ?? "")'; allowed: utf-8, utf-8-sig, ascii, latin-1")
    }
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
