/// A config value: its name, type, default, and the phase whose results depend on it.
public struct ConfigKey<Value: Codable & Equatable & Sendable>: Sendable {
  public let name: String
  public let defaultValue: Value
  public let phase: Phase
  /// Says what is allowed, if a value of the type is not.
  let refusal: (@Sendable (Value) -> String?)?

  /// - Parameters:
  ///   - name: what it is called in `doctree.yml`; dots separate nested maps.
  ///   - refusal: for types of which not every value will do: what is allowed, if it is not this.
  public init(
    _ name: String, default defaultValue: Value, affects phase: Phase,
    refusing refusal: (@Sendable (Value) -> String?)? = nil
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.phase = phase
    self.refusal = refusal
  }
}

/// A ``ConfigKey`` of any type.
protocol AnyConfigKey: Sendable {
  var name: String { get }
  var phase: Phase { get }
  var valueType: any (Codable & Equatable & Sendable).Type { get }
  /// - Parameter configuration: if given, entries of a map are added to those that it has.
  func decode(
    _ value: ConfigValue, addingTo configuration: Configuration?
  ) throws(ConfigMismatch) -> any Codable & Sendable
}

extension ConfigKey: AnyConfigKey {
  var valueType: any (Codable & Equatable & Sendable).Type { Value.self }

  func decode(
    _ value: ConfigValue, addingTo configuration: Configuration?
  ) throws(ConfigMismatch) -> any Codable & Sendable {
    let decoded: Value
    do {
      decoded = try ConfigDecoder.decode(Value.self, from: value)
    } catch let mismatch as ConfigMismatch {
      // A list on a command line is one text.
      guard case .scalar(_, .text) = value.content else { throw mismatch }
      throw ConfigMismatch(value, allowed: TextDecoder.allowedText(for: Value.self))
    } catch {
      throw ConfigMismatch(value, allowed: TextDecoder.allowedText(for: Value.self))
    }
    if let allowed = refusal?(decoded) { throw ConfigMismatch(value, allowed: allowed) }
    guard let configuration, let map = decoded as? any MergeableConfig else { return decoded }
    return map.merged(over: configuration[self]) as? Value ?? decoded
  }
}

/// A value of which a document can add to that of its project.
private protocol MergeableConfig {
  func merged(over old: Any) -> Any
}

extension Dictionary: MergeableConfig where Key == String {
  func merged(over old: Any) -> Any {
    guard let old = old as? Self else { return self }
    return old.merging(self) { _, new in new }
  }
}

/// What a registry knows of a ``ConfigKey``.
public struct ConfigDeclaration: Sendable {
  let key: any AnyConfigKey

  init<Value>(_ key: ConfigKey<Value>) { self.key = key }

  public var name: String { key.name }
  public var phase: Phase { key.phase }

  /// The name of the type, for messages.
  public var typeName: String { String(describing: key.valueType) }

  /// What the value can be set to, for messages: `allow, escape, strip`.
  public var allowedValues: String { TextDecoder.allowedText(for: key.valueType) }
}
