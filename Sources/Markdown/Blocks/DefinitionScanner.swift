/// Link reference definitions at the beginning of a paragraph's text. libcmark takes them; here they
/// only matter where there may be nothing but definitions. (CommonMark 0.30, §4.7.)
struct DefinitionScanner {
  private let text: [UInt8]

  /// - Parameter text: lines that end with a line feed each.
  init(_ text: [UInt8]) { self.text = text }

  /// How many of the lines are definitions.
  ///
  /// - Complexity: O(*n*): each definition is looked at once.
  func definitionLines() -> Int {
    var offset = 0
    var lines = 0
    while let next = definition(offset) {
      for byte in text[offset..<next] where byte == 0x0A { lines += 1 }
      offset = next
    }
    return lines
  }

  private func peek(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

  /// - Returns: the offset behind the definition at `start`; nil if there is none.
  private func definition(_ start: Int) -> Int? {
    guard peek(start) == 0x5B, let label = label(start), peek(label) == 0x3A else { return nil }
    let address = skipWhite(label + 1)
    guard let destination = destination(address),
      !text.withUnsafeBufferPointer({ LinkAddress.isRefused($0, at: address) })
    else { return nil }
    let beforeTitle = skipWhite(destination)
    if beforeTitle > destination, let title = title(beforeTitle), let end = lineEnd(title) {
      return end
    }
    return lineEnd(destination)
  }

  private func lineEnd(_ offset: Int) -> Int? {
    var next = offset
    while peek(next) == 0x20 || peek(next) == 0x09 { next += 1 }
    if next >= text.count { return next }
    return text[next] == 0x0A ? next + 1 : nil
  }

  /// Spaces, tabs, and one line feed at most.
  private func skipWhite(_ offset: Int) -> Int {
    var next = offset
    while peek(next) == 0x20 || peek(next) == 0x09 { next += 1 }
    guard peek(next) == 0x0A else { return next }
    next += 1
    while peek(next) == 0x20 || peek(next) == 0x09 { next += 1 }
    return next
  }

  private func label(_ start: Int) -> Int? {
    var next = start + 1
    var isBlank = true
    while next < text.count, next - start <= 1000 {
      switch text[next] {
      case 0x5D: return isBlank ? nil : next + 1
      case 0x5B: return nil
      case 0x5C:
        isBlank = false
        next += isPunctuation(peek(next + 1)) ? 2 : 1
      default:
        if !BlockScanner.isSpace(text[next]) { isBlank = false }
        next += 1
      }
    }
    return nil
  }

  private func destination(_ start: Int) -> Int? {
    var next = start
    if peek(next) == 0x3C {
      next += 1
      while next < text.count {
        switch text[next] {
        case 0x3E: return next + 1
        case 0x3C, 0x0A: return nil
        case 0x5C: next += isPunctuation(peek(next + 1)) ? 2 : 1
        default: next += 1
        }
      }
      return nil
    }
    var depth = 0
    loop: while next < text.count {
      switch text[next] {
      case 0x5C where isPunctuation(peek(next + 1)): next += 1
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
      case 0x29:
        if depth == 0 { break loop }
        depth -= 1
      case 0...0x20, 0x7F: break loop
      default: break
      }
      next += 1
    }
    return depth == 0 && next > start ? next : nil
  }

  private func title(_ start: Int) -> Int? {
    let opening = peek(start)
    guard opening == 0x22 || opening == 0x27 || opening == 0x28 else { return nil }
    let closing: UInt8 = opening == 0x28 ? 0x29 : opening
    var next = start + 1
    while next < text.count {
      if text[next] == closing { return next + 1 }
      if opening == 0x28, text[next] == 0x28 { return nil }
      next += text[next] == 0x5C && isPunctuation(peek(next + 1)) ? 2 : 1
    }
    return nil
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
