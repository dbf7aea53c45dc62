/// Makes a ``StoredValue`` of anything `Encodable`.
final class StoreEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// A value as bytes; empty if it cannot be encoded.
  static func bytes(of value: any Encodable) -> [UInt8] {
    let encoder = StoreEncoder()
    var writer = StoreWriter()
    guard (try? encoder.encode(any: value)) != nil else { return [] }
    encoder.value.store(to: &writer)
    return writer.bytes
  }

  private var content = Content.none

  private enum Content {
    case none
    case value(StoredValue)
    case list([StoreEncoder])
    case map([(key: String, encoder: StoreEncoder)])
  }

  var value: StoredValue {
    switch content {
    case .none: .map([])
    case .value(let value): value
    case .list(let items): .list(items.map(\.value))
    // By key, so that a dictionary is always written in the same way.
    case .map(let items):
      .map(items.map { ($0.key, $0.encoder.value) }.sorted { $0.0 < $1.0 })
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .map = content {} else { content = .map([]) }
    return KeyedEncodingContainer(Keyed<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .list = content {} else { content = .list([]) }
    return Unkeyed(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

  fileprivate func set(_ value: StoredValue) { content = .value(value) }

  fileprivate func add(_ key: String) -> StoreEncoder {
    let encoder = StoreEncoder()
    guard case .map(var items) = content else { return encoder }
    content = .none
    items.append((key, encoder))
    content = .map(items)
    return encoder
  }

  fileprivate func addItem() -> StoreEncoder {
    let encoder = StoreEncoder()
    guard case .list(var items) = content else { return encoder }
    content = .none
    items.append(encoder)
    content = .list(items)
    return encoder
  }

  fileprivate var itemCount: Int {
    if case .list(let items) = content { items.count } else { 0 }
  }

  fileprivate func encode<Value: Encodable>(any value: Value) throws {
    switch value {
    case let value as String: set(.text(value))
    case let value as Bool: set(.integer(value ? 1 : 0))
    case let value as Double: set(.floating(value))
    case let value as Float: set(.floating(Double(value)))
    case let value as UInt64: set(.unsigned(value))
    case let value as UInt: set(.unsigned(UInt64(value)))
    case let value as any BinaryInteger: set(.integer(Int64(truncatingIfNeeded: value)))
    default: try value.encode(to: self)
    }
  }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: StoreEncoder
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) { encoder.add(key.stringValue).set(.null) }
  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.add(key.stringValue).encode(any: value)
  }
  mutating func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Other> {
    encoder.add(key.stringValue).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.add(key.stringValue).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { encoder.add("super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder.add(key.stringValue) }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let encoder: StoreEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.itemCount }

  mutating func encodeNil() { encoder.addItem().set(.null) }
  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try encoder.addItem().encode(any: value)
  }
  mutating func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type
  ) -> KeyedEncodingContainer<Other> { encoder.addItem().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.addItem().unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { encoder.addItem() }
}

private struct Single: SingleValueEncodingContainer {
  let encoder: StoreEncoder
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { encoder.set(.null) }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try encoder.encode(any: value) }
}
