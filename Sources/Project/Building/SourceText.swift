import DocTree

/// What is done to a text before anybody reads it.
enum SourceText {
  /// The source as valid UTF-8, with U+FFFD for what is not, and a warning about the first such
  /// place.
  static func repaired(_ source: Source) -> (source: Source, problem: Diagnostic?) {
    let bytes = source.bytes
    // Most texts end here, and this is the only cost.
    if isValid(bytes) { return (source, nil) }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var invalid = zip(bytes, repaired).prefix { $0 == $1 }.count
    // The bytes may have begun like those of U+FFFD.
    while repaired[invalid] & 0xC0 == 0x80 { invalid -= 1 }
    let lines = LineTable(bytes)
    let line = lines.line(at: invalid)
    let problem = Diagnostic(
      .warning, "this is no UTF-8; what is not is read as U+FFFD",
      at: SourcePosition(
        file: source.file, line: line, column: invalid - lines.range(ofLine: line).lowerBound + 1),
      category: "source.encoding")
    return (Source(file: source.file, bytes: repaired), problem)
  }

  /// Whether bytes are UTF-8: eight at a time where they are ASCII, as most are.
  private static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = 0
      func word(_ offset: Int) -> UInt64 {
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
      let highBits: UInt64 = 0x8080_8080_8080_8080
      while index < raw.count {
        while index &+ 32 <= raw.count,
          (word(index) | word(index &+ 8) | word(index &+ 16) | word(index &+ 24)) & highBits == 0
        { index &+= 32 }
        if index &+ 8 <= raw.count, word(index) & highBits == 0 {
          index &+= 8
          continue
        }
        if index == raw.count { break }
        let lead = raw[index]
        if lead < 0x80 {
          index &+= 1
          continue
        }
        // The second byte says whether a sequence is the shortest for its character, and one.
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return false
        }
        guard index &+ length <= raw.count, second.contains(raw[index &+ 1]) else { return false }
        for offset in 2..<max(2, length) where raw[index &+ offset] & 0xC0 != 0x80 { return false }
        index &+= length
      }
      return true
    }
  }
}
