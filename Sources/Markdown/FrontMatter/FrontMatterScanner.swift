internal import DocTree

/// Metadata between a first line that begins with three or more hyphens, and a line of as many or of
/// three dots. (mdit-py-plugins: front_matter.)
enum FrontMatterScanner {
  /// - Returns: the metadata and the index of the line behind it; nil if there is none.
  static func scan(_ source: SourceBuffer) -> (FrontMatter, Int)? {
    guard let first = source.lines.first else { return nil }
    let count = bytes(first, source).prefix { $0 == 0x2D }.count
    guard count >= 3 else { return nil }
    for (index, line) in source.lines.enumerated().dropFirst()
    where ends(bytes(line, source), hyphens: count) {
      var text: [UInt8] = []
      for line in source.lines[1..<index] {
        text += bytes(line, source)
        text.append(0x0A)
      }
      let matter = FrontMatter(
        text: String(decoding: text, as: UTF8.self),
        position: source.position(line: first, offset: Int(first.start)))
      return (matter, index + 1)
    }
    return nil
  }

  private static func bytes(_ line: LineSpan, _ source: SourceBuffer) -> ArraySlice<UInt8> {
    source.bytes[Int(line.start)..<Int(line.end)]
  }

  /// Whether a line ends it: hyphens may be indented as a block may, dots not.
  private static func ends(_ line: ArraySlice<UInt8>, hyphens count: Int) -> Bool {
    let rest: ArraySlice<UInt8>
    if line.starts(with: [0x2E, 0x2E, 0x2E]) {
      rest = line.dropFirst(3)
    } else {
      let start = line.drop { $0 == 0x20 }
      guard line.count - start.count < 4 else { return false }
      rest = start.drop { $0 == 0x2D }
      guard start.count - rest.count >= count else { return false }
    }
    return rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
