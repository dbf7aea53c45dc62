/// A set of kinds by index.
struct KindBits: Sendable {
  private(set) var words: [UInt64] = []

  init() {}

  init(words: [UInt64]) { self.words = words }

  mutating func insert(_ index: Int) {
    while index / 64 >= words.count { words.append(0) }
    words[index / 64] |= 1 << UInt64(index % 64)
  }

  @inline(__always)
  func contains(_ index: UInt16) -> Bool {
    let word = Int(index >> 6)
    return word < words.count && words[word] & 1 << UInt64(index & 63) != 0
  }

  mutating func formUnion(_ other: KindBits) {
    while words.count < other.words.count { words.append(0) }
    for (index, word) in other.words.enumerated() { words[index] |= word }
  }

  func isDisjoint(with other: KindBits) -> Bool {
    for index in 0..<min(words.count, other.words.count)
    where words[index] & other.words[index] != 0 {
      return false
    }
    return true
  }

  /// The largest index in the set; -1 if it is empty.
  var last: Int {
    for (index, word) in words.enumerated().reversed() where word != 0 {
      return index * 64 + 63 - word.leadingZeroBitCount
    }
    return -1
  }
}

/// Says of kinds whether they are one of some kinds or derive from one, without asking anybody.
@usableFromInline
struct KindMatcher: Sendable {
  private var bits: KindBits
  /// Kinds that came later have to be asked.
  private var count: Int
  private let kinds: [Kind]

  init(_ types: [Node.Type]) {
    kinds = types.map(\.kind)
    bits = KindBits()
    count = .max
    for kind in kinds {
      let (descendants, count) = KindTable.shared.descendants(of: kind)
      bits.formUnion(descendants)
      self.count = min(self.count, count)
    }
  }

  @usableFromInline
  init(_ type: Node.Type) {
    let kind = type.kind
    kinds = [kind]
    (bits, count) = KindTable.shared.descendants(of: kind)
  }

  @inline(__always)
  func contains(_ index: UInt16) -> Bool {
    bits.contains(index) || index >= count && isLate(index)
  }

  @inline(never)
  private func isLate(_ index: UInt16) -> Bool {
    let kind = KindTable.shared.kind(at: index)
    return kinds.contains { kind.isKind(of: $0) }
  }

  /// Whether there is one of them in a set.
  func matches(_ present: KindBits) -> Bool {
    if !bits.isDisjoint(with: present) { return true }
    let last = present.last
    guard last >= count else { return false }
    return (count...last).contains { present.contains(UInt16($0)) && isLate(UInt16($0)) }
  }
}
