import DocTree

/// Where the parts of a page's record are in a cache.
///
/// Most builds look at few parts of most pages, so that reading a record makes nothing: no string, no
/// array.
struct StoredPage: Sendable {
  /// A range of the cache's bytes.
  struct Part: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0

    init() {}
    init(_ slice: ArraySlice<UInt8>) {
      start = UInt32(slice.startIndex)
      count = UInt32(slice.count)
    }
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    var isEmpty: Bool { count == 0 }
  }

  private(set) var whole = Part()
  private(set) var name = Part()
  /// Empty for a page that has no source.
  private(set) var source = Part()
  private(set) var stamp = StableHash.none
  private(set) var contentHash = StableHash.none
  /// Where the output is from the output folder; empty if nothing was written.
  private(set) var outputPath = Part()
  private(set) var outputStamp = StableHash.none
  /// Something that was asked about files, as items.
  private(set) var files = Part()
  private(set) var values = Part()
  private(set) var diagnostics = Part()
  /// The places of facts, as items.
  private(set) var facts = Part()

  var isGenerated: Bool { source.isEmpty }

  /// - Parameter reader: is behind the record afterwards.
  init(stored reader: inout StoreReader) throws {
    let record = try reader.readSlice()
    whole = Part(record)
    var reader = StoreReader(record)
    name = Part(try reader.readSlice())
    source = Part(try reader.readSlice())
    stamp = try reader.readHash()
    contentHash = try reader.readHash()
    outputPath = Part(try reader.readSlice())
    if !outputPath.isEmpty {
      outputStamp = try reader.readHash()
      _ = try reader.readHash()
    }
    files = Part(try reader.readSlice())
    values = Part(try reader.readSlice())
    diagnostics = Part(try reader.readSlice())
    facts = Part(try reader.readSlice())
    guard reader.isAtEnd else { throw StoreError() }
  }
}
