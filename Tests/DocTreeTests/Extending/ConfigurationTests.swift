import DocTree
import Testing

@Suite struct ConfigurationTests {
  enum Policy: String, Codable, CaseIterable { case allow, escape, strip }

  static let flag = ConfigKey("test.flag", default: false, affects: .read)
  static let width = ConfigKey("test.width", default: 79, affects: .write)
  static let ratio = ConfigKey("test.ratio", default: 1.5, affects: .write)
  static let title = ConfigKey("test.title", default: "", affects: .write)
  static let policy = ConfigKey("test.policy", default: Policy.allow, affects: .write)
  static let names = ConfigKey("test.names", default: [String](), affects: .read)
  static let limits = ConfigKey("test.limits", default: [Int](), affects: .read)
  static let optional = ConfigKey<Int?>("test.optional", default: nil, affects: .read)

  struct Keys: Extension {
    let name = "keys"

    func register(in registry: inout Registry) {
      registry.add(config: flag)
      registry.add(config: width)
      registry.add(config: ratio)
      registry.add(config: title)
      registry.add(config: policy)
      registry.add(config: names)
      registry.add(config: limits)
      registry.add(config: optional)
    }
  }

  let registry: Registry

  init() throws { registry = try Registry(extensions: [Keys()]) }

  func setting(_ name: String, to text: String) throws -> Configuration {
    var configuration = Configuration()
    try configuration.set("test." + name, to: text, in: registry)
    return configuration
  }

  @Test func takesValuesOfEachType() throws {
    #expect(try setting("width", to: "-3")[Self.width] == -3)
    #expect(try setting("ratio", to: "0.25")[Self.ratio] == 0.25)
    #expect(try setting("title", to: " a = b ")[Self.title] == " a = b ")
    #expect(try setting("policy", to: "strip")[Self.policy] == .strip)
    #expect(try setting("names", to: "a, b c ,d")[Self.names] == ["a", "b c", "d"])
    #expect(try setting("names", to: "")[Self.names] == [])
    #expect(try setting("limits", to: "1,2")[Self.limits] == [1, 2])
    #expect(try setting("optional", to: "4")[Self.optional] == 4)
    #expect(try setting("optional", to: "")[Self.optional] == nil)
  }

  @Test(arguments: [
    ("true", true), ("yes", true), ("on", true), ("1", true),
    ("false", false), ("no", false), ("off", false), ("0", false),
  ])
  func takesWordsForBooleans(text: String, value: Bool) throws {
    var configuration = Configuration()
    configuration[Self.flag] = !value
    try configuration.set("test.flag", to: text, in: registry)
    #expect(configuration[Self.flag] == value)
  }

  @Test(arguments: [
    ("flag", "maybe", "true or false (yes or no, on or off, 1 or 0)"),
    ("width", "wide", "a whole number"),
    ("width", "99999999999999999999", "a whole number"),
    ("ratio", "half", "a number"),
    ("policy", "Strip", "allow, escape, strip"),
    ("limits", "1,two", "a list with commas of: a whole number"),
    ("optional", "x", "a whole number"),
  ])
  func refusesOtherValues(name: String, text: String, allowed: String) {
    let error = #expect(throws: ConfigError.self) { try setting(name, to: text) }
    #expect(
      error?.message == "config value 'test.\(name)' cannot be '\(text)'; allowed: \(allowed)")
  }

  @Test func suggestsTheNameThatIsNear() {
    let error = #expect(throws: ConfigError.self) { try setting("wdith", to: "1") }
    #expect(
      error?.message == "there is no config value 'test.wdith'; did you mean 'test.width'?")
  }

  @Test func suggestsNothingForANameThatIsFarFromAll() {
    var configuration = Configuration()
    let error = #expect(throws: ConfigError.self) {
      try configuration.set("extensions", to: "1", in: registry)
    }
    #expect(error?.message == "there is no config value 'extensions'")
  }
}
