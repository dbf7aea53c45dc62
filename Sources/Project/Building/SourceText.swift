import DocTree

/// What is done to a text before anybody reads it.
enum SourceText {
  /// The source as valid UTF-8, with U+FFFD for what is not, and a warning about the first such
  /// place.
  static func repaired(_ source: Source) -> (source: Source, problem: Diagnostic?) {
    let bytes = source.bytes
    // Most texts end here, and this loop is the only cost.
    if bytes.withUnsafeBufferPointer({ $0.allSatisfy { $0 < 0x80 } }) { return (source, nil) }
    if String(validating: bytes, as: UTF8.self) != nil { return (source, nil) }
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
}
