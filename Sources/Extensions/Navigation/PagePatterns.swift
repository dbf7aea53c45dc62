import DocTree

/// Finds the pages that are like patterns.
struct PagePatterns {
  /// How many comparisons there are before it is too much.
  let limit: Int
  private var count = 0
  private(set) var isExhausted = false
  private let names: [String]
  /// Their places in the order of their bytes.
  private let sorted: [Int]

  /// - Parameter names: in the order in which they are found.
  init(_ names: [String]) {
    self.names = names
    sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    limit = 100_000 + 100 * names.count
  }

  /// - Returns: nil if there were too many comparisons.
  mutating func pages(like pattern: String) -> [String]? {
    let glob = Glob(pattern)
    // Only those that begin as the pattern does are compared.
    let prefix = pattern.utf8.prefix { !"*?[".utf8.contains($0) }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if names[sorted[middle]].utf8.lexicographicallyPrecedes(prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    for place in sorted[low...] {
      guard names[place].utf8.starts(with: prefix) else { break }
      count += 1
      guard count <= limit else {
        isExhausted = true
        return nil
      }
      if glob.matchesWhole(names[place].utf8) { found.append(place) }
    }
    return found.sorted().map { names[$0] }
  }
}
