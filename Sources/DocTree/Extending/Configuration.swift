/// The config values that were set. Everything else has its default.
public struct Configuration: Sendable {
  @usableFromInline
  var values: [String: any Codable & Sendable] = [:] {
    didSet { derived = DerivedValues() }
  }
  /// What was made of the values.
  private var derived = DerivedValues()

  public init() {}

  /// What is made of the configuration and a registry alone, such as the syntax that is switched on:
  /// made once, however many documents need it.
  package func derived<Value: AnyObject & Sendable>(
    _ type: Value.Type, _ registry: Registry, _ make: () -> Value
  ) -> Value {
    derived.value(type, registry.identity, make)
  }

  /// What was set, by name, as bytes.
  package var storedValues: [(name: String, value: [UInt8])] {
    values.sorted { $0.key < $1.key }.map { ($0.key, StoreEncoder.bytes(of: $0.value)) }
  }

  @inlinable
  public subscript<Value: Codable & Equatable>(key: ConfigKey<Value>) -> Value {
    get {
      // No value at all could be cast to an optional one.
      guard let value = values[key.name] else { return key.defaultValue }
      return value as? Value ?? key.defaultValue
    }
    set { values[key.name] = newValue }
  }

  /// Whether a value was set, be it to its default.
  public func isSet(_ name: String) -> Bool { values[name] != nil }

  /// Sets a value by its name, from text: `true`, `79`, a case's name, items between commas.
  ///
  /// - Throws: ``ConfigError`` if nobody declared the name or the text is no such value.
  public mutating func set(_ name: String, to text: String, in registry: Registry)
    throws(ConfigError)
  {
    try set(name, to: ConfigValue(.scalar(text, .text)), in: registry)
  }

  /// Sets a value by its name, from what is written in a file.
  ///
  /// - Parameter merging: whether the entries of a map are added to those that are there, rather
  ///   than take their place.
  /// - Throws: ``ConfigError`` if nobody declared the name or the value is not of its type.
  public mutating func set(
    _ name: String, to value: ConfigValue, in registry: Registry, merging: Bool = false
  ) throws(ConfigError) {
    guard let declaration = registry.configKeys[name]?.value else {
      throw ConfigError(unknown: name, at: value.position, in: registry)
    }
    do throws(ConfigMismatch) {
      values[name] = try declaration.decode(value, addingTo: merging ? self : nil)
    } catch {
      throw ConfigError("config value '\(name)' \(error.message)", at: error.position)
    }
  }

  /// The values of these names, where they are set.
  public func only(_ names: Set<String>) -> Configuration {
    var result = Configuration()
    result.values = values.filter { names.contains($0.key) }
    return result
  }

  /// These values, and those of another configuration that are not set here.
  public func merging(over other: Configuration) -> Configuration {
    if values.isEmpty { return other }
    var result = other
    for (name, value) in values { result.values[name] = value }
    return result
  }
}

/// A config value that cannot be set.
public struct ConfigError: Error, CustomStringConvertible {
  /// What is wrong and what is allowed.
  public let message: String
  /// Where; unknown for what does not come from a file.
  public let position: SourcePosition

  package init(_ message: String, at position: SourcePosition = .unknown) {
    self.message = message
    self.position = position
  }

  package init(unknown name: String, at position: SourcePosition, in registry: Registry) {
    let known = registry.configDeclarations.map(\.name)
    // Sphinx's `exclude_patterns` is `exclude` here.
    let near = nearestName(to: name, among: known) ?? known.first { name.hasPrefix($0 + "_") }
    let hint = near.map { "; did you mean '\($0)'?" } ?? ""
    self.init("there is no config value '\(name)'\(hint)", at: position)
  }

  public var description: String { message }
}
