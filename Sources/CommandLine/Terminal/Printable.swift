/// Text of documents and file names, which must not do anything to the terminal it is printed on.
enum Printable {
  /// The text with visible signs for control characters; tabs are kept.
  ///
  /// - Parameter keepingLines: whether line feeds are kept too.
  static func text(_ text: String, keepingLines: Bool = false) -> String {
    if isPlain(text) { return text }
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

  /// Whether there is nothing to change. Of some texts that need no change it says that they do.
  private static func isPlain(_ text: String) -> Bool {
    var isLead = false
    var mayTurn = false
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || isLead && byte < 0xA0 { return false }
      // U+0080 to U+009F begin with this byte.
      isLead = byte == 0xC2
      // And with this one the signs that change the direction.
      if byte == 0xE2 { mayTurn = true }
    }
    guard mayTurn else { return true }
    return !text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
