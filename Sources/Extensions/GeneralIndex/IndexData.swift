import DocTree

/// What a page enters into the index of its project.
struct IndexData: PageData {
  static let key = "index"

  struct Item: Codable, Equatable, Sendable {
    var type: String
    var value: String
    var id: String
    var isMain: Bool
    /// The letter that it is under, where it is not its first one.
    var key: String?
    /// Where it is, for messages.
    var position: PagePosition
  }

  var items: [Item] = []
  /// Whether something on the page refers to the index.
  var refersToIndex = false

  static func collect(from document: Document, in context: CollectContext) throws -> IndexData? {
    var data = IndexData()
    for element in document.findAll([DocTree.Index.self, PendingXref.self, Toctree.self]) {
      data.note(element, in: document)
    }
    return data.items.isEmpty && !data.refersToIndex ? nil : data
  }

  private mutating func note(_ element: Element, in document: Document) {
    switch element {
    case let index as DocTree.Index:
      let position = PagePosition(of: index, in: document)
      items += index.entries.items.map {
        Item(
          type: $0.type, value: $0.value, id: $0.targetID, isMain: !$0.main.isEmpty, key: $0.key,
          position: position)
      }
    case let reference as PendingXref:
      if Self.isIndex(reference.reftarget) { refersToIndex = true }
    case let toctree as Toctree:
      if toctree.entries.items.contains(where: { $0.target == IndexPage.pageName }) {
        refersToIndex = true
      }
    default: break
    }
  }

  private static func isIndex(_ target: String?) -> Bool {
    target == IndexPage.pageName || target == "/" + IndexPage.pageName
  }
}

extension IndexData {
  func store(to writer: inout StoreWriter) {
    writer.write(refersToIndex)
    writer.write(items) { writer, item in
      writer.write(item.type)
      writer.write(item.value)
      writer.write(item.id)
      writer.write(item.isMain)
      writer.write(item.key)
      item.position.store(to: &writer)
    }
  }

  init(stored reader: inout StoreReader) throws {
    refersToIndex = try reader.readBool()
    items = try reader.readItems { reader in
      Item(
        type: try reader.readString(), value: try reader.readString(),
        id: try reader.readString(), isMain: try reader.readBool(),
        key: try reader.readOptionalString(), position: try PagePosition(stored: &reader))
    }
  }
}
