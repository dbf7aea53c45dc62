/// Text of documents and file names, which must not do anything to the terminal it is printed on.
enum Printable {
  /// The text with visible signs for control characters; tabs are kept.
  ///
  /// - Parameter keepingLines: whether line feeds are kept too.
  static func text(_ text: String, keepingLines: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(scalar)
      case 0x0A where keepingLines: result.append(scalar)
      case 0x0A: result.append(contentsOf: "\\n".unicodeScalars)
      // The pictures of control characters: one column each, like the character's own place.
      case ..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case 0x7F: result.append("\u{2421}")
      // The second set of controls, and the signs that change the direction of what follows.
      case 0x80...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
