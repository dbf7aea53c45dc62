/// Text of documents and file names, which must not do anything to the terminal it is printed on.
enum Printable {
  /// The text with visible signs for control characters; tabs are kept.
  ///
  /// - Parameter keepingLines: whether line feeds are kept too.
  static func text(_ text: String, keepingLines: Bool = false) -> String {
    var bytes = text
    return bytes.withUTF8(isPlain) ? text : changed(text, keepingLines)
  }

  /// Appends ``text(_:keepingLines:)`` of a text to UTF-8.
  static func append(_ text: String, keepingLines: Bool = false, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, keepingLines: keepingLines, to: &output) }
  }

  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, keepingLines: Bool = false, to output: inout [UInt8]
  ) {
    if isPlain(bytes) {
      output.append(contentsOf: bytes)
    } else {
      output.append(
        contentsOf: changed(String(decoding: bytes, as: UTF8.self), keepingLines).utf8)
    }
  }

  private static func changed(_ text: String, _ keepingLines: Bool) -> String {
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

  /// Whether nothing but characters of ASCII that can be seen is there. Eight are looked at together.
  static func isVisibleASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while rest.count >= 8 {
      let word = rest.loadUnaligned(as: UInt64.self)
      // Above ASCII, or 0x7F; below 0x20.
      let high = word | (word &+ 0x0101_0101_0101_0101)
      let low = (word &- 0x2020_2020_2020_2020) & ~word
      if (high | low) & 0x8080_8080_8080_8080 != 0 { return false }
      rest = rest.dropFirst(8)
    }
    return rest.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// Whether there is nothing to change. Of some texts that need no change it says that they do.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isVisibleASCII(bytes) { return true }
    var isLead = false
    var mayTurn = false
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F || isLead && byte < 0xA0 { return false }
      // U+0080 to U+009F begin with this byte.
      isLead = byte == 0xC2
      // And with this one the signs that change the direction.
      if byte == 0xE2 { mayTurn = true }
    }
    guard mayTurn else { return true }
    return !String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
