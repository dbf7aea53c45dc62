internal import DocTree

/// Addresses without markup around them.
extension LeafScanner {
  /// Longer ones may be cut where they have markup in them.
  private static let addressLimit = 2000

  /// Keeps an address with a scheme as it is: `_` and the like in it are no markup.
  /// (markdown-it: the inline rule linkify.)
  ///
  /// - Parameter colon: where there is a colon.
  /// - Returns: the offset at which to go on.
  mutating func address(_ colon: Int) -> Int {
    // In a link there are no links.
    guard syntax.linkify || syntax.gfmAutolinks, brackets.isEmpty, byte(colon + 1) == 0x2F,
      byte(colon + 2) == 0x2F,
      let start = schemeStart(colon), start >= edits.last?.end ?? 0
    else { return colon + 1 }
    let limit = min(bytes.count, start + Self.addressLimit)
    var end = colon
    while end < limit, bytes[end] > 0x20 { end += 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let length = Linkify(text, fuzzy: false, followsEscape: false).addressLength else {
      return colon + 1
    }
    end = start + length
    // It may be the end of what is emphasized.
    while end > start, bytes[end - 1] == 0x2A { end -= 1 }
    guard bytes[start..<end].contains(where: Self.isMarkup) else { return colon + 1 }
    carry(start, end, .plain(string(start..<end), lines.position(start)))
    return end
  }

  /// Where `http`, `https` or `ftp` before a colon begins.
  private func schemeStart(_ colon: Int) -> Int? {
    var start = colon
    while start > 0, colon - start <= 5, Self.isSchemeByte(bytes[start - 1]) { start -= 1 }
    let scheme = string(start..<colon).lowercased()
    return ["http", "https", "ftp"].contains(scheme) ? start : nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte == 0x2B || byte == 0x2D
      || byte == 0x2E
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x24, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5E, 0x5F, 0x60, 0x7B, 0x7E: true
    default: false
    }
  }
}
