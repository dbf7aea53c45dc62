#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where the lines of a text begin.
struct LineIndex {
  let bytes: [UInt8]
  /// The offset of each line's first byte; line 1 is at index 0.
  private(set) var starts: [Int] = [0]

  /// Lines end with LF, CR or CR LF, as in CommonMark. A byte order mark is no part of the first.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { starts[0] = 3 }
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let end = base + bytes.count
      if memchr(base, 0x0D, bytes.count) != nil {
        for index in bytes.indices
        where bytes[index] == 0x0A
          || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
        {
          starts.append(index + 1)
        }
        return
      }
      var next = base
      while next < end, let found = memchr(next, 0x0A, end - next) {
        next = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
        starts.append(next - base)
      }
    }
  }

  /// The bytes of a line, from 1, with its end; nothing if there is no such line.
  subscript(line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    return starts[line - 1]..<(line < starts.count ? starts[line] : bytes.count)
  }

  /// The byte at a line and column, both from 1.
  func byte(line: Int, column: Int) -> UInt8? {
    let range = self[line]
    let offset = range.lowerBound + column - 1
    return column >= 1 && offset < range.upperBound ? bytes[offset] : nil
  }

  /// How many bytes at the beginning of a line are white space or up to `quotes` quotation markers:
  /// what a paragraph's later lines have lost when their text is parsed.
  func prefixLength(line: Int, quotes: Int) -> Int {
    let range = self[line]
    var offset = range.lowerBound
    var quotes = quotes
    loop: while offset < range.upperBound {
      switch bytes[offset] {
      case 0x20, 0x09: break
      case 0x3E where quotes > 0: quotes -= 1
      default: break loop
      }
      offset += 1
    }
    return offset - range.lowerBound
  }
}
