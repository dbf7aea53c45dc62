import DocTree

/// What a build leaves for the next one: one file with a version and a checksum.
struct BuildCache: Sendable {
  /// What all pages depend on; another one makes the cache useless.
  var environment: StableHash
  /// The facts that pages used, with the hashes of their values.
  var ledger: FactLedger
  /// Sorted by name.
  var pages: [PageRecord]
  /// What was written besides pages, sorted by path.
  var files: [OutputRecord]
  /// The files that were copied to the output.
  var copies: [FileUse]
  /// What was found wrong with the pages taken together.
  var diagnostics: ArraySlice<UInt8>

  /// It grows when the form of the file changes.
  private static let version: UInt8 = 1
  private static let magic = Array("DocTree cache ".utf8) + [version]

  var stored: [UInt8] {
    var writer = StoreWriter()
    writer.write(environment)
    ledger.store(to: &writer)
    writer.write(pages) { $1.store(to: &$0) }
    writer.write(files) { $1.store(to: &$0) }
    writer.write(copies) { $1.store(to: &$0) }
    writer.write(bytes: Array(diagnostics))
    let content = writer.bytes
    var result = StoreWriter()
    result.append(Self.magic)
    result.write(StableHash(of: content))
    result.append(content)
    return result.bytes
  }

  /// - Throws: ``StoreError`` with what is wrong with the file.
  init(stored bytes: [UInt8]) throws {
    guard bytes.starts(with: Self.magic) else {
      throw StoreError("it was written by another version")
    }
    var reader = StoreReader(bytes[Self.magic.count...])
    let checksum = try reader.readHash()
    guard StableHash(of: bytes[reader.offset...]) == checksum else {
      throw StoreError("it is damaged")
    }
    environment = try reader.readHash()
    ledger = try FactLedger(stored: &reader)
    pages = try reader.readItems { try PageRecord(stored: &$0) }
    files = try reader.readItems { try OutputRecord(stored: &$0) }
    copies = try reader.readItems { try FileUse(stored: &$0) }
    diagnostics = try reader.readSlice()
    guard reader.isAtEnd else { throw StoreError("it is damaged") }
  }

  init(environment: StableHash) {
    self.environment = environment
    ledger = FactLedger()
    pages = []
    files = []
    copies = []
    diagnostics = []
  }

  /// Every file of the output folder that DocTree wrote.
  var outputs: [OutputRecord] { pages.compactMap(\.output) + files }
}

/// The facts that the pages of a project used. Many pages use the same ones, so each is kept once.
struct FactLedger: Sendable {
  private(set) var uses: [FactUse] = []
  private(set) var hashes: [StableHash] = []
  private var indices: [FactUse: UInt32] = [:]

  init() {}

  /// The place of a fact, which gets one if it has none.
  mutating func place(of use: FactUse, hash: StableHash) -> UInt32 {
    if let known = indices[use] { return known }
    let place = UInt32(uses.count)
    uses.append(use)
    hashes.append(hash)
    indices[use] = place
    return place
  }

  /// For each place, whether the fact's value differs from what it was.
  ///
  /// - Returns: nil if none does.
  func changes(against facts: FactTable) -> [Bool]? {
    var isAny = false
    let changes = uses.indices.map { place in
      let use = uses[place]
      let isChanged = facts.hash(ofKey: use.key, name: use.name) != hashes[place]
      isAny = isAny || isChanged
      return isChanged
    }
    return isAny ? changes : nil
  }

  func store(to writer: inout StoreWriter) {
    writer.write(Array(uses.indices)) { writer, place in
      writer.write(uses[place].key)
      writer.write(uses[place].name)
      writer.write(hashes[place])
    }
  }

  init(stored reader: inout StoreReader) throws {
    let items = try reader.readItems {
      (FactUse(key: try $0.readString(), name: try $0.readString()), try $0.readHash())
    }
    uses = items.map(\.0)
    hashes = items.map(\.1)
  }
}
