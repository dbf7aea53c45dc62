import DocTree

/// What another project has, by `inventory⇥domain:type⇥name`, and without an inventory's name for
/// whichever has it.
struct InventoryFact: Fact {
  static let key = "inventory"

  var inventory: String
  var type: String
  var name: String
  /// The whole address.
  var address: String
  /// What references show; nil for the name.
  var title: String?
  var project: String
  var version: String

  static func name(_ inventory: String, _ type: String, _ name: String) -> String {
    "\(inventory)\t\(type)\t\(name)"
  }

  func store(to writer: inout StoreWriter) {
    for text in [inventory, type, name, address, project, version] { writer.write(text) }
    writer.write(title)
  }
  init(stored reader: inout StoreReader) throws {
    inventory = try reader.readString()
    type = try reader.readString()
    name = try reader.readString()
    address = try reader.readString()
    project = try reader.readString()
    version = try reader.readString()
    title = try reader.readOptionalString()
  }
  init(
    _ item: Inventory.Item, in inventory: Inventory, named name: String, _ source: InventorySource
  ) {
    self.inventory = name
    type = item.type
    self.name = item.name
    address = source.address(of: item.uri)
    title = item.title == item.name ? nil : item.title
    project = inventory.project
    version = inventory.version
  }
}

/// What is like the pattern of a link, by the pattern.
struct InventoryMatchesFact: Fact {
  static let key = "inventory matches"
  /// The first ones, one more than are shown.
  static let limit = 4

  var items: [InventoryFact]

  func store(to writer: inout StoreWriter) { writer.write(items) { $1.store(to: &$0) } }
  init(stored reader: inout StoreReader) throws {
    items = try reader.readItems { try InventoryFact(stored: &$0) }
  }
  init(items: [InventoryFact]) { self.items = items }
}

/// The patterns of the links to inventories on a page.
struct InventoryPatterns: PageData {
  static let key = "inventory patterns"

  var patterns: [String]

  static func collect(
    from document: Document, in context: CollectContext
  ) throws -> InventoryPatterns? {
    guard !context.configuration[Inventories.mapping].isEmpty else { return nil }
    var patterns: Set<String> = []
    for xref in document.findAll(PendingXref.self) {
      if let pattern = InventoryPattern(of: xref) { patterns.insert(pattern.text) }
    }
    return patterns.isEmpty ? nil : InventoryPatterns(patterns: patterns.sorted())
  }
}

/// What a link to inventories looks for: `inventory:domain:type#name`, where `*` stands for anything.
struct InventoryPattern {
  /// The four parts, `*` where nothing is said.
  let parts: [String]

  /// - Returns: nil for a reference that names nothing in inventories.
  init?(of xref: PendingXref) {
    guard let target = xref.reftarget else { return nil }
    switch xref.reftype {
    case "inv":
      let halves = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      var parts = halves[0].split(separator: ":", omittingEmptySubsequences: false).prefix(3)
        .map { $0.isEmpty ? "*" : String($0) }
      while parts.count < 3 { parts.append("*") }
      self.parts = parts + [halves.count > 1 ? String(halves[1]) : ""]
    case "myst" where xref.refdomain != "doc": parts = ["*", "*", "*", target]
    default: return nil
    }
  }

  init(_ text: String) {
    parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { parts.joined(separator: "\t") }
  /// As messages have it.
  var description: String { parts.joined(separator: ":") }

  func matches(_ inventory: String, _ type: String, _ name: String) -> Bool {
    let halves = type.split(separator: ":", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { return false }
    return zip(parts, [inventory, halves[0], halves[1], name]).allSatisfy {
      Self.matches(Array($1.utf8), Array($0.utf8))
    }
  }

  /// Whether there is a `*` in the name that stands for anything.
  var hasNamePattern: Bool { parts[3].utf8.contains(UInt8(ascii: "*")) }

  /// `*` is anything, `\*` a star. Each star takes as little as it can, and more if what follows fails.
  private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (place, index) = (0, 0)
    var retry: (place: Int, index: Int)?
    while index < text.count || place < pattern.count {
      if place < pattern.count {
        if pattern[place] == UInt8(ascii: "*") {
          retry = (place, index + 1)
          place += 1
          continue
        }
        let isEscaped =
          pattern[place] == UInt8(ascii: "\\") && place + 1 < pattern.count
          && pattern[place + 1] == UInt8(ascii: "*")
        if index < text.count, text[index] == pattern[isEscaped ? place + 1 : place] {
          place += isEscaped ? 2 : 1
          index += 1
          continue
        }
      }
      guard let last = retry, last.index <= text.count else { return false }
      (place, index) = (last.place, last.index)
      retry = nil
      if index > text.count { return false }
    }
    return true
  }
}
