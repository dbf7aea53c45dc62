import DocTree

/// What a build keeps of a page for the next one. Trees are not kept: reading a source is cheaper than
/// reading a stored tree.
struct PageRecord: Sendable {
  var name: String
  /// From the folder of the sources; empty for a page that has no source.
  var source: Path
  var stamp: FileStamp
  var contentHash: StableHash
  /// What the page asked about files while it was read.
  var files: [FileUse]
  /// What was collected, as bytes.
  var values: ArraySlice<UInt8>
  /// The facts that it used, as places in the ledger, sorted.
  var facts: [UInt32]
  /// What was found wrong with it.
  var diagnostics: ArraySlice<UInt8>
  /// What was written; nil if nothing was.
  var output: OutputRecord?

  /// - Parameter part: for what is put together before it is written.
  func store(
    to writer: inout StoreWriter, using part: inout StoreWriter, _ whole: inout StoreWriter
  ) {
    whole.removeAll()
    whole.write(name)
    whole.write(bytes: source.bytes)
    whole.write(stamp.hash)
    whole.write(contentHash)
    whole.write(bytes: output?.path.bytes ?? [])
    if let output {
      whole.write(output.stamp.hash)
      whole.write(output.contentHash)
    }
    part.removeAll()
    if !files.isEmpty { part.write(files) { $1.store(to: &$0) } }
    whole.write(bytes: part.bytes)
    whole.write(bytes: values)
    whole.write(bytes: diagnostics)
    part.removeAll()
    // They are sorted, so that most differences take a byte.
    var last: UInt32 = 0
    for place in facts {
      part.write(unsigned: UInt64(place - last))
      last = place
    }
    whole.write(bytes: part.bytes)
    writer.write(bytes: whole.bytes)
  }
}

extension PageRecord {
  /// Reads a whole record.
  init(_ page: StoredPage, in bytes: [UInt8]) throws {
    // What comes before is known to be right.
    var reader = StoreReader(bytes[page.whole.range])
    name = try reader.readString()
    source = Path(bytes: try reader.readSlice())
    stamp = FileStamp(hash: try reader.readHash())
    contentHash = try reader.readHash()
    let path = Path(bytes: try reader.readSlice())
    output =
      path.bytes.isEmpty
      ? nil
      : OutputRecord(
        path: path, stamp: FileStamp(hash: try reader.readHash()),
        contentHash: try reader.readHash())
    files = try FileUse.list(stored: bytes[page.files.range])
    values = bytes[page.values.range]
    diagnostics = bytes[page.diagnostics.range]
    facts = try Self.facts(stored: bytes[page.facts.range])
  }

  static func facts(stored bytes: ArraySlice<UInt8>) throws -> [UInt32] {
    var reader = StoreReader(bytes)
    var result: [UInt32] = []
    var place: UInt64 = 0
    while !reader.isAtEnd {
      place &+= try reader.readUnsigned()
      guard let next = UInt32(exactly: place) else { throw StoreError() }
      result.append(next)
    }
    return result
  }
}

/// A file of the output folder that DocTree wrote.
struct OutputRecord: Sendable {
  /// From the output folder.
  var path: Path
  var stamp: FileStamp
  var contentHash: StableHash

  func store(to writer: inout StoreWriter) {
    writer.write(bytes: path.bytes)
    writer.write(stamp.hash)
    writer.write(contentHash)
  }
}

extension OutputRecord {
  init(stored reader: inout StoreReader) throws {
    path = Path(bytes: try reader.readSlice())
    stamp = FileStamp(hash: try reader.readHash())
    contentHash = try reader.readHash()
  }
}

/// Something that a page asked about a file, and the answer.
struct FileUse: Hashable, Sendable {
  enum Question: Int, Sendable {
    /// What is in it.
    case content
    /// Whether it is there.
    case presence
    /// What document is read from it.
    case document
  }

  let question: Question
  /// From the folder of the sources.
  let path: Path
  /// ``StableHash/none`` where there is nothing.
  let answer: StableHash
  /// The stamp of the content; unknown for other questions.
  let stamp: FileStamp

  func store(to writer: inout StoreWriter) {
    writer.write(question.rawValue)
    writer.write(bytes: path.bytes)
    writer.write(answer)
    writer.write(stamp.hash)
  }
}

extension FileUse {
  init(stored reader: inout StoreReader) throws {
    guard let question = Question(rawValue: try reader.readInt()) else { throw StoreError() }
    self.question = question
    path = Path(bytes: try reader.readSlice())
    answer = try reader.readHash()
    stamp = FileStamp(hash: try reader.readHash())
  }

  /// What was asked about files; no bytes stand for nothing.
  static func list(stored bytes: ArraySlice<UInt8>) throws -> [FileUse] {
    if bytes.isEmpty { return [] }
    var reader = StoreReader(bytes)
    return try reader.readItems { try FileUse(stored: &$0) }
  }
}
