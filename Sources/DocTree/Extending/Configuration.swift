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
  /// The name of the type, for messages.
  public let typeName: String

  init<Value>(_ key: ConfigKey<Value>) {
    name = key.name
    phase = key.phase
    typeName = String(describing: Value.self)
  }
}

/// The config values that were set. Everything else has its default.
public struct Configuration: Sendable {
  private var values: [String: any Sendable] = [:]

  public init() {}

  public subscript<Value>(key: ConfigKey<Value>) -> Value {
    get { values[key.name] as? Value ?? key.defaultValue }
    set { values[key.name] = newValue }
  }
}
