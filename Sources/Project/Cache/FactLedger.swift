import DocTree

/// The facts that the pages of a project used, with their values. Many pages use the same ones, so each
/// is kept once and has a place, which it keeps from build to build.
struct FactLedger: Sendable {
  /// The entries one behind the other: the number of the key, the name, and 0 or the length of the value
  /// plus one with the value behind it.
  private var bytes: ArraySlice<UInt8>
  private(set) var count: Int
  /// The sorts of facts.
  private var keys: [String]

  init() {
    bytes = []
    count = 0
    keys = []
  }

  /// What is stored of a fact.
  struct Entry {
    let use: FactUse
    /// Nil where there is no such fact.
    let value: ArraySlice<UInt8>?
  }

  /// Where an entry is in the bytes.
  private struct Place {
    var key = 0
    var whole = 0..<0
    var name = 0..<0
    /// Nil where there is no such fact.
    var value: Range<Int>?
  }

  /// Goes through the entries. There are very many, so that they are not made into anything.
  private func scan(
    _ body: (_ index: Int, _ place: Place, _ bytes: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      func number() throws -> Int {
        var value = 0
        var shift = 0
        while offset < bytes.count, shift < 35 {
          let byte = bytes[offset]
          offset &+= 1
          value |= Int(byte & 0x7F) << shift
          if byte < 0x80 { return value }
          shift += 7
        }
        throw StoreError()
      }
      func part() throws -> Range<Int> {
        let length = try number()
        guard length <= bytes.count - offset else { throw StoreError() }
        defer { offset += length }
        return offset..<offset + length
      }
      for index in 0..<count {
        var place = Place()
        let start = offset
        place.key = try number()
        guard place.key < keys.count else { throw StoreError() }
        place.name = try part()
        if try number() != 0 { place.value = try part() }
        place.whole = start..<offset
        try body(index, place, bytes)
      }
    }
  }

  private static func text(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
  }

  /// The entries at some places, which are sorted.
  func entries(at places: [UInt32]) throws -> [Entry] {
    var next = 0
    var result: [Entry] = []
    result.reserveCapacity(places.count)
    try scan { index, place, bytes in
      guard next < places.count, Int(places[next]) == index else { return }
      while next < places.count, Int(places[next]) == index { next += 1 }
      result.append(
        Entry(
          use: FactUse(key: keys[place.key], name: Self.text(place.name, bytes)),
          value: place.value.map(slice)))
    }
    return result
  }

  /// For each place, whether the fact's value differs from what it was; the ledger has the new ones then.
  ///
  /// - Returns: nil if none does.
  mutating func update(from facts: FactTable) throws -> [Bool]? {
    var changes = [Bool](repeating: false, count: count)
    var isAny = false
    var value = StoreWriter(capacity: 1024)
    var updated = StoreWriter(capacity: bytes.count + 1024)
    // What is copied as it is.
    var kept = 0..<0
    let sorts = keys.map { facts.sort($0) }
    try scan { index, place, bytes in
      value.removeAll()
      let isThere = sorts[place.key].store(Self.text(place.name, bytes), to: &value)
      let isSame =
        isThere == (place.value != nil)
        && (place.value.map { Self.isEqual($0, bytes, value.bytes) } ?? true)
      guard !isSame else { return }
      changes[index] = true
      isAny = true
      updated.append(bytes[kept.upperBound..<place.whole.lowerBound])
      kept = 0..<place.whole.upperBound
      updated.write(unsigned: UInt64(place.key))
      updated.write(unsigned: UInt64(place.name.count))
      updated.append(bytes[place.name])
      updated.write(isThere)
      if isThere { updated.write(bytes: value.bytes) }
    }
    guard isAny else { return nil }
    updated.append(slice(kept.upperBound..<bytes.count))
    bytes = updated.take()[...]
    return changes
  }

  private static func isEqual(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ other: [UInt8]
  ) -> Bool {
    other.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: bytes[range]).isEqual(to: $0) }
  }

  /// The ledger with some of the entries, and for each old place the new one.
  func keeping(_ isUsed: [Bool]) throws -> (ledger: FactLedger, places: [UInt32]) {
    var result = self
    var places = [UInt32](repeating: 0, count: count)
    var kept = StoreWriter(capacity: bytes.count)
    result.count = 0
    try scan { index, place, bytes in
      guard isUsed[index] else { return }
      places[index] = UInt32(result.count)
      result.count += 1
      kept.append(bytes[place.whole])
    }
    result.bytes = kept.take()[...]
    return (result, places)
  }

  // MARK: Storing

  /// How many bytes it takes, a few more at most.
  var size: Int { bytes.count + keys.reduce(32) { $0 + $1.utf8.count + 8 } }

  func store(to writer: inout StoreWriter) {
    writer.write(keys) { $0.write($1) }
    writer.write(count)
    writer.write(bytes: bytes)
  }

  init(stored reader: inout StoreReader) throws {
    keys = try reader.readItems { try $0.readString() }
    count = try reader.readInt()
    bytes = try reader.readSlice()
    // An entry takes three bytes at least.
    guard count >= 0, count <= bytes.count / 3 else { throw StoreError() }
  }
}

// MARK: Adding

extension FactLedger {
  /// Adds facts to a ledger.
  struct Editor {
    private var ledger: FactLedger
    private let facts: FactTable
    /// Places that are known without looking at all of the ledger.
    private let hints: [FactUse: UInt32]
    /// The places of all facts by the number of the key and the name, once they are needed.
    private var places: [[String: UInt32]] = []
    private var numbers: [String: Int] = [:]
    private var sorts: [FactSort] = []
    private var isIndexed = false
    private var added = StoreWriter()
    private var value = StoreWriter(capacity: 256)

    /// - Parameters:
    ///   - ledger: the facts of the last build.
    ///   - facts: their values now.
    init(_ ledger: FactLedger, facts: FactTable, hints: [FactUse: UInt32]) {
      self.ledger = ledger
      self.facts = facts
      self.hints = hints
    }

    /// The places of facts, which get one if they have none, sorted.
    mutating func places(of uses: [FactUse]) throws -> [UInt32] {
      var result: [UInt32] = []
      result.reserveCapacity(uses.count)
      for use in uses { result.append(try place(of: use)) }
      return result.sorted()
    }

    private mutating func place(of use: FactUse) throws -> UInt32 {
      if let hint = hints[use] { return hint }
      if !isIndexed { try index() }
      let key = number(ofKey: use.key)
      let next = UInt32(ledger.count)
      // One look-up for both cases.
      func find(_ slot: inout UInt32?) -> UInt32 {
        if let slot { return slot }
        slot = next
        return next
      }
      let place = find(&places[key][use.name])
      guard place == next else { return place }
      ledger.count += 1
      value.removeAll()
      let isThere = sorts[key].store(use.name, to: &value)
      added.write(unsigned: UInt64(key))
      added.write(use.name)
      added.write(isThere)
      if isThere { added.write(bytes: value.bytes) }
      return place
    }

    private mutating func index() throws {
      isIndexed = true
      for (index, key) in ledger.keys.enumerated() { numbers[key] = index }
      sorts = ledger.keys.map { facts.sort($0) }
      var places = Array(repeating: [String: UInt32](), count: ledger.keys.count)
      try ledger.scan { index, place, bytes in
        places[place.key][FactLedger.text(place.name, bytes)] = UInt32(index)
      }
      self.places = places
    }

    private mutating func number(ofKey key: String) -> Int {
      if let known = numbers[key] { return known }
      let number = ledger.keys.count
      numbers[key] = number
      ledger.keys.append(key)
      places.append([:])
      sorts.append(facts.sort(key))
      return number
    }

    /// The ledger with what was added.
    mutating func finish() -> FactLedger {
      places = []
      if !added.bytes.isEmpty {
        ledger.bytes = ledger.bytes.isEmpty ? added.take()[...] : ledger.bytes + added.take()
      }
      return ledger
    }
  }
}
