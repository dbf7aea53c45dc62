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
      while index < count {
        if index &+ 8 <= count,
          !Self.hasLineEnd(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index &+= 8
          continue
        }
        let end = min(index &+ 8, count)
        while index < end {
          let byte = text[index]
          index &+= 1
          if byte > 0x0D { continue }
          if byte == 0x0A || (byte == 0x0D && !(index < count && text[index] == 0x0A)) {
            starts.append(index)
          }
        }
      }
    }
    self.starts = starts
  }

  @inline(__always)
  private static func hasLineEnd(_ word: UInt64) -> Bool {
    // Whether a byte is below 0x0E, as both line ends are and little else in a text is.
    (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080 != 0
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
