/// Finds the names nearest to those that were looked up in vain, when all pages are known.
package struct SuggestionFinder {
  private let facts: FactTable
  /// By the keys of facts.
  private var sorts: [String: Sort] = [:]

  /// The names of a sort of fact, and what was found for those that were looked up.
  private final class Sort {
    let names: KnownNames
    var found: [String: String?] = [:]

    init(_ names: KnownNames) { self.names = names }
  }
  /// How many comparisons are left: a project of nothing but mistakes must not take quadratic time.
  private var budget = 20_000_000

  package init(_ facts: FactTable) { self.facts = facts }

  /// - Returns: nil if no name is near.
  package mutating func nearest(to lookup: Diagnostic.Lookup) -> String? {
    let sort = sort(lookup.key)
    if let known = sort.found[lookup.name] { return known }
    let names = sort.names
    guard names.count <= budget else { return nil }
    budget -= names.count
    var nearest = names.nearest(to: lookup.name)
    // What stands before a separator is not the author's: `page#anchor`, `domain:name`, and tabs between
    // the parts of what is in an inventory.
    if let name = nearest {
      if let tab = name.utf8.lastIndex(of: 0x09) {
        nearest = String(name[name.utf8.index(after: tab)...])
      } else if let end = lookup.name.utf8.lastIndex(where: { $0 == 0x23 || $0 == 0x3A }),
        case let prefix = lookup.name[...end], name.hasPrefix(prefix)
      {
        nearest = String(name.dropFirst(prefix.count))
      }
    }
    sort.found[lookup.name] = .some(nearest)
    return nearest
  }

  private mutating func sort(_ key: String) -> Sort {
    if let known = sorts[key] { return known }
    let sort = Sort(KnownNames(facts.names(ofKey: key)))
    sorts[key] = sort
    return sort
  }
}

extension Diagnostic {
  /// The diagnostic with the nearest name in its message.
  package func suggesting(_ name: String?) -> Diagnostic {
    var result = self
    result.lookup = nil
    if let name { result.message += "; did you mean '\(name)'?" }
    return result
  }
}

extension ProjectView {
  /// Says in the document's diagnostics what may have been meant.
  func completeSuggestions(in document: Document) {
    var finder = SuggestionFinder(facts)
    document.diagnostics = document.diagnostics.map { diagnostic in
      guard let lookup = diagnostic.lookup else { return diagnostic }
      return diagnostic.suggesting(finder.nearest(to: lookup))
    }
  }
}
