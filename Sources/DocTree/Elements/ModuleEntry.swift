/// What an index says of a module that a document describes. (Sphinx: ModuleEntry.)
public struct ModuleEntry: Codable, Hashable, Sendable {
  /// Of the language: `py`.
  public var domain: String
  /// With those of its packages: `os.path`.
  public var name: String
  /// What it is for, in a line; empty for nothing.
  public var synopsis = ""
  public var platform = ""
  public var isDeprecated = false

  public init(domain: String, name: String) {
    self.domain = domain
    self.name = name
  }
}

extension ModuleEntry: AttributeConvertible {
  public init?(_ value: AttributeValue) {
    guard let parts = [String](value), parts.count == 5 else { return nil }
    self.init(domain: parts[0], name: parts[1])
    synopsis = parts[2]
    platform = parts[3]
    isDeprecated = parts[4] == "deprecated"
  }

  public var attributeValue: AttributeValue {
    .list([domain, name, synopsis, platform, isDeprecated ? "deprecated" : ""])
  }
}
