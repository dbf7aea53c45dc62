public import DocTree

/// The outline of a page with the documents that its tables of contents list, by the page's name.
struct ContentsFact: Fact {
  static let key = "contents"
  var outline: PageOutline

  func store(to writer: inout StoreWriter) { outline.store(to: &writer) }
  init(stored reader: inout StoreReader) throws { outline = try PageOutline(stored: &reader) }
  init(outline: PageOutline) { self.outline = outline }
}

/// Where a page is in the order of its project, by its name. Themes make `previous`, `next` and `up` of
/// it. (Sphinx: BuildEnvironment.collect_relations.)
public struct NavigationFact: Fact {
  public static let key = "navigation"

  /// A page and its title as plain text.
  public struct Link: Codable, Equatable, Sendable {
    public var page: String
    public var title: String
  }

  /// The pages that it is below, the root first; of more than a hundred the nearest.
  public var parents: [Link] = []
  public var previous: Link?
  public var next: Link?

  public init() {}

  public func store(to writer: inout StoreWriter) {
    func write(_ link: Link?) {
      writer.write(link?.page)
      if let link { writer.write(link.title) }
    }
    writer.write(unsigned: UInt64(parents.count))
    for parent in parents { write(parent) }
    write(previous)
    write(next)
  }

  public init(stored reader: inout StoreReader) throws {
    func link(_ reader: inout StoreReader) throws -> Link? {
      guard let page = try reader.readOptionalString() else { return nil }
      return Link(page: page, title: try reader.readString())
    }
    parents = try reader.readItems {
      guard let parent = try link(&$0) else { throw StoreError() }
      return parent
    }
    previous = try link(&reader)
    next = try link(&reader)
  }
}

/// The numbers of sections and of what has a caption on a page, by the page's name.
struct PageNumbersFact: Fact {
  static let key = "numbers"

  struct Item: Codable, Equatable, Sendable {
    /// `section`, `figure`, `table`, `code-block`, or what something enumerable is counted with.
    var kind: String
    var id: String
    var number: [Int]
  }

  var items: [Item] = []

  func store(to writer: inout StoreWriter) {
    writer.write(items) { writer, item in
      writer.write(item.kind)
      writer.write(item.id)
      writer.write(item.number) { $0.write($1) }
    }
  }
  init(stored reader: inout StoreReader) throws {
    items = try reader.readItems { reader in
      Item(
        kind: try reader.readString(), id: try reader.readString(),
        number: try reader.readItems { try $0.readInt() })
    }
  }
  init(items: [Item]) { self.items = items }
}

/// The number of something, by `page#id`.
struct NumberFact: Fact {
  static let key = "number"
  /// `section`, `figure`, `table`, `code-block`, or what something enumerable is counted with.
  var kind: String
  var number: [Int]
  /// Without the number.
  var title: String
  /// What the title of something enumerable begins with, before the number: `Theorem`.
  var caption: String?

  /// The title of something enumerable with its number.
  var numberedTitle: String? {
    caption.map { "\($0) \(number.dotted)" + title.dropFirst($0.count) }
  }

  func store(to writer: inout StoreWriter) {
    writer.write(kind)
    writer.write(title)
    writer.write(number) { $0.write($1) }
    writer.write(caption)
  }
  init(stored reader: inout StoreReader) throws {
    kind = try reader.readString()
    title = try reader.readString()
    number = try reader.readItems { try $0.readInt() }
    caption = try reader.readOptionalString()
  }
  init(kind: String, number: [Int], title: String, caption: String? = nil) {
    self.kind = kind
    self.number = number
    self.title = title
    self.caption = caption
  }
}
