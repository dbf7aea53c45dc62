import DocTree
import Synchronization

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

/// Makes facts of what can be pointed to, and says what stands in more than one place.
struct TargetStep: GlobalStep {
  let priority = 100

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    var documents: [String: DocumentFact] = [:]
    var labels = Places<LabelFact>("label", category: "ref.duplicate")
    var terms = Places<TermFact>("term", category: "ref.duplicate")
    var equations = Places<EquationFact>("label of equation", category: "ref.duplicate")
    var objects: [String: ObjectFact] = [:]
    documents.reserveCapacity(project.pages.count)
    for page in project.pages {
      guard let targets = page.values[PageTargets.self] else {
        documents[page.name] = DocumentFact(title: nil)
        continue
      }
      documents[page.name] = DocumentFact(title: targets.title)
      for place in targets.labels { labels.add(place, page, &facts) }
      for place in targets.terms { terms.add(place, page, &facts) }
      for place in targets.equations { equations.add(place, page, &facts) }
      for object in targets.objects where !object.isAlias {
        let name = "\(object.domain):\(object.name)"
        let fact = ObjectFact(object, on: page.name)
        if let known = objects[name] {
          // Functions of C++ may have one name if they take different things. Options of one name are
          // the first one's, and nobody minds. (Sphinx: StandardDomain.add_program_option.)
          if object.domain == "cpp", object.id != known.id { continue }
          let isTyped = ObjectNames.tellsTypesApart(object.domain)
          guard let last = isTyped ? known.all.first(where: { $0.type == object.type }) : known
          else {
            objects[name]?.others.append(fact)
            continue
          }
          if object.domain == "std", object.isOption { continue }
          facts.diagnostics.append(
            .duplicate(
              "object description of \(object.name)", first: last.page, at: object.position,
              on: page))
          if ObjectNames.lastCounts(object.domain, isSamePage: last.page == page.name) {
            objects[name]?.replaceOne(by: fact)
          }
          continue
        }
        objects[name] = fact
      }
    }
    for page in project.pages {
      for object in page.values[PageTargets.self]?.objects ?? [] where object.isAlias {
        let name = "\(object.domain):\(object.name)"
        if objects[name] == nil { objects[name] = ObjectFact(object, on: page.name) }
      }
    }
    facts.add(DocumentFact.self, documents)
    facts.add(LabelFact.self, labels.facts)
    let anchors = Anchors(project)
    facts.add(AnchorFact.self, all: { anchors.all }, find: { anchors.find($0) })
    var lower = terms.facts
    for (name, fact) in terms.facts.sorted(by: { $0.key < $1.key }) {
      // A term is found whatever its case, if it is not another one's exact name.
      let name = name.lowercased()
      if lower[name] == nil { lower[name] = fact }
    }
    facts.add(TermFact.self, lower)
    facts.add(EquationFact.self, equations.facts)
    facts.add(ObjectFact.self, objects)
    let ends = ObjectEnds(project)
    facts.add(ObjectEndFact.self, all: { ends.all }, find: { ends.find($0) })
  }
}

/// What a page has at an anchor or an id. There are many, and few are asked for.
private final class Anchors: Sendable {
  private let project: ProjectData
  /// The places of pages that have many, by page and name.
  private let tables = Mutex<[String: [String: PageTargets.Place]]>([:])

  init(_ project: ProjectData) { self.project = project }

  var all: [String: AnchorFact] {
    var result: [String: AnchorFact] = [:]
    for page in project.pages {
      guard let targets = page.values[PageTargets.self] else { continue }
      for place in Self.places(targets) {
        result["\(page.name)#\(place.name)"] = Self.fact(place, page.name)
      }
    }
    return result
  }

  /// What comes later has the name: anchors before ids, the last anchor and the first id.
  private static func places(_ targets: PageTargets) -> [PageTargets.Place] {
    targets.ids.reversed() + targets.anchors
  }

  /// - Parameter name: `page#name`; both may have other number signs in them.
  func find(_ name: String) -> AnchorFact? {
    var name = name
    let signs = name.withUTF8 { bytes in
      bytes.indices.filter { bytes[$0] == UInt8(ascii: "#") }
    }
    for sign in signs {
      let index = name.utf8.index(name.startIndex, offsetBy: sign)
      let page = String(name[..<index])
      guard let targets = project.data(PageTargets.self, of: page) else { continue }
      if let place = place(String(name[name.utf8.index(after: index)...]), targets, page) {
        return Self.fact(place, page)
      }
    }
    return nil
  }

  private func place(_ name: String, _ targets: PageTargets, _ page: String) -> PageTargets.Place? {
    guard targets.ids.count + targets.anchors.count > 32 else {
      return targets.anchors.last { $0.name == name } ?? targets.ids.first { $0.name == name }
    }
    // Looked through for each of its references, a page with as many would take the square of them.
    return tables.withLock { tables in
      if tables[page] == nil {
        tables[page] = Dictionary(
          Self.places(targets).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
      }
      return tables[page]?[name]
    }
  }

  private static func fact(_ place: PageTargets.Place, _ page: String) -> AnchorFact {
    AnchorFact(page: page, id: place.id, title: place.title)
  }
}

/// Places by name; the last one has it, as with Sphinx.
private struct Places<F: PlaceFact> {
  private let what: String
  private let category: String
  private(set) var facts: [String: F] = [:]

  init(_ what: String, category: String) {
    self.what = what
    self.category = category
  }

  mutating func add(_ place: PageTargets.Place, _ page: ProjectData.Page, _ table: inout FactTable)
  {
    let fact = F(page: page.name, id: place.id, title: place.title)
    // A label and the heading behind it may say the same of one place.
    if let first = facts.updateValue(fact, forKey: place.name), first != fact,
      first.page != fact.page || first.id != fact.id
    {
      table.diagnostics.append(
        .duplicate(
          "\(what) \(place.name)", first: first.page, at: place.position, on: page,
          category: category))
    }
  }
}
