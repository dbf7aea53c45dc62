import DocTree

extension ParseContext {
  /// Reads a file that the document names.
  ///
  /// - Parameters:
  ///   - path: as for ``ParseContext/readFile(_:)``.
  ///   - position: where the name stands.
  /// - Throws: ``MarkupError`` there, if the file cannot be read.
  func readFile(_ path: String, namedAt position: SourcePosition) throws -> Source {
    do {
      return try readFile(path)
    } catch let error as MarkupError {
      throw MarkupError(error.message, at: position, severity: error.severity)
    }
  }
}
