import DocTree
import Synchronization

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
