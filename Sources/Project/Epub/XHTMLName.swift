import DocTree
import DocTreeExtensions

/// Ids and addresses as books may have them.
enum XHTMLName {
  /// An id as an XML name without colons, which HTML does not ask for. What may not stand in one
  /// becomes its number, so that different ids stay different.
  static func id(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if isNameScalar(scalar, isFirst: result.isEmpty) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return result
  }

  /// An address that a page has, with its fragment as the id that it leads to.
  ///
  /// - Returns: nil if there is nothing in a book that it could lead to.
  static func address(_ text: String) -> String? {
    var text = String(text.drop { $0.isWhitespace })
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.hasPrefix("//") { text = "https:" + text }
    if let scheme = WebAddress.scheme(of: text) {
      return ["javascript", "vbscript", "data", "file"].contains(scheme) ? nil : encoded(text)
    }
    guard let hash = text.firstIndex(of: "#") else { return text.isEmpty ? nil : encoded(text) }
    let fragment = text[text.index(after: hash)...].percentDecoded
    let place = encoded(String(text[..<hash]))
    return fragment.isEmpty ? (place.isEmpty ? nil : place) : place + "#" + id(fragment)
  }

  /// The file in a book that a page becomes.
  static func file(ofPage name: String) -> String { "text/" + path(name) + ".xhtml" }

  /// A path without the characters that may not stand in names of files in a book, or had better not.
  static func path(_ path: String) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F
        || "\"*:<>?\\|".unicodeScalars.contains(scalar)
      {
        result += "_" + String(scalar.value, radix: 16) + "_"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address in which no character stands that may not.
  static func encoded(_ address: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(address.utf8)
    let refused = Array("\"<>\\^`{|}".utf8)
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        index + 2 < bytes.count && bytes[index + 1].hexadecimalValue != nil
        && bytes[index + 2].hexadecimalValue != nil
      if byte <= 0x20 || byte == 0x7F || refused.contains(byte) || byte == 0x25 && !isEscape {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%\(digits.count < 2 ? "0" : "")\(digits)".utf8
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// (XML 1.0: NameStartChar and NameChar.)
  private static func isNameScalar(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: !isFirst
    default: false
    }
  }
}
