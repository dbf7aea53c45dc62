public import DocTree

/// Something that other projects can point to, as an inventory lists it. (Sphinx: Domain.get_objects.)
public struct InventoryEntry: Hashable, Sendable {
  /// What references use.
  public var name: String
  /// `std:label`.
  public var type: String
  /// How much it matters to a search; -1 for what is not searched for.
  public var priority: Int
  public var page: String
  /// Empty for the page.
  public var id: String
  /// What references show.
  public var title: String

  /// All that a project has, sorted by domain and name.
  public static func all(in project: ProjectData, _ facts: FactTable) -> [InventoryEntry] {
    var entries: [InventoryEntry] = []
    for page in project.pages {
      let title = facts[DocumentFact.self, page.name]?.title ?? Document.noTitle
      entries.append(
        InventoryEntry(
          name: page.name, type: "std:doc", priority: -1, page: page.name, id: "", title: title))
      for term in page.values[PageTargets.self]?.terms ?? [] {
        entries.append(
          InventoryEntry(
            name: term.name, type: "std:term", priority: -1, page: page.name, id: term.id,
            title: term.name))
      }
    }
    for (name, label) in facts.all(LabelFact.self) {
      entries.append(
        InventoryEntry(
          name: name, type: "std:label", priority: -1, page: label.page, id: label.id,
          title: label.title ?? name))
    }
    for (key, first) in facts.all(ObjectFact.self) {
      guard let colon = key.firstIndex(of: ":") else { continue }
      let domain = key[..<colon]
      for object in first.all {
        let type = domain == "std" && object.isOption ? "cmdoption" : object.type
        entries.append(
          InventoryEntry(
            name: String(key[key.index(after: colon)...]), type: "\(domain):\(type)",
            priority: type == "module" ? 0 : 1, page: object.page, id: object.id,
            title: object.name))
      }
    }
    // Places are sorted, as entries are large and there may be very many.
    let domains = entries.map(\.domain)
    return entries.indices.sorted { first, second in
      if domains[first] != domains[second] { return domains[first] < domains[second] }
      if entries[first].name != entries[second].name {
        return entries[first].name < entries[second].name
      }
      let (left, right) = (entries[first], entries[second])
      return (left.type, left.page, left.id) < (right.type, right.page, right.id)
    }.map { entries[$0] }
  }

  private var domain: String { String(Substring(type.utf8.prefix { $0 != 0x3A })) }
}
