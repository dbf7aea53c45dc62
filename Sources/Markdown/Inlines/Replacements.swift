internal import DocTree

/// Signs for what can be typed: (c) © and so on. (markdown-it: replacements.)
enum Replacements {
  static func apply(to text: Text) {
    var string = text.string
    let changed = string.withUTF8 { bytes in
      var result: [UInt8] = []
      // What is not in the result yet.
      var done = 0
      var offset = 0
      func replace(_ length: Int, by sign: String) {
        result += bytes[done..<offset]
        result += sign.utf8
        offset += length
        done = offset
      }
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == 0x28, let (sign, length) = abbreviation(bytes, offset) {
          replace(length, by: sign)
        } else if byte == 0x2B, offset + 1 < bytes.count, bytes[offset + 1] == 0x2D {
          replace(2, by: "±")
        } else if isRepeated(byte) {
          var end = offset + 1
          while end < bytes.count, belongs(bytes[end], to: byte) { end += 1 }
          // The last plus of a run may belong to what follows.
          if byte == 0x2B, end < bytes.count, bytes[end] == 0x2D { end -= 1 }
          if let sign = sign(for: offset..<end, in: bytes) {
            replace(end - offset, by: sign)
          } else {
            offset = end
          }
        } else {
          offset += 1
        }
      }
      if done == 0 { return nil as String? }
      result += bytes[done...]
      return String(decoding: result, as: UTF8.self)
    }
    if let changed { text.string = changed }
  }

  /// What is looked at in runs.
  static func isRepeated(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x2B, 0x2C, 0x2D, 0x2E, 0x3F: true
    default: false
    }
  }

  /// Whether a byte goes on with the run that another began. Question and exclamation marks are one run.
  static func belongs(_ byte: UInt8, to first: UInt8) -> Bool {
    byte == first || (byte == 0x21 && first == 0x3F) || (byte == 0x3F && first == 0x21)
  }

  private static func abbreviation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (String, Int)? {
    guard start + 2 < bytes.count else { return nil }
    if bytes[start + 2] == 0x29 {
      switch bytes[start + 1] | 0x20 {
      case UInt8(ascii: "c"): return ("©", 3)
      case UInt8(ascii: "r"): return ("®", 3)
      default: return nil
      }
    }
    guard start + 3 < bytes.count, bytes[start + 3] == 0x29,
      bytes[start + 1] | 0x20 == UInt8(ascii: "t"), bytes[start + 2] | 0x20 == UInt8(ascii: "m")
    else { return nil }
    return ("™", 4)
  }

  /// What a run becomes; nil if it stays.
  private static func sign(
    for run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let before = run.lowerBound > 0 ? bytes[run.lowerBound - 1] : 0x0A
    switch bytes[run.lowerBound] {
    case 0x2E where run.count >= 2:
      // Behind a question or an exclamation, two dots stay.
      return before == 0x3F || before == 0x21 ? ".." : "…"
    case 0x21 where run.count >= 4, 0x3F where run.count >= 4:
      return bytes[run.upperBound - 1] == 0x21 ? "!!!" : "???"
    case 0x2C where run.count >= 2: return ","
    case 0x2D where run.count == 3: return "—"
    case 0x2D where run.count == 2:
      let after = run.upperBound < bytes.count ? bytes[run.upperBound] : 0x0A
      // As a dash between spaces or between words, not beside one space only.
      let isDash = ByteClass.isSpace(before) == ByteClass.isSpace(after)
      let isEdge = before == 0x0A || after == 0x0A
      return isDash || isEdge ? "–" : nil
    default: return nil
    }
  }
}
