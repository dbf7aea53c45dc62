import DocTree

/// What a build leaves for the next one: one file with a version and a checksum.
struct BuildCache: Sendable {
  /// What all pages depend on; another one makes the cache useless.
  let environment: StableHash
  /// Whether all that should be in the output folder is, and nothing else of ours.
  var isComplete = true
  /// The facts that pages used, with their values.
  var ledger: FactLedger
  /// Sorted by name.
  let pages: [StoredPage]
  /// What was written besides pages, sorted by path.
  let files: [OutputRecord]
  /// The files that were copied to the output.
  let copies: [FileUse]
  /// What was found wrong with the pages taken together.
  let diagnostics: ArraySlice<UInt8>
  /// All of the file: what ``StoredPage`` points into.
  let bytes: [UInt8]

  /// It grows when the form of the file changes.
  private static let version: UInt8 = 3
  private static let magic = Array("DocTree cache ".utf8) + [version]

  /// - Throws: ``StoreError`` with what is wrong with the file.
  init(stored bytes: [UInt8]) throws {
    guard bytes.starts(with: Self.magic) else {
      throw StoreError("it was written by another version")
    }
    guard bytes.count <= Int32.max else { throw StoreError("it is too large") }
    var reader = StoreReader(bytes[Self.magic.count...])
    let checksum = try reader.readHash()
    guard StableHash(of: bytes[reader.offset...]) == checksum else {
      throw StoreError("it is damaged")
    }
    environment = try reader.readHash()
    isComplete = try reader.readBool()
    ledger = try FactLedger(stored: &reader)
    pages = try reader.readItems { try StoredPage(stored: &$0) }
    files = try reader.readItems { try OutputRecord(stored: &$0) }
    copies = try reader.readItems { try FileUse(stored: &$0) }
    diagnostics = try reader.readSlice()
    guard reader.isAtEnd else { throw StoreError("it is damaged") }
    self.bytes = bytes
  }

  init(environment: StableHash) {
    self.environment = environment
    ledger = FactLedger()
    pages = []
    files = []
    copies = []
    diagnostics = []
    bytes = []
  }

  subscript(part: StoredPage.Part) -> ArraySlice<UInt8> { bytes[part.range] }

  func record(of page: StoredPage) throws -> PageRecord { try PageRecord(page, in: bytes) }

  /// The path of what was written of a page; nil if nothing was.
  func outputPath(of page: StoredPage) -> Path? {
    page.outputPath.isEmpty ? nil : Path(bytes: self[page.outputPath])
  }

  /// What was written of a page; nil if nothing was.
  func output(of page: StoredPage) -> OutputRecord? {
    page.outputPath.isEmpty ? nil : (try? record(of: page))?.output
  }

  /// The paths of all files of the output folder that DocTree wrote.
  var outputPaths: [Path] { pages.compactMap(outputPath) + files.map(\.path) }

  // MARK: Storing

  /// A page of the next cache.
  enum NextPage {
    /// As it is in this one.
    case kept(StoredPage)
    case made(PageRecord)
  }

  /// How many bytes a page takes, a few more at most. The whole would be copied when there is no room.
  private func size(of page: NextPage) -> Int {
    switch page {
    case .kept(let page): page.whole.range.count + 8
    case .made(let record):
      record.name.utf8.count + record.source.bytes.count + record.values.count
        + record.diagnostics.count + record.facts.count * 2 + record.files.count * 80
        + (record.output?.path.bytes.count ?? 0) + 64
    }
  }

  /// The bytes of the next cache.
  ///
  /// - Parameter pages: sorted by name.
  func next(
    environment: StableHash, isComplete: Bool = true, ledger: FactLedger, pages: [NextPage],
    files: [OutputRecord], copies: [FileUse], diagnostics: ArraySlice<UInt8>
  ) -> [UInt8] {
    let capacity = pages.reduce(4096 + ledger.size) { $0 + size(of: $1) }
    var writer = StoreWriter(capacity: capacity + capacity / 16)
    writer.append(Self.magic)
    writer.write(fixed: 0)
    writer.write(environment)
    writer.write(isComplete)
    ledger.store(to: &writer)
    var part = StoreWriter(capacity: 512)
    var whole = StoreWriter(capacity: 4096)
    writer.write(pages) { writer, page in
      switch page {
      case .kept(let page): writer.write(bytes: self[page.whole])
      case .made(let record): record.store(to: &writer, using: &part, &whole)
      }
    }
    writer.write(files) { $1.store(to: &$0) }
    writer.write(copies) { $1.store(to: &$0) }
    writer.write(bytes: diagnostics)
    var result = writer.take()
    let start = Self.magic.count
    let checksum = StableHash(of: result[(start + 8)...]).value.littleEndian
    withUnsafeBytes(of: checksum) { bytes in
      for (index, byte) in bytes.enumerated() { result[start + index] = byte }
    }
    return result
  }
}
