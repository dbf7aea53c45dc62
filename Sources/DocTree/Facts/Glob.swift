/// A pattern for paths: `*` and `?` stand for anything within a name, `[a-z]` for one of some
/// characters, `**` for anything at all. A pattern for a folder is one for what is in it.
public struct Glob: Sendable {
  private let pattern: [UInt8]

  public init(_ pattern: String) {
    var bytes = Array(pattern.utf8)
    if bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    self.pattern = bytes
  }

  /// Whether a path, or a folder that it is in, is like the pattern.
  ///
  /// - Complexity: O(pattern · path).
  public func matches(_ path: some Sequence<UInt8>) -> Bool { matches(path, orFolder: true) }

  /// Whether a path itself is like the pattern.
  public func matchesWhole(_ path: some Sequence<UInt8>) -> Bool { matches(path, orFolder: false) }

  private func matches(_ path: some Sequence<UInt8>, orFolder: Bool) -> Bool {
    // The states are places in the pattern; each byte of the path leads from some to others.
    var states = closure([0], isStart: true)
    for byte in path {
      if orFolder, byte == UInt8(ascii: "/"), states.contains(pattern.count) { return true }
      var next: [Int] = []
      for state in states where state < pattern.count { step(state, byte, &next) }
      states = closure(next, isStart: byte == UInt8(ascii: "/"))
      if states.isEmpty { return false }
    }
    return states.contains(pattern.count)
  }

  /// The places that are reached without a byte of the path.
  ///
  /// - Parameter isStart: whether a name begins here.
  private func closure(_ places: [Int], isStart: Bool) -> [Int] {
    var result: [Int] = []
    var waiting = places
    while let place = waiting.popLast() {
      if result.contains(place) { continue }
      result.append(place)
      guard place < pattern.count, pattern[place] == UInt8(ascii: "*") else { continue }
      if isDouble(place) {
        waiting.append(place + 2)
        // `**/` stands for no folder, too.
        if isStart, place + 2 < pattern.count, pattern[place + 2] == UInt8(ascii: "/") {
          waiting.append(place + 3)
        }
      } else {
        waiting.append(place + 1)
      }
    }
    return result
  }

  private func isDouble(_ place: Int) -> Bool {
    place + 1 < pattern.count && pattern[place + 1] == UInt8(ascii: "*")
  }

  private func step(_ place: Int, _ byte: UInt8, _ next: inout [Int]) {
    let isSlash = byte == UInt8(ascii: "/")
    switch pattern[place] {
    case UInt8(ascii: "*"):
      if isDouble(place) || !isSlash { next.append(place) }
    case UInt8(ascii: "?"):
      if !isSlash { next.append(place + 1) }
    case UInt8(ascii: "["):
      guard let (end, isMember) = characterClass(place, byte) else {
        if byte == UInt8(ascii: "[") { next.append(place + 1) }
        return
      }
      if isMember, !isSlash { next.append(end) }
    case let literal:
      if literal == byte { next.append(place + 1) }
    }
  }

  /// The place behind a class of characters, and whether a byte is one of them; nil if it has no end.
  private func characterClass(_ start: Int, _ byte: UInt8) -> (end: Int, isMember: Bool)? {
    var place = start + 1
    let isNegated =
      place < pattern.count && [UInt8(ascii: "!"), UInt8(ascii: "^")].contains(pattern[place])
    if isNegated { place += 1 }
    let first = place
    var isMember = false
    while place < pattern.count, place == first || pattern[place] != UInt8(ascii: "]") {
      if place + 2 < pattern.count, pattern[place + 1] == UInt8(ascii: "-"),
        pattern[place + 2] != UInt8(ascii: "]")
      {
        if pattern[place] <= byte, byte <= pattern[place + 2] { isMember = true }
        place += 3
      } else {
        if pattern[place] == byte { isMember = true }
        place += 1
      }
    }
    return place < pattern.count ? (place + 1, isMember != isNegated) : nil
  }
}
