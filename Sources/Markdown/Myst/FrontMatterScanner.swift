internal import DocTree

/// Metadata between lines of three or more hyphens, the first of which begins the source.
enum FrontMatterScanner {
  /// - Returns: the metadata and the index of the line behind it; nil if there is none.
  static func scan(_ source: SourceBuffer) -> (FrontMatter, Int)? {
    guard let first = source.lines.first, let count = hyphens(first, source) else { return nil }
    for (index, line) in source.lines.enumerated().dropFirst() {
      guard let closing = hyphens(line, source), closing >= count else { continue }
      var text: [UInt8] = []
      for line in source.lines[1..<index] {
        text += source.bytes[Int(line.start)..<Int(line.end)]
        text.append(0x0A)
      }
      let matter = FrontMatter(
        text: String(decoding: text, as: UTF8.self),
        position: source.position(line: first, offset: Int(first.start)))
      return (matter, index + 1)
    }
    return nil
  }

  /// The number of hyphens of a line of nothing else; nil if it is not three or more.
  private static func hyphens(_ line: LineSpan, _ source: SourceBuffer) -> Int? {
    let bytes = source.bytes[Int(line.start)..<Int(line.end)]
    let count = bytes.prefix { $0 == 0x2D }.count
    guard count >= 3, bytes.dropFirst(count).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return nil
    }
    return count
  }
}
