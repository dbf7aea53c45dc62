/// What follows the text of a link, read as libcmark reads it. (CommonMark 0.30, §6.3.)
///
/// Every function takes an offset and returns the one behind what it has read, or nil. Bytes behind
/// the end are 0.
struct LinkTail {
  let bytes: UnsafeBufferPointer<UInt8>

  @inline(__always)
  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// `(destination "title")`.
  ///
  /// - Parameter start: where the parenthesis stands.
  func inline(_ start: Int) -> (title: Range<Int>, end: Int)? {
    guard byte(start) == 0x28, let destination = destination(spaces(start + 1)) else { return nil }
    let titleStart = spaces(destination)
    var titleEnd = titleStart
    if titleStart > destination, let end = title(titleStart) { titleEnd = end }
    let end = spaces(titleEnd)
    return byte(end) == 0x29 ? (titleStart..<titleEnd, end + 1) : nil
  }

  /// Whether a parenthesis stands there that holds an address which no link may have.
  func isRefused(_ start: Int) -> Bool {
    byte(start) == 0x28 && LinkAddress.isRefused(bytes, at: spaces(start + 1))
  }

  func spaces(_ start: Int) -> Int {
    var offset = start
    while ByteClass.isSpace(byte(offset)) { offset += 1 }
    return offset
  }

  func destination(_ start: Int) -> Int? {
    var offset = start
    if byte(offset) == 0x3C {
      offset += 1
      while offset < bytes.count {
        switch byte(offset) {
        case 0x3E: return offset + 1
        case 0x5C: offset += 2
        case 0x0A, 0x0D, 0x3C: return nil
        default: offset += 1
        }
      }
      return nil
    }
    var depth = 0
    while offset < bytes.count {
      switch byte(offset) {
      case 0x5C where ByteClass.isPunctuation(byte(offset + 1)): offset += 2
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
        offset += 1
      case 0x29:
        if depth == 0 { return offset }
        depth -= 1
        offset += 1
      case 0x20, 0x09...0x0D: return offset == start ? nil : offset
      default: offset += 1
      }
    }
    return nil
  }

  func title(_ start: Int) -> Int? {
    let open = byte(start)
    guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
    let close: UInt8 = open == 0x28 ? 0x29 : open
    var offset = start + 1
    while offset < bytes.count {
      let byte = byte(offset)
      if byte == close { return offset + 1 }
      if byte == 0x28, open == 0x28 { return nil }
      offset += byte == 0x5C && ByteClass.isPunctuation(self.byte(offset + 1)) ? 2 : 1
    }
    return nil
  }

  /// `[label]`, or `[]`.
  func label(_ start: Int) -> (label: Range<Int>, end: Int)? {
    guard byte(start) == 0x5B else { return nil }
    var offset = start + 1
    while offset < bytes.count, offset - start <= 1000 {
      switch byte(offset) {
      case 0x5D: return (start + 1..<offset, offset + 1)
      case 0x5B: return nil
      case 0x5C where ByteClass.isPunctuation(byte(offset + 1)): offset += 2
      default: offset += 1
      }
    }
    return nil
  }
}
