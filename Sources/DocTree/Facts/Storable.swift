/// A value that is kept between builds, as bytes.
///
/// What is `Codable` is stored without further ado. A type of which there are very many may write
/// and read itself, which is some ten times faster.
public protocol Storable: Codable, Sendable, SendableMetatype {
  /// Appends the value to what is stored.
  func store(to writer: inout StoreWriter)
  /// Reads a value that ``store(to:)`` wrote.
  ///
  /// - Throws: ``StoreError`` if the bytes are no such value.
  init(stored reader: inout StoreReader) throws
}

extension Storable {
  public func store(to writer: inout StoreWriter) {
    do {
      let encoder = StoreEncoder()
      try encode(to: encoder)
      encoder.value.store(to: &writer)
    } catch {
      // What cannot be written is read back as damaged, and then made anew.
      writer.write(Int.max)
    }
  }

  public init(stored reader: inout StoreReader) throws {
    try self.init(from: StoreDecoder(value: StoredValue(stored: &reader)))
  }

  /// The value as bytes.
  public var stored: [UInt8] {
    var writer = StoreWriter(capacity: 128)
    store(to: &writer)
    return writer.bytes
  }

  /// Reads a value from its bytes.
  ///
  /// - Throws: ``StoreError`` if these are none.
  public init(stored bytes: [UInt8]) throws {
    var reader = StoreReader(bytes)
    try self.init(stored: &reader)
  }
}

/// Stored bytes that are not what they should be.
public struct StoreError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String = "the stored bytes are damaged") {
    self.description = description
  }
}

/// Writes values one behind the other.
public struct StoreWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Takes what was written, which need not be copied then.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Forgets what was written, and keeps the room that it took.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// A writer with room for so many bytes, so that it need not grow.
  public init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// A whole number; small ones take few bytes.
  public mutating func write(_ value: Int) {
    // The sign goes into the last bit, so that small negative numbers are small, too.
    write(unsigned: UInt64(bitPattern: Int64(value &<< 1 ^ value &>> 63)))
  }

  public mutating func write(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Eight bytes, whatever the value.
  public mutating func write(fixed value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  public mutating func write(_ hash: StableHash) { write(fixed: hash.value) }

  public mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(unsigned: UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  public mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Bytes with their count before them.
  public mutating func write(bytes other: [UInt8]) { write(bytes: other[...]) }

  /// Bytes with their count before them.
  package mutating func write(bytes other: ArraySlice<UInt8>) {
    write(unsigned: UInt64(other.count))
    bytes.append(contentsOf: other)
  }

  /// Bytes without a count.
  public mutating func append(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  @inlinable
  public mutating func write<Item>(
    _ items: [Item], _ body: (inout StoreWriter, Item) -> Void
  ) {
    write(unsigned: UInt64(items.count))
    for item in items { body(&self, item) }
  }
}

/// Reads what a ``StoreWriter`` wrote. No bytes make it crash or take more memory than they have.
public struct StoreReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  public private(set) var offset: Int

  public init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  public var isAtEnd: Bool { offset >= bytes.endIndex }
  /// How many bytes are left.
  public var count: Int { bytes.endIndex - offset }

  public mutating func readInt() throws(StoreError) -> Int {
    let value = try readUnsigned()
    return Int(truncatingIfNeeded: value &>> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  public mutating func readUnsigned() throws(StoreError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.endIndex, shift < 70 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw StoreError()
  }

  public mutating func readFixed() throws(StoreError) -> UInt64 {
    guard count >= 8 else { throw StoreError() }
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[offset + index]) << UInt64(index * 8) }
    offset += 8
    return value
  }

  public mutating func readHash() throws(StoreError) -> StableHash {
    StableHash(value: try readFixed())
  }

  public mutating func readBool() throws(StoreError) -> Bool {
    guard offset < bytes.endIndex, bytes[offset] < 2 else { throw StoreError() }
    offset += 1
    return bytes[offset - 1] == 1
  }

  public mutating func readString() throws(StoreError) -> String {
    String(decoding: try readSlice(), as: UTF8.self)
  }

  public mutating func readOptionalString() throws(StoreError) -> String? {
    try readBool() ? readString() : nil
  }

  public mutating func readBytes() throws(StoreError) -> [UInt8] { Array(try readSlice()) }

  /// Bytes with their count before them, without a copy.
  public mutating func readSlice() throws(StoreError) -> ArraySlice<UInt8> {
    let length = try readUnsigned()
    guard length <= UInt64(count) else { throw StoreError() }
    let end = offset + Int(length)
    defer { offset = end }
    return bytes[offset..<end]
  }

  @inlinable
  public mutating func readItems<Item>(
    _ body: (inout StoreReader) throws -> Item
  ) throws -> [Item] {
    let number = try readUnsigned()
    // An item takes a byte at least.
    guard number <= UInt64(count) else { throw StoreError() }
    var items: [Item] = []
    items.reserveCapacity(Int(number))
    for _ in 0..<number { items.append(try body(&self)) }
    return items
  }
}
