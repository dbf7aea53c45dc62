/// Decodes a value of any type from what is written in a configuration.
package struct ConfigDecoder: Decoder, SingleValueDecodingContainer {
  package let value: ConfigValue
  /// The keys of maps that somebody has asked for.
  private let asked: AskedKeys

  /// - Throws: ``ConfigMismatch``.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from value: ConfigValue
  ) throws -> Value {
    try ConfigDecoder(value).decode(type)
  }

  fileprivate init(_ value: ConfigValue) {
    self.value = value
    asked = AskedKeys()
  }

  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Says that all keys of a map are fine.
  func acceptKeys() { asked.areAllFine = true }

  /// Decodes the value as one of another type, and sees to it that no key of a map is left over.
  package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let inner = ConfigDecoder(value)
    // Who decodes it sees to its keys.
    acceptKeys()
    do {
      let result = try Value(from: inner)
      try inner.checkKeys()
      return result
    } catch is DecodingError {
      throw mismatch(type)
    }
  }

  private func checkKeys() throws {
    guard case .map(let entries) = value.content, !asked.areAllFine else { return }
    for (key, _) in entries where !asked.names.contains(key.text ?? "") {
      throw ConfigMismatch(unknownKey: key, among: asked.names.sorted())
    }
  }

  fileprivate func mismatch(_ type: any Decodable.Type) -> ConfigMismatch {
    ConfigMismatch(value, allowed: TextDecoder.allowedText(for: type))
  }

  package func singleValueContainer() -> any SingleValueDecodingContainer { self }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch value.content {
    case .list(let items): return ConfigListContainer(items: items, list: value)
    case .scalar(let text, .text):
      let items = TextDecoder.items(of: text)
      return ConfigListContainer(
        items: items.map { ConfigValue(.scalar($0, .text), at: value.position) }, list: value)
    default: throw ConfigMismatch(value, allowed: "a list")
    }
  }

  package func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let entries) = value.content else {
      throw ConfigMismatch(value, allowed: "a map of names to values")
    }
    return KeyedDecodingContainer(
      ConfigMapContainer<Key>(
        values: Dictionary(
          entries.map { ($0.key.text ?? "", $0.value) }, uniquingKeysWith: { first, _ in first }),
        names: entries.map { $0.key.text ?? "" }, map: value, asked: asked))
  }

  package func decodeNil() -> Bool {
    if case .scalar(let text, .text) = value.content { return text.isEmpty }
    return value.isNull
  }

  package func decode(_ type: Bool.Type) throws -> Bool {
    guard let boolean = value.boolean else { throw mismatch(type) }
    return boolean
  }

  package func decode(_ type: String.Type) throws -> String {
    guard let text = value.text, !value.isNull else { throw mismatch(type) }
    return text
  }

  package func decode(_ type: Double.Type) throws -> Double { try number(type, Double.init) }
  package func decode(_ type: Float.Type) throws -> Float { try number(type, Float.init) }

  package func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
    try number(type) { Value($0) }
  }

  private func number<Value: Decodable>(
    _ type: Value.Type, _ convert: (String) -> Value?
  ) throws -> Value {
    guard case .scalar(let text, let style) = value.content, style != .quoted,
      let number = convert(text)
    else { throw mismatch(type) }
    return number
  }
}

/// A value that is not of the type that is wanted.
package struct ConfigMismatch: Error {
  package let position: SourcePosition
  /// What is wrong: `cannot be 'maybe'; allowed: true or false`.
  package let message: String

  init(_ value: ConfigValue, allowed: String) {
    position = value.position
    message = "cannot be \(value.summary); allowed: \(allowed)"
  }

  init(unknownKey key: ConfigValue, among names: [String]) {
    self.init("cannot have the key", key, among: names)
  }

  init(unknownItem item: ConfigValue, among names: [String]) {
    self.init("cannot contain", item, among: names)
  }

  private init(_ what: String, _ value: ConfigValue, among names: [String]) {
    position = value.position
    let hint =
      nearestName(to: value.text ?? "", among: names).map { "; did you mean '\($0)'?" } ?? ""
    message = "\(what) \(value.summary); allowed: \(names.joined(separator: ", "))\(hint)"
  }
}

private final class AskedKeys {
  var names: Set<String> = []
  var areAllFine = false
}

private struct ConfigListContainer: UnkeyedDecodingContainer {
  let items: [ConfigValue]
  let list: ConfigValue
  private(set) var currentIndex = 0

  init(items: [ConfigValue], list: ConfigValue) {
    self.items = items
    self.list = list
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex == items.count }

  private mutating func next() throws -> ConfigDecoder {
    guard !isAtEnd else {
      throw ConfigMismatch(list, allowed: "a list of more than \(items.count) items")
    }
    defer { currentIndex += 1 }
    return ConfigDecoder(items[currentIndex])
  }

  mutating func decodeNil() -> Bool {
    guard !isAtEnd, items[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().decode(type)
  }
  mutating func superDecoder() throws -> any Decoder { try next() }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try next().container(keyedBy: type)
  }
}

private struct ConfigMapContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let values: [String: ConfigValue]
  let names: [String]
  let map: ConfigValue
  let asked: AskedKeys

  var codingPath: [any CodingKey] { [] }

  /// A dictionary asks for these, and takes them all.
  var allKeys: [Key] {
    asked.areAllFine = true
    return names.compactMap { Key(stringValue: $0) }
  }

  private func value(_ key: Key) -> ConfigValue? {
    asked.names.insert(key.stringValue)
    return values[key.stringValue]
  }

  private func decoder(_ key: Key) throws -> ConfigDecoder {
    guard let value = value(key) else {
      throw ConfigMismatch(map, allowed: "a map with the key '\(key.stringValue)'")
    }
    return ConfigDecoder(value)
  }

  func contains(_ key: Key) -> Bool { value(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { value(key)?.isNull ?? true }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(key).decode(type)
  }
  func superDecoder() throws -> any Decoder { ConfigDecoder(map) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try decoder(key).container(keyedBy: type) }
}
