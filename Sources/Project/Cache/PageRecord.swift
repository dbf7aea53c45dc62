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
  /// The facts that it used, as places in the ledger.
  var facts: [UInt32]
  /// What was found wrong with it.
  var diagnostics: ArraySlice<UInt8>
  /// What was written; nil if nothing was.
  var output: OutputRecord?

  var isGenerated: Bool { source.bytes.isEmpty }

  func store(to writer: inout StoreWriter) {
    writer.write(name)
    writer.write(bytes: source.bytes)
    writer.write(stamp.hash)
    writer.write(contentHash)
    writer.write(files) { $1.store(to: &$0) }
    writer.write(bytes: Array(values))
    writer.write(facts) { $0.write(unsigned: UInt64($1)) }
    writer.write(bytes: Array(diagnostics))
    writer.write(output != nil)
    output?.store(to: &writer)
  }
}

extension PageRecord {
  init(stored reader: inout StoreReader) throws {
    name = try reader.readString()
    source = Path(bytes: try reader.readSlice())
    stamp = FileStamp(hash: try reader.readHash())
    contentHash = try reader.readHash()
    files = try reader.readItems { try FileUse(stored: &$0) }
    values = try reader.readSlice()
    facts = try reader.readItems { UInt32(truncatingIfNeeded: try $0.readUnsigned()) }
    diagnostics = try reader.readSlice()
    output = try reader.readBool() ? OutputRecord(stored: &reader) : nil
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
}
