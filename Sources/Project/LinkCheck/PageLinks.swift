import DocTree
import DocTreeMarkdown

/// The links of a page that only asking can check, and what links can lead to on it.
struct PageLinks: Storable, Equatable {
  struct Link: Codable, Equatable {
    enum Kind: Int, Codable {
      /// To another page or file.
      case link
      /// To a file of the sources, which the page shows or offers.
      case file
    }

    var kind: Kind
    var address: String
    /// As messages have it.
    var file: String
    var line: Int
    var column: Int
  }

  private(set) var links: [Link] = []
  private(set) var ids: [String] = []

  init(of document: Document) {
    for element in document.findAll(Element.self, where: { $0.hasRareAttributes }) {
      ids += element.ids
    }
    for element in document.findAll([Reference.self, Image.self, Raw.self]) {
      if let raw = element as? Raw {
        add(raw)
      } else if let image = element as? Image {
        add(.file, image.uri, image.nearestPosition)
      } else if let download = element as? DownloadReference {
        add(.file, download.reftarget, download.nearestPosition)
      } else if let reference = element as? Reference {
        add(.link, reference.refuri, reference.nearestPosition)
      }
    }
  }

  private mutating func add(_ kind: Link.Kind, _ address: String?, _ position: SourcePosition) {
    guard let address, !address.isEmpty, !address.hasPrefix("data:"),
      !address.hasPrefix(LinkCheckBuilder.internalScheme)
    else { return }
    links.append(
      Link(
        kind: kind, address: address, file: position.file.name, line: position.line,
        column: position.column))
  }

  /// The links of HTML that is passed on as it is.
  private mutating func add(_ raw: Raw) {
    guard raw.syntax == nil, raw.format?.split(separator: " ").contains("html") == true else {
      return
    }
    var position = raw.nearestPosition
    var tokenizer = HTMLTokenizer(page: Array(raw.text.utf8))
    var offset = 0
    while let tag = tokenizer.nextTag() {
      for byte in tokenizer.bytes(in: offset..<tokenizer.start) {
        if byte == UInt8(ascii: "\n") {
          position.line += 1
          // What stands before the lines of a block is not known here.
          position.column = 0
        } else if position.column > 0 {
          position.column += 1
        }
      }
      offset = tokenizer.start
      add(tag, position)
    }
  }

  private mutating func add(_ tag: HTMLTag, _ position: SourcePosition) {
    let element = tag.name.lowercased()
    for attribute in tag.attributes {
      guard let value = attribute.value else { continue }
      switch (attribute.name.lowercased(), element) {
      case ("id", _), ("name", "a"): ids.append(value)
      case ("href", "a"), ("href", "area"), ("src", "img"), ("src", "video"), ("src", "audio"),
        ("src", "source"), ("src", "iframe"):
        add(.link, value, position)
      default: break
      }
    }
  }
}

extension PageLinks {
  func store(to writer: inout StoreWriter) {
    writer.write(links) { writer, link in
      writer.write(link.kind.rawValue)
      writer.write(link.address)
      writer.write(link.file)
      writer.write(link.line)
      writer.write(link.column)
    }
    writer.write(ids) { $0.write($1) }
  }

  init(stored reader: inout StoreReader) throws {
    links = try reader.readItems { reader in
      guard let kind = Link.Kind(rawValue: try reader.readInt()) else { throw StoreError() }
      return Link(
        kind: kind, address: try reader.readString(), file: try reader.readString(),
        line: try reader.readInt(), column: try reader.readInt())
    }
    ids = try reader.readItems { try $0.readString() }
  }
}
