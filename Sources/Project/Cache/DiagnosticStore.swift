import DocTree

/// Diagnostics as bytes. They are kept with their excerpts, so that a page that is not read again says
/// the same.
enum DiagnosticStore {
  static func bytes(of diagnostics: [LocatedDiagnostic]) -> [UInt8] {
    if diagnostics.isEmpty { return [] }
    var writer = StoreWriter()
    writer.write(diagnostics) { write($1, to: &$0) }
    return writer.bytes
  }

  static func read(_ bytes: ArraySlice<UInt8>) throws -> [LocatedDiagnostic] {
    if bytes.isEmpty { return [] }
    var reader = StoreReader(bytes)
    return try reader.readItems { try read(&$0) }
  }

  private static func write(_ item: LocatedDiagnostic, to writer: inout StoreWriter) {
    let diagnostic = item.diagnostic
    writer.write(diagnostic.severity.rawValue)
    writer.write(diagnostic.message)
    writer.write(diagnostic.category)
    writer.write(diagnostic.position.file.name)
    writer.write(diagnostic.position.line)
    writer.write(diagnostic.position.column)
    writer.write(diagnostic.lookup != nil)
    if let lookup = diagnostic.lookup {
      writer.write(lookup.key)
      writer.write(lookup.name)
    }
    writer.write(item.suggestion)
    writer.write(item.excerpt != nil)
    guard let excerpt = item.excerpt else { return }
    writer.write(bytes: excerpt.bytes)
    writer.write(excerpt.offset ?? -1)
    writer.write(excerpt.isCutBefore)
    writer.write(excerpt.isCutAfter)
  }

  private static func read(_ reader: inout StoreReader) throws -> LocatedDiagnostic {
    guard let severity = Severity(rawValue: try reader.readInt()) else { throw StoreError() }
    let message = try reader.readString()
    let category = try reader.readString()
    let position = SourcePosition(
      file: SourceFile(try reader.readString()), line: try reader.readInt(),
      column: try reader.readInt())
    let lookup =
      try reader.readBool()
      ? Diagnostic.Lookup(key: reader.readString(), name: reader.readString()) : nil
    let diagnostic = Diagnostic(
      severity, message, at: position, category: category, lookup: lookup)
    let suggestion = try reader.readOptionalString()
    var item = LocatedDiagnostic(diagnostic)
    guard try reader.readBool() else {
      item.suggestion = suggestion
      return item
    }
    let bytes = try reader.readBytes()
    let offset = try reader.readInt()
    guard offset <= bytes.count else { throw StoreError() }
    item = LocatedDiagnostic(
      diagnostic,
      excerpt: SourceExcerpt(
        bytes: bytes, offset: offset < 0 ? nil : offset, isCutBefore: try reader.readBool(),
        isCutAfter: try reader.readBool()))
    item.suggestion = suggestion
    return item
  }
}
