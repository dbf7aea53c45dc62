import DocTree

// Text, and what is stepped over.
extension XMLParser {
  /// What stands in text for itself: all but `<`, `&` and carriage returns.
  private static let plainText = ByteSet { $0 != 0x3C && $0 != 0x26 && $0 != 0x0D }

  /// Reads up to the next tag.
  ///
  /// - Returns: nil if there is no text.
  mutating func readText() throws -> String? {
    var text: [UInt8] = []
    while !scanner.isAtEnd {
      let start = scanner.index
      scanner.skip(Self.plainText)
      text += scanner.bytes[start..<scanner.index]
      if scanner.isAtEnd { break }
      if scanner.next == 0x0D {
        scanner.index += scanner.sees("\r\n") ? 2 : 1
        text.append(0x0A)
      } else if scanner.next == 0x26 {
        try readReference(into: &text)
      } else if scanner.sees("<![CDATA[") {
        let opening = scanner.index
        scanner.index += 9
        let start = scanner.index
        guard scanner.skip(to: "]]>") else {
          throw scanner.error("expected ']]>' after '<![CDATA['", at: opening)
        }
        text += scanner.bytes[start..<scanner.index]
        scanner.index += 3
      } else if try !skipMarkup() {
        break
      }
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// Steps over what may stand before and after the root element.
  mutating func skipBetween() throws {
    while true {
      scanner.skipSpace()
      if try skipMarkup() { continue }
      guard !hasRoot, scanner.sees("<!DOCTYPE") else { return }
      try skipDoctype()
    }
  }

  /// Steps over a comment or a processing instruction.
  private mutating func skipMarkup() throws -> Bool {
    let start = scanner.index
    if scanner.skip("<!--") {
      guard scanner.skip(to: "-->") else {
        throw scanner.error("expected '-->' after '<!--'", at: start)
      }
      scanner.index += 3
      return true
    }
    if scanner.skip("<?") {
      guard scanner.skip(to: "?>") else {
        throw scanner.error("expected '?>' after '<?'", at: start)
      }
      scanner.index += 2
      return true
    }
    return false
  }

  private mutating func skipDoctype() throws {
    let start = scanner.index
    var depth = 0
    while !scanner.isAtEnd {
      let byte = scanner.next
      if byte == 0x22 || byte == 0x27 {
        scanner.index += 1
        while !scanner.isAtEnd, scanner.next != byte { scanner.index += 1 }
      } else if try skipMarkup() {
        continue
      }
      scanner.index += 1
      if byte == 0x5B || byte == 0x3C { depth += 1 }
      if byte == 0x5D { depth -= 1 }
      if byte == 0x3E {
        depth -= 1
        if depth == 0 { return }
      }
    }
    throw scanner.error("expected '>' after '<!DOCTYPE'", at: start)
  }

  /// Reads an entity or a character reference.
  mutating func readReference(into output: inout [UInt8]) throws {
    let start = scanner.index
    scanner.index += 1
    let nameStart = scanner.index
    while !scanner.isAtEnd, scanner.next == 0x23 || XMLName.continues(scanner.next) {
      scanner.index += 1
    }
    let name = scanner.string(nameStart..<scanner.index)
    guard scanner.next == 0x3B, !name.isEmpty else {
      throw scanner.error("expected '&amp;' or a reference such as '&lt;', found '&'", at: start)
    }
    scanner.index += 1
    switch name {
    case "lt": output.append(0x3C)
    case "gt": output.append(0x3E)
    case "amp": output.append(0x26)
    case "quot": output.append(0x22)
    case "apos": output.append(0x27)
    case _ where name.utf8.first == 0x23:
      let isHexadecimal = name.hasPrefix("#x")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      guard digits.utf8.first != 0x2D, let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
        let scalar = Unicode.Scalar(number)
      else {
        throw scanner.error("expected the number of a character, found '&\(name);'", at: start)
      }
      output += Character(scalar).utf8
    default:
      throw scanner.error(
        "expected &lt;, &gt;, &amp;, &quot;, &apos; or a number, found '&\(name);'", at: start)
    }
  }

  /// Looks into an XML declaration for an encoding that is not UTF-8.
  mutating func readDeclaration() throws {
    let start = scanner.index
    guard scanner.sees("<?xml"), scanner.skip(to: "?>") else { return }
    let end = scanner.index
    scanner.index = start
    guard scanner.skip(to: "encoding"), scanner.index < end else {
      scanner.index = start
      return
    }
    let place = scanner.index
    scanner.index += 8
    while isSpace(scanner.next) || scanner.next == 0x3D { scanner.index += 1 }
    let quote = scanner.next
    scanner.index += 1
    let valueStart = scanner.index
    while scanner.index < end, scanner.next != quote { scanner.index += 1 }
    let encoding = scanner.string(valueStart..<max(valueStart, scanner.index))
    guard ["utf-8", "us-ascii"].contains(encoding.lowercased()) else {
      throw scanner.error("expected the encoding utf-8, found '\(encoding)'", at: place)
    }
    scanner.index = start
  }
}
