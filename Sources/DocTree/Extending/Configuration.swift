/// A config value: its name, type, default, and the phase whose results depend on it.
public struct ConfigKey<Value: Codable & Equatable & Sendable>: Sendable {
  public let name: String
  public let defaultValue: Value
  public let phase: Phase

  public init(_ name: String, default defaultValue: Value, affects phase: Phase) {
    self.name = name
    self.defaultValue = defaultValue
    self.phase = phase
  }
}

/// What a registry knows of a ``ConfigKey``.
public struct ConfigDeclaration: Sendable {
  public let name: String
  public let phase: Phase
  let valueType: any (Codable & Equatable & Sendable).Type

  init<Value>(_ key: ConfigKey<Value>) {
    name = key.name
    phase = key.phase
    valueType = Value.self
  }

  /// The name of the type, for messages.
  public var typeName: String { String(describing: valueType) }

  /// What the value can be set to, for messages: `allow, escape, strip`.
  public var allowedValues: String { TextDecoder.allowedText(for: valueType) }
}

/// The config values that were set. Everything else has its default.
public struct Configuration: Sendable {
  private var values: [String: any Codable & Sendable] = [:]

  public init() {}

  /// What was set, by name, as bytes.
  package var storedValues: [(name: String, value: [UInt8])] {
    values.sorted { $0.key < $1.key }.map { ($0.key, StoreEncoder.bytes(of: $0.value)) }
  }

  public subscript<Value>(key: ConfigKey<Value>) -> Value {
    get { values[key.name] as? Value ?? key.defaultValue }
    set { values[key.name] = newValue }
  }

  /// Sets a value by its name, from text: `true`, `79`, a case's name, items between commas.
  ///
  /// - Throws: ``ConfigError`` if nobody declared the name or the text is no such value.
  public mutating func set(_ name: String, to text: String, in registry: Registry)
    throws(ConfigError)
  {
    guard let declaration = registry.configKeys[name] else {
      let hint =
        nearestName(to: name, among: registry.configDeclarations.map(\.name))
        .map { "; did you mean '\($0)'?" } ?? ""
      throw ConfigError("there is no config value '\(name)'\(hint)")
    }
    do {
      values[name] = try TextDecoder.decode(declaration.valueType, from: text)
    } catch {
      throw ConfigError(
        "config value '\(name)' cannot be '\(text)'; allowed: \(declaration.allowedValues)")
    }
  }
}

/// A config value that cannot be set.
public struct ConfigError: Error, CustomStringConvertible {
  /// What is wrong and what is allowed.
  public let message: String

  init(_ message: String) { self.message = message }

  public var description: String { message }
}
