import DocTree
import DocTreeExtensions

/// Inventories: `objects.inv` of the project for others, and links to what is in those of other
/// projects. (Sphinx: ext.intersphinx.)
struct Inventories: Extension {
  let name = "inventories"

  /// By names that references can use: the address of a project and the file with its inventory.
  static let mapping = ConfigKey<[String: InventorySource]>(
    "intersphinx_mapping", default: [:], affects: .read)
  /// Sorts of references that are not looked up in them, unless they name one.
  /// (Sphinx: intersphinx_disabled_reftypes.)
  static let disabledTypes = ConfigKey(
    "intersphinx_disabled_reftypes", default: ["std:doc"], affects: .resolve)

  func register(in registry: inout Registry) {
    registry.add(config: Self.mapping)
    registry.add(config: Self.disabledTypes)
    registry.add(pageData: InventoryPatterns.self)
    registry.add(globalStep: InventoryStep())
    registry.add(transform: InventoryLinks())
    registry.add(referenceSource: InventoryReferences())
    registry.add(rolesBeginningWith: "external+", ExternalRole())
    registry.add(rolesBeginningWith: "external:", ExternalRole())
    registry.add(outputStep: InventoryFile())
  }
}

/// Where a project is, and where its inventory is: `[https://docs.python.org/3, python.inv]`.
struct InventorySource: Codable, Equatable, Sendable {
  var address: String
  /// From the folder of the sources; nil for none.
  var file: String?

  init(from decoder: any Decoder) throws {
    var items = try decoder.unkeyedContainer()
    address = try items.decode(String.self)
    file = items.isAtEnd ? nil : try items.decodeIfPresent(String.self)
  }

  func encode(to encoder: any Encoder) throws {
    var items = encoder.unkeyedContainer()
    try items.encode(address)
    try items.encode(file ?? "")
  }

  /// The address of something in the project.
  func address(of uri: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + uri : "\(address)/\(uri)"
  }
}

/// Writes the inventory of the project.
struct InventoryFile: OutputStep {
  func files(_ project: BuiltProject, for builder: any Builder) throws -> [OutputFile] {
    guard builder.format == "html", !builder.combinesPages else { return [] }
    let configuration = project.data.configuration
    let items = InventoryEntry.all(in: project.data, project.facts).lazy.map { entry in
      Inventory.Item(
        name: entry.name, type: entry.type, priority: entry.priority,
        uri: Self.address(of: entry, for: builder), title: entry.title)
    }
    let bytes = Inventory.bytes(
      project: configuration[ProjectSettings.project],
      version: configuration[ProjectSettings.version], items)
    return [OutputFile(path: "objects.inv", content: .bytes(bytes))]
  }

  /// From the output folder.
  private static func address(of entry: InventoryEntry, for builder: any Builder) -> String {
    let id = entry.id.isEmpty ? nil : entry.id
    guard entry.page == "index" else {
      return builder.link(from: "index", to: entry.page, id: id)
    }
    return (builder.path(ofPage: "index") ?? "") + (id.map { "#" + $0 } ?? "")
  }
}
