package import DocTree

/// The messages of a page, for catalogs.
package struct MessageData: PageData {
  package static let key = "messages"
  package static let builders: [String]? = ["gettext"]

  package struct Item: Codable, Equatable, Sendable {
    package var id: String
    /// The file that it stands in, if that is not the page's own.
    package var file: String?
    package var line: Int
  }

  package var items: [Item] = []

  package static func collect(
    from document: Document, in context: CollectContext
  ) throws -> MessageData? {
    let messages = MessageSearch(context.configuration).messages(in: document)
    // Tables of contents come first, as with Sphinx.
    let isContents = { (message: Message) in message.element is Toctree }
    var data = MessageData()
    for message in messages.filter(isContents) + messages.filter({ !isContents($0) }) {
      let position = message.element.nearestPosition
      let file = position.file == document.position.file ? nil : position.file.name
      data.items.append(Item(id: message.id, file: file, line: position.line))
    }
    return data.items.isEmpty ? nil : data
  }
}

extension MessageData {
  package func store(to writer: inout StoreWriter) {
    writer.write(items) { writer, item in
      writer.write(item.id)
      writer.write(item.file)
      writer.write(item.line)
    }
  }

  package init(stored reader: inout StoreReader) throws {
    items = try reader.readItems { reader in
      Item(
        id: try reader.readString(), file: try reader.readOptionalString(),
        line: try reader.readInt())
    }
  }
}
