/// UTF-8 that is written piece by piece.
struct HTMLBuffer {
  private(set) var bytes: [UInt8] = []

  /// Whether a block can begin here: nothing was written yet, or the last byte ends a line.
  var isAtLineStart: Bool { bytes.last.map { $0 == 0x0A } ?? true }

  @inline(__always)
  mutating func write(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes markup as it is.
  mutating func write(_ string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
      bytes.append(contentsOf: string.utf8)
    }
  }

  /// Writes characters with `&`, `<`, `>` and `"` as entities, which is right in text and in
  /// attributes between double quotes.
  mutating func writeEscaped(_ string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil {
      Array(string.utf8).withUnsafeBufferPointer { escape($0) }
    }
  }

  /// Copies runs, looking at eight bytes at a time.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let count = text.count
    var start = 0
    var index = 0
    while index < count {
      if index &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if !Self.hasSpecial(word) {
          index &+= 8
          continue
        }
      }
      let end = Swift.min(index &+ 8, count)
      while index < end {
        let entity: StaticString
        switch base[index] {
        case 0x26: entity = "&amp;"
        case 0x3C: entity = "&lt;"
        case 0x3E: entity = "&gt;"
        case 0x22: entity = "&quot;"
        default:
          index &+= 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: index &- start))
        write(entity)
        index &+= 1
        start = index
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: count &- start))
  }

  /// Whether one of the eight bytes is `"`, `&`, `<` or `>`. The two of each pair differ in one bit.
  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    func hasZero(_ word: UInt64) -> UInt64 {
      (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
    let ampersandOrQuote = (word | 0x0404_0404_0404_0404) ^ 0x2626_2626_2626_2626
    let angle = (word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
    return hasZero(ampersandOrQuote) | hasZero(angle) != 0
  }
}
