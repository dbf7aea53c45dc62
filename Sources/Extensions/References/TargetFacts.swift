import DocTree

/// A page, by its name.
struct DocumentFact: Fact {
  static let key = "document"
  /// Nil if it has none.
  var title: String?

  func store(to writer: inout StoreWriter) { writer.write(title) }
  init(stored reader: inout StoreReader) throws { title = try reader.readOptionalString() }
  init(title: String?) { self.title = title }
}

/// Where something is that references name.
protocol PlaceFact: Fact {
  var page: String { get }
  var id: String { get }
  /// The title, the caption or the number; nil if it has none.
  var title: String? { get }
  init(page: String, id: String, title: String?)
}

extension PlaceFact {
  func store(to writer: inout StoreWriter) {
    writer.write(page)
    writer.write(id)
    writer.write(title)
  }
  init(stored reader: inout StoreReader) throws {
    self.init(
      page: try reader.readString(), id: try reader.readString(),
      title: try reader.readOptionalString())
  }
}

/// A label that an author gave to something, by its name.
struct LabelFact: PlaceFact {
  static let key = "label"
  var page: String
  var id: String
  var title: String?
}

/// The anchor of a heading, or else any element with an id, by `page#name`.
struct AnchorFact: PlaceFact {
  static let key = "anchor"
  var page: String
  var id: String
  var title: String?
}

/// An entry of a glossary, by its text.
struct TermFact: PlaceFact {
  static let key = "term"
  var page: String
  var id: String
  var title: String?
}

/// A numbered formula, by its label; the title is the number.
struct EquationFact: PlaceFact {
  static let key = "equation"
  var page: String
  var id: String
  var title: String?
}

/// Something described, by `domain:name`.
struct ObjectFact: Fact {
  static let key = "object"

  var isOption: Bool { type.hasSuffix("option") }

  var page: String
  var id: String
  var type: String
  var name: String
  /// Shown where the pointer rests; nil for the name.
  var title: String?
  /// Those that have the same name and other types.
  var others: [ObjectFact] = []

  /// The one and the others.
  var all: [ObjectFact] { [self] + others }

  /// Puts another one in the place of that of its type, or of the one that there is.
  mutating func replaceOne(by other: ObjectFact) {
    if let index = others.firstIndex(where: { $0.type == other.type }) {
      others[index] = other
    } else {
      let others = others
      self = other
      self.others = others
    }
  }

  func store(to writer: inout StoreWriter) {
    for text in [page, id, type, name] { writer.write(text) }
    writer.write(title)
    writer.write(others) { writer, object in object.store(to: &writer) }
  }
  init(stored reader: inout StoreReader) throws {
    page = try reader.readString()
    id = try reader.readString()
    type = try reader.readString()
    name = try reader.readString()
    title = try reader.readOptionalString()
    others = try reader.readItems { try ObjectFact(stored: &$0) }
  }
  init(_ object: PageTargets.Object, on page: String) {
    self.page = page
    id = object.id
    type = object.type
    name = object.name
    title = object.title
  }
}
