public import DocTree

/// The index of the modules of a project: a page `py-modindex` with what `py:module` describes, if there
/// is any, which the labels `modindex` and `py-modindex` lead to. (Sphinx: PythonModuleIndex.)
public struct ModuleIndex: Extension {
  public let name = "modindex"

  /// Beginnings of names that say nothing about the letter that a module is under.
  /// (Sphinx: modindex_common_prefix.)
  public static let commonPrefixes = ConfigKey(
    "modindex_common_prefix", default: [String](), affects: .resolve)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.commonPrefixes)
    registry.add(pageData: ModuleData.self)
    registry.add(globalStep: ModuleIndexStep())
    registry.add(page: ModuleIndexPage())
  }
}

/// The modules that a page describes.
struct ModuleData: PageData {
  static let key = "modules"

  struct Item: Codable, Equatable, Sendable {
    var entry: ModuleEntry
    var id: String
  }

  var items: [Item] = []

  static func collect(from document: Document, in context: CollectContext) -> ModuleData? {
    let items = document.findAllDescribing([Target.self]).compactMap { element -> Item? in
      guard let target = element as? Target, let entry = target.module, entry.domain == "py",
        let id = target.moduleID
      else {
        return nil
      }
      return Item(entry: entry, id: id)
    }
    return items.isEmpty ? nil : ModuleData(items: items)
  }

  func store(to writer: inout StoreWriter) {
    writer.write(items) { writer, item in
      item.entry.store(to: &writer)
      writer.write(item.id)
    }
  }

  init(items: [Item]) { self.items = items }

  init(stored reader: inout StoreReader) throws {
    items = try reader.readItems {
      Item(entry: try ModuleEntry(stored: &$0), id: try $0.readString())
    }
  }
}

extension ModuleEntry {
  func store(to writer: inout StoreWriter) {
    for text in [domain, name, synopsis, platform] { writer.write(text) }
    writer.write(isDeprecated)
  }

  init(stored reader: inout StoreReader) throws {
    self.init(domain: try reader.readString(), name: try reader.readString())
    synopsis = try reader.readString()
    platform = try reader.readString()
    isDeprecated = try reader.readBool()
  }
}

/// The modules of the project by their letters.
struct ModuleIndexFact: Fact {
  static let key = "modindex"

  struct Line: Codable, Equatable, Sendable {
    /// The name alone for a package that nobody describes.
    var entry: ModuleEntry
    /// Nil for such a one.
    var page: String?
    var id = ""
    /// Whether it is below the one before that is not.
    var isPart: Bool
  }

  struct Group: Codable, Equatable, Sendable {
    var letter: String
    var lines: [Line]
  }

  var groups: [Group] = []

  init() {}

  func store(to writer: inout StoreWriter) {
    writer.write(groups) { writer, group in
      writer.write(group.letter)
      writer.write(group.lines) { writer, line in
        line.entry.store(to: &writer)
        writer.write(line.page)
        writer.write(line.id)
        writer.write(line.isPart)
      }
    }
  }

  init(stored reader: inout StoreReader) throws {
    groups = try reader.readItems { reader in
      let letter = try reader.readString()
      let lines = try reader.readItems { reader in
        Line(
          entry: try ModuleEntry(stored: &reader), page: try reader.readOptionalString(),
          id: try reader.readString(), isPart: try reader.readBool())
      }
      return Group(letter: letter, lines: lines)
    }
  }
}
