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
    var line: Int
  }

  var items: [Item] = []
  /// Whether something on the page refers to the index.
  var refersToIndex = false

  static func collect(from document: Document, in context: CollectContext) throws -> IndexData? {
    var visitor = IndexVisitor()
    try document.walk(&visitor)
    let data = visitor.data
    return data.items.isEmpty && !data.refersToIndex ? nil : data
  }
}

private struct IndexVisitor: NodeVisitor {
  var data = IndexData()
  private let indexKind = DocTree.Index.kind.index
  private let referenceKind = PendingXref.kind.index
  private let toctreeKind = Toctree.kind.index

  init() {}

  mutating func visit(_ node: Node) -> VisitAction {
    switch Int(node.kindIndex) {
    case indexKind:
      guard let index = node as? DocTree.Index else { break }
      let line = index.nearestPosition.line
      data.items += index.entries.items.map {
        IndexData.Item(
          type: $0.type, value: $0.value, id: $0.targetID, isMain: !$0.main.isEmpty, key: $0.key,
          line: line)
      }
    case referenceKind:
      if let reference = node as? PendingXref, Self.isIndex(reference.reftarget) {
        data.refersToIndex = true
      }
    case toctreeKind:
      if let toctree = node as? Toctree,
        toctree.entries.items.contains(where: { $0.target == IndexPage.pageName })
      {
        data.refersToIndex = true
      }
    default: break
    }
    return .continue
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
      writer.write(item.line)
    }
  }

  init(stored reader: inout StoreReader) throws {
    refersToIndex = try reader.readBool()
    items = try reader.readItems { reader in
      Item(
        type: try reader.readString(), value: try reader.readString(),
        id: try reader.readString(), isMain: try reader.readBool(),
        key: try reader.readOptionalString(), line: try reader.readInt())
    }
  }
}
