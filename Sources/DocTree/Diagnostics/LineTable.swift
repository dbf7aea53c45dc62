/// Where the lines of a text begin. LF, CR LF and CR end a line, as in CommonMark.
public struct LineTable: Sendable {
  /// The text.
  public let bytes: [UInt8]
  private let starts: [Int]

  /// - Complexity: O(*n*), about an instruction for each byte.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBytes { buffer in
      guard let raw = buffer.baseAddress else { return }
      let text = raw.assumingMemoryBound(to: UInt8.self)
      let count = buffer.count
      var index = 0
      while index &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        if !Self.hasLineEnd(word) {
          index &+= 8
          continue
        }
        let feeds = Self.matches(word, 0x0A)
        if Self.matches(word, 0x0D) != 0 {
          for offset in index..<index &+ 8 where Self.endsLine(offset, text, count) {
            starts.append(offset &+ 1)
          }
        } else {
          var rest = feeds
          while rest != 0 {
            starts.append(index &+ rest.trailingZeroBitCount / 8 &+ 1)
            rest &= rest &- 1
          }
        }
        index &+= 8
      }
      for offset in index..<count where Self.endsLine(offset, text, count) {
        starts.append(offset &+ 1)
      }
    }
    self.starts = starts
  }

  private static func endsLine(_ offset: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if text[offset] == 0x0A { return true }
    return text[offset] == 0x0D && !(offset &+ 1 < count && text[offset &+ 1] == 0x0A)
  }

  @inline(__always)
  private static func hasLineEnd(_ word: UInt64) -> Bool {
    // Whether a byte is below 0x0E, as both line ends are and little else in a text is.
    (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// The highest bits of the bytes of a word that equal `byte`, and no others.
  @inline(__always)
  private static func matches(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* byte)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// How many lines there are. What follows the last line end is one, even if it is empty.
  public var count: Int { starts.count }

  /// The line, from 1, that the byte at `offset` is in.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where a line is, with its end. Empty, at the end, if there is no such line.
  ///
  /// - Parameter line: from 1.
  public func fullRange(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    return starts[line - 1]..<(line < starts.count ? starts[line] : bytes.count)
  }

  /// Where a line is, without its end. Empty, at the end, if there is no such line.
  ///
  /// - Parameter line: from 1.
  public func range(ofLine line: Int) -> Range<Int> {
    let range = fullRange(ofLine: line)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }
}
