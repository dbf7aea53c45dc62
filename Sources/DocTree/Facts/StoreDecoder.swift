/// Reads anything `Decodable` from a ``StoredValue``.
struct StoreDecoder: Decoder {
  let value: StoredValue
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let items) = value else { throw StoreError() }
    let values = Dictionary(
      items.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    return KeyedDecodingContainer(Keyed<Key>(values: values))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch value {
    case .list(let items): return Unkeyed(items: items)
    // What encodes nothing is an empty map.
    case .map(let items) where items.isEmpty: return Unkeyed(items: [])
    default: throw StoreError()
    }
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(value: value) }

  fileprivate func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let result: Any?
    switch (value, type) {
    case (.text(let text), is String.Type): result = text
    case (.integer(let number), is Bool.Type): result = number != 0
    case (.floating(let number), is Double.Type): result = number
    case (.floating(let number), is Float.Type): result = Float(number)
    case (.unsigned(let number), is UInt64.Type): result = number
    case (.unsigned(let number), is UInt.Type): result = UInt(exactly: number)
    case (.integer(let number), let type as any FixedWidthInteger.Type):
      result = type.init(exactly: number)
    case (_, is any FixedWidthInteger.Type), (_, is String.Type), (_, is Bool.Type),
      (_, is Double.Type), (_, is Float.Type):
      throw StoreError()
    default: return try Value(from: self)
    }
    guard let result = result as? Value else { throw StoreError() }
    return result
  }

  fileprivate var isNull: Bool { if case .null = value { true } else { false } }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let values: [String: StoredValue]
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { values.keys.sorted().compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

  private func decoder(_ key: any CodingKey) throws -> StoreDecoder {
    guard let value = values[key.stringValue] else { throw StoreError() }
    return StoreDecoder(value: value)
  }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).isNull }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(key).decode(type)
  }
  func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Other> { try decoder(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder {
    guard let value = values["super"] else { throw StoreError() }
    return StoreDecoder(value: value)
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  let items: [StoredValue]
  var codingPath: [any CodingKey] { [] }
  var currentIndex = 0
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  init(items: [StoredValue]) { self.items = items }

  private mutating func next() throws -> StoreDecoder {
    guard !isAtEnd else { throw StoreError() }
    defer { currentIndex += 1 }
    return StoreDecoder(value: items[currentIndex])
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, StoreDecoder(value: items[currentIndex]).isNull else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }
  mutating func nestedContainer<Other: CodingKey>(
    keyedBy type: Other.Type
  ) throws -> KeyedDecodingContainer<Other> { try next().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct Single: SingleValueDecodingContainer {
  let value: StoredValue
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { StoreDecoder(value: value).isNull }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try StoreDecoder(value: value).decode(type)
  }
}
