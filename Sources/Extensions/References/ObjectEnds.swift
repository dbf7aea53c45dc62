import DocTree
import Synchronization

/// Python's objects whose names end with a dot and what is asked for: `f` finds `module.f`.
/// (Sphinx: PythonDomain.find_obj, its fuzzy search.)
struct ObjectEndFact: Fact {
  static let key = "object-end"
  /// How many are told apart.
  static let limit = 8

  /// In the order of the pages, no more than ``limit``.
  var objects: [ObjectFact]

  func store(to writer: inout StoreWriter) {
    writer.write(objects) { writer, object in object.store(to: &writer) }
  }
  init(stored reader: inout StoreReader) throws {
    objects = try reader.readItems { reader in try ObjectFact(stored: &reader) }
  }
  init(objects: [ObjectFact]) { self.objects = objects }
}

/// Finds objects by the ends of their names. Few projects ask for any.
final class ObjectEnds: Sendable {
  private let project: ProjectData
  private let index = Mutex<Index?>(nil)

  init(_ project: ProjectData) { self.project = project }

  func find(_ end: String) -> ObjectEndFact? {
    index.withLock { index in
      var known = index ?? Index(project)
      // Not copied while it changes.
      index = nil
      defer { index = known }
      return known.find(end)
    }
  }

  /// By the last parts of their names.
  var all: [String: ObjectEndFact] {
    var result: [String: ObjectEndFact] = [:]
    for object in Index.objects(of: project) {
      guard let dot = object.name.lastIndex(of: ".") else { continue }
      let end = String(object.name[object.name.index(after: dot)...])
      if result[end] == nil { result[end] = find(end) }
    }
    return result
  }

  private struct Index {
    private let objects: [ObjectFact]
    /// The names from their ends, sorted, and the places of their objects.
    private let names: [(bytes: [UInt8], place: Int)]
    /// What was asked for: asked anew by each reference, one end of many names would take quadratic
    /// time.
    private var found: [String: ObjectEndFact?] = [:]

    init(_ project: ProjectData) {
      objects = Self.objects(of: project)
      names = objects.enumerated().map { (Array($1.name.utf8.reversed()), $0) }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    }

    static func objects(of project: ProjectData) -> [ObjectFact] {
      var result: [ObjectFact] = []
      var places: [String: Int] = [:]
      for page in project.pages {
        for object in page.values[PageTargets.self]?.objects ?? [] where object.domain == "py" {
          let fact = ObjectFact(object, on: page.name)
          // One that is described twice is one, and the last one counts.
          if let place = places.updateValue(result.count, forKey: object.name) {
            result[place] = fact
            places[object.name] = place
          } else {
            result.append(fact)
          }
        }
      }
      return result
    }

    mutating func find(_ end: String) -> ObjectEndFact? {
      if let known = found[end] { return known }
      let wanted = Array(("." + end).utf8.reversed())
      var low = 0
      var high = names.count
      while low < high {
        let middle = (low + high) / 2
        if names[middle].bytes.lexicographicallyPrecedes(wanted) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      let places = names[low...].prefix { $0.bytes.starts(with: wanted) }.map(\.place).sorted()
      let fact: ObjectEndFact? =
        places.isEmpty
        ? nil : ObjectEndFact(objects: places.prefix(ObjectEndFact.limit).map { objects[$0] })
      found[end] = .some(fact)
      return fact
    }
  }
}
