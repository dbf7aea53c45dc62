/// Names in the order in which they came. Those that are added are there once.
package struct DistinctNames {
  package private(set) var names: [String]
  /// All names, if they are so many that looking through them costs more.
  private var index: Set<String> = []

  /// How many names are looked through.
  package static let fewCount = 16

  package init(_ names: [String] = []) {
    self.names = names
    if names.count > Self.fewCount { index = Set(names) }
  }

  /// - Complexity: O(1).
  package func contains(_ name: String) -> Bool {
    index.isEmpty ? names.contains(name) : index.contains(name)
  }

  /// Adds a name at the end, unless it is there.
  ///
  /// - Returns: whether it was added.
  /// - Complexity: O(1).
  @discardableResult
  package mutating func insert(_ name: String) -> Bool {
    guard !contains(name) else { return false }
    names.append(name)
    if !index.isEmpty {
      index.insert(name)
    } else if names.count > Self.fewCount {
      index = Set(names)
    }
    return true
  }
}
