/// Finds the names nearest to those that were looked up in vain, when all pages are known.
package struct SuggestionFinder {
  private let facts: FactTable
  private var names: [String: KnownNames] = [:]
  private var found: [Diagnostic.Lookup: String?] = [:]
  /// How many comparisons are left: a project of nothing but mistakes must not take quadratic time.
  private var budget = 20_000_000

  package init(_ facts: FactTable) { self.facts = facts }

  /// - Returns: nil if no name is near.
  package mutating func nearest(to lookup: Diagnostic.Lookup) -> String? {
    if let known = found[lookup] { return known }
    let names = names[lookup.key] ?? KnownNames(facts.names(ofKey: lookup.key))
    self.names[lookup.key] = names
    guard names.count <= budget else { return nil }
    budget -= names.count
    var nearest = names.nearest(to: lookup.name)
    // What stands before the last separator is not the author's: `page#anchor`, `domain:name`.
    if let end = lookup.name.utf8.lastIndex(where: { $0 == 0x23 || $0 == 0x3A }) {
      let prefix = lookup.name[...end]
      if let name = nearest, name.hasPrefix(prefix) {
        nearest = String(name.dropFirst(prefix.count))
      }
    }
    found[lookup] = .some(nearest)
    return nearest
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
