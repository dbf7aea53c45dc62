internal import DocTree

extension LineTable {
  /// The byte at a line and column, both from 1.
  func byte(line: Int, column: Int) -> UInt8? {
    let range = contents(ofLine: line)
    let offset = range.lowerBound + column - 1
    return column >= 1 && offset < range.upperBound ? bytes[offset] : nil
  }

  /// How many bytes at the beginning of a line are white space or up to `quotes` quotation markers:
  /// what a paragraph's later lines have lost when their text is parsed.
  func prefixLength(line: Int, quotes: Int) -> Int {
    let range = contents(ofLine: line)
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

  /// A line with its end. A byte order mark is no part of the first.
  private func contents(ofLine line: Int) -> Range<Int> {
    let range = fullRange(ofLine: line)
    let hasMark = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? (range.lowerBound + 3)..<range.upperBound : range
  }
}
