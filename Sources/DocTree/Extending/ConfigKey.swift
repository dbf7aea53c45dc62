/// A config value: its name, type, default, and the phase whose results depend on it.
public struct ConfigKey<Value: Sendable>: Sendable {
  // What a value has to be besides stands with what makes keys and takes them: were it a constraint of
  // the type, the runtime would go through all conformances of the program at the first use of each.
  public let name: String
  public let defaultValue: Value
  public let phase: Phase
  /// Says what is allowed, if a value of the type is not.
  let refusal: (@Sendable (Value) -> String?)?
  /// The texts that a list may have; empty for any.
  let itemNames: [String]
}

extension ConfigKey where Value: Codable & Equatable {
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
    itemNames = []
  }

  /// A list of some of these names.
  public init(
    _ name: String, default defaultValue: Value, affects phase: Phase, among itemNames: [String]
  ) where Value == [String] {
    self.name = name
    self.defaultValue = defaultValue
    self.phase = phase
    self.itemNames = itemNames
    refusal = nil
  }
}

extension ConfigKey where Value: Codable & Equatable {
  /// - Parameter configuration: if given, entries of a map are added to those that it has.
  fileprivate func decode(
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
    if !itemNames.isEmpty, let items = decoded as? [String],
      let index = items.firstIndex(where: { !itemNames.contains($0) })
    {
      let item = value.list?[index] ?? ConfigValue(text: items[index], at: value.position)
      throw ConfigMismatch(unknownItem: item, among: itemNames)
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
  public let name: String
  public let phase: Phase
  // Closures rather than the key itself: what the runtime knows of its type is made only if somebody
  // asks.
  private let valueType: @Sendable () -> any Decodable.Type
  private let decodeValue:
    @Sendable (ConfigValue, Configuration?) -> Result<
      any Codable & Sendable, ConfigMismatch
    >

  init<Value: Codable & Equatable>(_ key: ConfigKey<Value>) {
    name = key.name
    phase = key.phase
    valueType = { Value.self }
    decodeValue = { value, configuration in
      do throws(ConfigMismatch) {
        return .success(try key.decode(value, addingTo: configuration))
      } catch {
        return .failure(error)
      }
    }
  }

  func decode(
    _ value: ConfigValue, addingTo configuration: Configuration?
  ) throws(ConfigMismatch) -> any Codable & Sendable {
    try decodeValue(value, configuration).get()
  }

  /// The name of the type, for messages.
  public var typeName: String { String(describing: valueType()) }

  /// What the value can be set to, for messages: `allow, escape, strip`.
  public var allowedValues: String { TextDecoder.allowedText(for: valueType()) }
}
