import DocTree

/// Finds the names nearest to those that were looked up in vain, when all pages are known.
struct SuggestionFinder {
  private let facts: FactTable
  private var names: [String: KnownNames] = [:]
  private var found: [Diagnostic.Lookup: String?] = [:]
  /// How many comparisons are left: a project of nothing but mistakes must not take quadratic time.
  private var budget = 20_000_000

  init(_ facts: FactTable) { self.facts = facts }

  /// The diagnostics with their suggestions.
  mutating func complete(_ diagnostics: [LocatedDiagnostic]) -> [LocatedDiagnostic] {
    diagnostics.map { item in
      guard let lookup = item.diagnostic.lookup else { return item }
      var item = item
      item.suggestion = nearest(to: lookup)
      return item
    }
  }

  private mutating func nearest(to lookup: Diagnostic.Lookup) -> String? {
    if let known = found[lookup] { return known }
    let names = names[lookup.key] ?? KnownNames(facts.names(ofKey: lookup.key))
    self.names[lookup.key] = names
    guard names.count <= budget else { return nil }
    budget -= names.count
    let nearest = names.nearest(to: lookup.name)
    found[lookup] = .some(nearest)
    return nearest
  }
}
