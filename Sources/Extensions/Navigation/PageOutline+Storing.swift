import DocTree

extension PageOutline {
  func store(to writer: inout StoreWriter) {
    title.store(to: &writer)
    writer.write(isOrphan)
    for map in [conditions, otherIDs] {
      writer.write(map.sorted { $0.key < $1.key }) {
        $0.write($1.key)
        $0.write($1.value)
      }
    }
    writer.write(items) { writer, item in
      switch item {
      case .section(let depth, let id, let title):
        writer.write(0)
        writer.write(depth)
        writer.write(id)
        title.store(to: &writer)
      case .numbered(let kind, let id, let title):
        writer.write(1)
        for text in [kind, id, title] { writer.write(text) }
      case .enumerable(let kind, let ids, let title, let caption):
        writer.write(3)
        for text in [kind, title, caption] { writer.write(text) }
        writer.write(ids) { $0.write($1) }
      case .toctree(let depth, let index):
        writer.write(2)
        writer.write(depth)
        writer.write(index)
      case .description(let depth, let id, let name):
        writer.write(4)
        writer.write(depth)
        for text in [id, name] { writer.write(text) }
      }
    }
    writer.write(contents) { $1.store(to: &$0) }
    writer.write(included) { $0.write($1) }
  }

  init(stored reader: inout StoreReader) throws {
    title = try InlineText(stored: &reader)
    isOrphan = try reader.readBool()
    func map(_ reader: inout StoreReader) throws -> [String: String] {
      let items = try reader.readItems { (try $0.readString(), try $0.readString()) }
      return Dictionary(items) { first, _ in first }
    }
    conditions = try map(&reader)
    otherIDs = try map(&reader)
    items = try reader.readItems { reader in
      switch try reader.readInt() {
      case 0:
        return .section(
          depth: try reader.readInt(), id: try reader.readString(),
          title: try InlineText(stored: &reader))
      case 1:
        return .numbered(
          kind: try reader.readString(), id: try reader.readString(),
          title: try reader.readString())
      case 2: return .toctree(depth: try reader.readInt(), index: try reader.readInt())
      case 3:
        let kind = try reader.readString()
        let title = try reader.readString()
        let caption = try reader.readString()
        return .enumerable(
          kind: kind, ids: try reader.readItems { try $0.readString() }, title: title,
          caption: caption)
      case 4:
        return .description(
          depth: try reader.readInt(), id: try reader.readString(), name: try reader.readString())
      default: throw StoreError()
      }
    }
    contents = try reader.readItems { try Contents(stored: &$0) }
    included = try reader.readItems { try $0.readString() }
  }
}
