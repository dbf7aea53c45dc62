/// Decodes one value from text: a number, a Boolean, a string, the raw value of an enum, or a list
/// of these between commas.
package struct TextDecoder: Decoder, SingleValueDecodingContainer {
  let text: String

  package init(text: String) { self.text = text }

  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  package static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws
    -> Value
  {
    try Value(from: TextDecoder(text: text))
  }

  /// What texts a type can be decoded from, for messages.
  package static func allowedText(for type: any Decodable.Type) -> String {
    if let type = type as? any CaseIterable.Type { return caseNames(type) }
    if let type = type as? any AllowedTextProviding.Type { return type.allowedText }
    return switch type {
    case is Bool.Type, is Bool?.Type: "true or false (yes or no, on or off, 1 or 0)"
    case is any UnsignedInteger.Type: "a whole number from 0"
    case is any BinaryInteger.Type, is Int?.Type: "a whole number"
    case is any BinaryFloatingPoint.Type: "a number"
    case is String.Type, is String?.Type: "any text"
    case is ConfigValue.Type: "anything"
    default: "a value of type \(type)"
    }
  }

  private static func caseNames<Value: CaseIterable>(_ type: Value.Type) -> String {
    type.allCases.map { item in
      (item as? any RawRepresentable).map { "\($0.rawValue)" } ?? "\(item)"
    }.joined(separator: ", ")
  }

  /// The items between commas, without the spaces around them. An empty text has none.
  static func items(of text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: ",").map(trimmed)
  }

  private static func trimmed(_ item: Substring) -> String {
    guard let first = item.firstIndex(where: { $0 != " " }),
      let last = item.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(item[first...last])
  }

  package func singleValueContainer() -> any SingleValueDecodingContainer { self }

  package func unkeyedContainer() -> any UnkeyedDecodingContainer { TextListContainer(text: text) }

  package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<
    Key
  > {
    throw mismatch(type)
  }

  package func decodeNil() -> Bool { text.isEmpty }

  package func decode(_ type: Bool.Type) throws -> Bool {
    switch text {
    case "true", "yes", "on", "1": true
    case "false", "no", "off", "0": false
    default: throw mismatch(type)
    }
  }

  package func decode(_ type: String.Type) -> String { text }
  package func decode(_ type: Double.Type) throws -> Double { try convert(Double(text)) }
  package func decode(_ type: Float.Type) throws -> Float { try convert(Float(text)) }

  package func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
    try convert(Value(text))
  }

  package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: self)
  }

  private func convert<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw mismatch(Value.self) }
    return value
  }

  private func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: [], debugDescription: "'\(text)' is no \(type)"))
  }
}

/// A type that says itself what it can be decoded from, for messages.
package protocol AllowedTextProviding {
  static var allowedText: String { get }
}

extension Array: AllowedTextProviding where Element: Decodable {
  package static var allowedText: String {
    "a list with commas of: \(TextDecoder.allowedText(for: Element.self))"
  }
}

extension Dictionary: AllowedTextProviding where Key == String, Value: Decodable {
  package static var allowedText: String {
    "a map of names to: \(TextDecoder.allowedText(for: Value.self))"
  }
}

extension Optional: AllowedTextProviding where Wrapped: Decodable {
  package static var allowedText: String { TextDecoder.allowedText(for: Wrapped.self) }
}

/// The items of a list between commas, without the spaces around them. An empty text has none.
private struct TextListContainer: UnkeyedDecodingContainer {
  private let items: [String]
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }

  init(text: String) { items = TextDecoder.items(of: text) }

  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex == items.count }

  private mutating func next() throws -> TextDecoder {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        String.self, .init(codingPath: [], debugDescription: "the list has no more items"))
    }
    defer { currentIndex += 1 }
    return TextDecoder(text: items[currentIndex])
  }

  mutating func decodeNil() -> Bool { false }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: next())
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
