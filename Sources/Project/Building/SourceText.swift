import DocTree

/// What is done to a text before anybody reads it.
enum SourceText {
  /// The source as valid UTF-8, with U+FFFD for what is not, and a warning about the first such
  /// place.
  static func repaired(_ source: Source) -> (source: Source, problem: Diagnostic?) {
    let (invalid, text) = source.bytes.withUnsafeBufferPointer { buffer in
      validate(buffer)
    }
    guard let invalid else { return (source, nil) }
    let lines = LineTable(source.bytes)
    let line = lines.line(at: invalid)
    let problem = Diagnostic(
      .warning, "this is no UTF-8; what is not is read as U+FFFD",
      at: SourcePosition(
        file: source.file, line: line, column: invalid - lines.range(ofLine: line).lowerBound + 1),
      category: "source.encoding")
    return (Source(file: source.file, bytes: text), problem)
  }

  /// - Returns: where the first invalid byte is, and the repaired text; nil and nothing if all is
  ///   valid.
  private static func validate(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int?, [UInt8]) {
    // Most texts have no such byte, and this loop is the only cost then.
    if bytes.allSatisfy({ $0 < 0x80 }) { return (nil, []) }
    do {
      _ = try UTF8Span(validating: Span(_unsafeElements: bytes))
      return (nil, [])
    } catch {
      return (error.byteOffsets.lowerBound, Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
