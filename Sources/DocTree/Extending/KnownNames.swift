/// Names that a misspelled one is looked for among.
///
/// Names of another length and names with other letters are passed over at a few instructions each,
/// so that many names can be looked for among many.
public struct KnownNames: Sendable {
  private struct Entry {
    let index: Int
    let scalars: [Unicode.Scalar]
    let letters: Letters
  }

  private let names: [String]
  private let entries: [Entry]

  /// What is longer is no name that anybody would misspell.
  private static let longest = 100

  public init(_ names: [String]) {
    self.names = names
    entries = names.enumerated().compactMap { index, name in
      let scalars = Array(name.lowercased().unicodeScalars.prefix(Self.longest + 1))
      if scalars.count > Self.longest { return nil }
      return Entry(index: index, scalars: scalars, letters: Letters(scalars))
    }
  }

  /// How many names there are.
  public var count: Int { names.count }

  /// The name that `name` is most probably a misspelling of.
  ///
  /// - Returns: nil if none is within a third of the length (one edit for short names). The first of
  ///   equally near ones, but never the name itself, which is no misspelling.
  /// - Complexity: O(*n*), with length² for names that are about as long and have about the same
  ///   letters.
  public func nearest(to name: String) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(Self.longest + 1))
    guard wanted.count <= Self.longest else { return nil }
    let letters = Letters(wanted)
    var best: (index: Int, distance: Int)?
    for entry in entries {
      let length = max(wanted.count, entry.scalars.count)
      let limit = min(max(1, length / 3), length - 1, best.map { $0.distance - 1 } ?? .max)
      guard abs(wanted.count - entry.scalars.count) <= limit,
        letters.distance(to: entry.letters) <= limit,
        let distance = editDistance(wanted, entry.scalars, limit: limit),
        distance > 0 || names[entry.index] != name
      else { continue }
      best = (entry.index, distance)
      if distance == 0 { break }
    }
    return best.map { names[$0.index] }
  }
}

/// The one of `names` that `name` is most probably a misspelling of: ``KnownNames/nearest(to:)``, for
/// names that are asked for once.
public func nearestName(to name: String, among names: [String]) -> String? {
  KnownNames(names).nearest(to: name)
}

/// Which letters a name has, as bits that others may share.
private struct Letters {
  private var bits: UInt64 = 0

  init(_ scalars: [Unicode.Scalar]) {
    for scalar in scalars { bits |= 1 << UInt64(scalar.value & 63) }
  }

  /// How many edits there are at least: each takes away and adds one letter at most.
  func distance(to other: Letters) -> Int { ((bits ^ other.bits).nonzeroBitCount + 1) / 2 }
}

/// How many insertions, removals, replacements and swaps of neighbors make one of the other; nil if
/// more than `limit`.
private func editDistance(
  _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
) -> Int? {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  var current = last
  for (row, scalar) in left.enumerated() {
    current[0] = row + 1
    var least = row + 1
    for (column, other) in right.enumerated() {
      var cost = min(
        last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
      if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current[column + 1] = cost
      least = min(least, cost)
    }
    // No later row has less.
    if least > limit { return nil }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
