import Foundation
import Testing

@testable import DocTree

@Suite struct ConfigValueTests {
  struct Page: Codable, Equatable, Sendable {
    var title: String
    var depth: Int?
    var flags: [String: Bool]?
  }

  static let page = ConfigKey("test.page", default: Page(title: ""), affects: .read)
  static let names = ConfigKey<[String]>(
    "test.names", default: [], affects: .read, among: ["alpha", "beta"])
  static let map = ConfigKey<[String: Int]>("test.map", default: ["a": 1], affects: .read)
  static let depth = ConfigKey(
    "test.depth", default: 1, affects: .read,
    refusing: { (0...7).contains($0) ? nil : "a whole number from 0 to 7" })
  static let text = ConfigKey("test.text", default: "", affects: .read)
  static let flag = ConfigKey("test.flag", default: false, affects: .read)
  static let any = ConfigKey<ConfigValue>("test.any", default: "", affects: .read)

  struct Keys: Extension {
    let name = "keys"
    func register(in registry: inout Registry) {
      registry.add(config: page)
      registry.add(config: names)
      registry.add(config: map)
      registry.add(config: depth)
      registry.add(config: text)
      registry.add(config: flag)
      registry.add(config: any)
    }
  }

  let registry: Registry

  init() throws { registry = try Registry(extensions: [Keys()]) }

  /// A value at a column that says which it is.
  private func plain(_ text: String, _ column: Int = 0) -> ConfigValue {
    ConfigValue(.scalar(text, .plain), at: SourcePosition(line: 1, column: column))
  }

  private func map(_ entries: (ConfigValue, ConfigValue)...) -> ConfigValue {
    ConfigValue(.map(entries.map { ($0.0, $0.1) }))
  }

  private func problem(_ name: String, _ value: ConfigValue) -> (String, Int)? {
    var configuration = Configuration()
    do throws(ConfigError) {
      try configuration.set("test." + name, to: value, in: registry)
      return nil
    } catch {
      return (error.message, error.position.column)
    }
  }

  @Test func aScalarIsWhatTheKeyWants() throws {
    var configuration = Configuration()
    try configuration.set("test.text", to: plain("no"), in: registry)
    try configuration.set("test.flag", to: plain("no"), in: registry)
    #expect(configuration[Self.text] == "no")
    #expect(configuration[Self.flag] == false && configuration.isSet("test.flag"))
    let quoted = try #require(problem("flag", ConfigValue(text: "yes")))
    #expect(quoted.0.contains("cannot be 'yes'; allowed: true or false"))
    #expect(
      problem("text", plain(""))?.0 == "config value 'test.text' cannot be empty; allowed: any text"
    )
  }

  @Test func structuresAreDecodedInFull() throws {
    var configuration = Configuration()
    try configuration.set(
      "test.page",
      to: map((plain("title"), plain("T")), (plain("flags"), map((plain("a"), plain("on"))))),
      in: registry)
    #expect(configuration[Self.page] == Page(title: "T", flags: ["a": true]))
  }

  @Test func mistakesAreFoundWhereTheyAre() throws {
    let unknown = try #require(
      problem("page", map((plain("title"), plain("T")), (plain("dpeth", 7), plain("1")))))
    #expect(
      unknown.0 == "config value 'test.page' cannot have the key 'dpeth'; "
        + "allowed: depth, flags, title; did you mean 'depth'?")
    #expect(unknown.1 == 7)
    let inner = try #require(
      problem("page", map((plain("title"), plain("T")), (plain("depth"), plain("x", 9)))))
    #expect(inner == ("config value 'test.page' cannot be 'x'; allowed: a whole number", 9))
    #expect(
      problem("page", map((plain("depth"), plain("1"))))?.0.contains("a map with the key 'title'")
        == true)
    let item = try #require(
      problem("names", ConfigValue(.list([plain("alpha"), plain("bata", 4)]))))
    #expect(
      item == (
        "config value 'test.names' cannot contain 'bata'; allowed: alpha, beta; did you mean 'beta'?",
        4
      ))
    #expect(
      problem("depth", plain("9"))?.0.hasSuffix("allowed: a whole number from 0 to 7") == true)
    #expect(
      problem("names", plain("alpha"))?.0.contains("cannot be 'alpha'; allowed: a list") == true)
  }

  @Test func mapsCanBeAddedTo() throws {
    var configuration = Configuration()
    let value = map((plain("b"), plain("2")))
    try configuration.set("test.map", to: value, in: registry, merging: true)
    #expect(configuration[Self.map] == ["a": 1, "b": 2])
    try configuration.set("test.map", to: value, in: registry)
    #expect(configuration[Self.map] == ["b": 2])
  }

  @Test func anythingSurvivesBeingStored() throws {
    let value = map(
      (plain("a"), ConfigValue(.list([plain("1"), ConfigValue(text: "2")]))),
      (plain("b"), plain("")))
    var configuration = Configuration()
    try configuration.set("test.any", to: value, in: registry)
    #expect(configuration[Self.any] == value)
    let data = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(ConfigValue.self, from: data) == value)
  }
}
