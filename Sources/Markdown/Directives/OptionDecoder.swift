internal import DocTree
internal import Synchronization

/// Decodes a directive's options from their texts. Names are written with hyphens: `linenoStart` is
/// `lineno-start`.
struct OptionDecoder: Decoder {
  /// The options by name.
  let options: [String: String]
  /// Which names are asked for, if anybody wants to know.
  let names: OptionNames?
  let codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The names that a type of options knows, in the order in which it asks for them.
  final class OptionNames {
    var list: [String] = []
  }

  /// The names that a type knows, whatever is given. It is decoded from nothing, once in a process,
  /// and asks for its properties.
  static func names<Options: Decodable>(of type: Options.Type) -> [String] {
    let key = ObjectIdentifier(type)
    if let known = knownNames.withLock({ $0[key] }) { return known }
    let names = OptionNames()
    _ = try? Options(from: OptionDecoder(options: [:], names: names))
    knownNames.withLock { $0[key] = names.list }
    return names.list
  }

  private static let knownNames = Mutex<[ObjectIdentifier: [String]]>([:])

  /// The names that a type knows, and those that it asks for when it is given options.
  static func names<Options: Decodable>(
    of type: Options.Type, given options: [String: String]
  ) -> [String] {
    let names = OptionNames()
    names.list = self.names(of: type)
    _ = try? Options(from: OptionDecoder(options: options, names: names))
    return names.list
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(OptionContainer(options: options, names: names))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw notKeyed }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw notKeyed }

  private var notKeyed: DecodingError {
    .dataCorrupted(
      .init(codingPath: [], debugDescription: "options are a type with a property for each"))
  }

  /// Why a text is none of an enum's values, in docutils' words; nil for other types.
  static func choice(_ text: String, among type: any Decodable.Type) -> String? {
    let values = TextDecoder.allowedText(for: type).split(separator: ",").map { item in
      "\"\(item.drop { $0 == " " })\""
    }
    guard let last = values.last, values.count > 1 else { return nil }
    return (text.isBlank ? "must supply an argument" : "\"\(text.trimmed)\" unknown")
      + "; choose from \(values.dropLast().joined(separator: ", ")), or \(last)"
  }

  /// `linenoStart` → `lineno-start`. Names with a hyphen or underscore stay.
  static func optionName(_ key: String) -> String {
    if !key.utf8.contains(where: { $0 &- 0x41 < 26 }) { return key }
    var result: [UInt8] = []
    for byte in key.utf8 {
      if byte &- 0x41 < 26 {
        if !result.isEmpty { result.append(0x2D) }
        result.append(byte | 0x20)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

private struct OptionContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let options: [String: String]
  let names: OptionDecoder.OptionNames?
  let codingPath: [any CodingKey] = []

  var allKeys: [Key] { options.keys.sorted().compactMap { Key(stringValue: $0) } }

  private func text(_ key: Key) -> String? {
    if options.isEmpty, names == nil { return nil }
    let name = OptionDecoder.optionName(key.stringValue)
    if let names, !names.list.contains(name) { names.list.append(name) }
    return options[name]
  }

  func contains(_ key: Key) -> Bool { text(key) != nil }
  func decodeNil(forKey key: Key) -> Bool { text(key) == nil }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    guard let text = text(key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: ""))
    }
    let isChoice = type is any CaseIterable.Type
    do {
      return try Value(from: OptionValueDecoder(text: text))
    } catch DecodingError.dataCorrupted(let context) where !isChoice {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [key], debugDescription: context.debugDescription))
    } catch {
      // As in docutils, neither the case of a choice nor white space around it matters.
      if isChoice, let value = try? Value(from: OptionValueDecoder(text: text.trimmed.lowercased()))
      {
        return value
      }
      let problem =
        isChoice ? OptionDecoder.choice(text, among: type) : nil
      throw DecodingError.typeMismatch(
        type,
        .init(
          codingPath: [key],
          debugDescription: problem ?? "allowed: \(TextDecoder.allowedText(for: type))"))
    }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw nested }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw nested
  }
  func superDecoder() throws -> any Decoder { throw nested }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw nested }

  private var nested: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "an option is a single value"))
  }
}

/// Decodes one option: as in configuration, but a flag without a value is true, and lists are
/// separated by commas or by spaces.
private struct OptionValueDecoder: Decoder, SingleValueDecodingContainer {
  let text: String
  let codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> { try TextDecoder(text: text).container(keyedBy: type) }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard !text.utf8.contains(0x2C) else { return TextDecoder(text: text).unkeyedContainer() }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: ",")
    return TextDecoder(text: words).unkeyedContainer()
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }
  func decodeNil() -> Bool { false }

  func decode(_ type: Bool.Type) throws -> Bool {
    text.isBlank ? true : try TextDecoder.decode(Bool.self, from: text.trimmed)
  }

  func decode(_ type: String.Type) -> String { text }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == Bool.self || type is [String].Type { return try Value(from: self) }
    // A value of several lines ends with a line feed.
    return try TextDecoder.decode(type, from: text.trimmed)
  }
}
