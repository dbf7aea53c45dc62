/// Which element has which name and id, and how new ids are made.
///
/// A ``Document`` has one; what changes it are the document's own methods, such as
/// ``Document/noteImplicitTarget(_:messagesIn:)``. Every operation takes constant time on average.
/// (docutils: the attributes `ids`, `nameids` and `nametypes` of nodes.document.)
public struct NameTable {
  /// What a name stands for.
  public struct Entry: Hashable, Sendable {
    /// The id of the target; nil if several targets claimed the name and none has it.
    public internal(set) var id: String?
    /// Whether an author gave the name to something, as opposed to a heading that has it by its text.
    public internal(set) var isExplicit: Bool
  }

  /// What all ids begin with. (docutils: the setting `id_prefix`.)
  public var idPrefix = ""
  /// What ids begin with that no name could be found for; a `%` at its end stands for the name of
  /// the kind and a hyphen. (docutils: the setting `auto_id_prefix`.)
  public var autoIDPrefix = "%"

  public init() {}

  /// What `name`, which is normalized, stands for; nil if nobody claimed it.
  public func entry(named name: String) -> Entry? { entries[name] }

  /// How many names somebody claimed.
  public var entryCount: Int { entries.count }

  /// All names that somebody claimed, sorted.
  public var names: [String] { entries.keys.sorted() }

  /// The ids of what authors have named.
  package var explicitIDs: Set<String> {
    Set(entries.values.lazy.filter(\.isExplicit).compactMap(\.id))
  }

  /// Whether an element has, or had, this id.
  public func contains(id: String) -> Bool { owners[id] != nil }

  private(set) var entries: [String: Entry] = [:]

  /// The document itself is not stored, as the two would keep each other alive.
  private enum Owner {
    case document
    case element(Element)
  }

  private var owners: [String: Owner] = [:]
  private var counters: [String: Int] = [:]

  /// How many names there is room for once there is one: the tables would grow in several steps.
  private static let usualCount = 12

  mutating func set(_ name: String, to entry: Entry) { entries[name] = entry }

  /// Enters the name unless somebody has claimed it.
  ///
  /// - Returns: what it stands for already.
  mutating func claim(_ name: String, _ entry: Entry) -> Entry? {
    if entries.isEmpty { entries = Dictionary(minimumCapacity: Self.usualCount) }
    // One look-up for the usual case.
    func enter(_ slot: inout Entry?) -> Entry? {
      if let known = slot { return known }
      slot = entry
      return nil
    }
    return enter(&entries[name])
  }

  /// Makes `element` the owner of an id, whoever had it.
  package mutating func register(_ id: String, for element: Element) {
    if owners.isEmpty { owners = Dictionary(minimumCapacity: Self.usualCount) }
    owners[id] = element is Document ? .document : .element(element)
  }

  func owner(of id: String, in document: Document) -> Element? {
    switch owners[id] {
    case .document: document
    case .element(let element): element
    case nil: nil
    }
  }

  /// The number to try next behind a prefix, from 1.
  mutating func nextNumber(for prefix: String) -> Int {
    counters[prefix, default: 0] += 1
    return counters[prefix, default: 0]
  }

  /// The same names and counters, without the owners of ids.
  var withoutElements: NameTable {
    var result = self
    result.owners = [:]
    return result
  }
}
