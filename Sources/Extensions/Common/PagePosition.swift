import DocTree

/// Where something is on a page, as the page's data keep it for messages.
struct PagePosition: Codable, Hashable, Sendable {
  /// The file, where it is not the page's own but an included one.
  private let file: String?
  private let line: UInt32
  private let column: UInt32

  /// What was not read from a source.
  static let unknown = PagePosition(file: nil, line: 0, column: 0)

  init(_ position: SourcePosition, in document: Document) {
    self.init(
      file: position.file == document.position.file || position.file == .unknown
        ? nil : position.file.name,
      line: UInt32(clamping: position.line), column: UInt32(clamping: position.column))
  }

  /// - Parameter element: one of the document.
  init(of element: Element, in document: Document) {
    self.init(element.nearestPosition, in: document)
  }

  private init(file: String?, line: UInt32, column: UInt32) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// - Parameter own: the page's file.
  func position(in own: SourceFile) -> SourcePosition {
    SourcePosition(
      file: file.map { SourceFile($0) } ?? own, line: Int(line), column: Int(column))
  }

  func store(to writer: inout StoreWriter) {
    writer.write(file)
    writer.write(unsigned: UInt64(line))
    writer.write(unsigned: UInt64(column))
  }

  init(stored reader: inout StoreReader) throws {
    file = try reader.readOptionalString()
    line = UInt32(clamping: try reader.readUnsigned())
    column = UInt32(clamping: try reader.readUnsigned())
  }
}

extension Diagnostic {
  /// A warning of what is there twice.
  ///
  /// - Parameters:
  ///   - what: with its name.
  ///   - first: the page that has it already.
  ///   - position: where it is again, on `page`.
  static func duplicate(
    _ what: String, first: String, at position: PagePosition, on page: ProjectData.Page,
    category: String = "ref.duplicate"
  ) -> Diagnostic {
    // A document by itself has no name.
    Diagnostic(
      .warning,
      "duplicate \(what), other instance in \(first.isEmpty ? page.file.name : first)",
      at: position.position(in: page.file), category: category)
  }
}
