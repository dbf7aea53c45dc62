/// A set of kinds by index.
struct KindBits: Sendable {
  private(set) var words: [UInt64] = []

  init() {}

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

  /// What stands for them in the mask of an element.
  var mask: KindMask {
    var result = KindMask()
    for (number, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.formUnion(KindMask(UInt16(number * 64 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
    return result
  }
}

/// A set of kinds that may say too much: the first kinds of ``KindTable``, which are the frequent
/// ones, have a bit each, and the others share the rest.
struct KindMask: Sendable {
  private var bits: UInt64 = 0

  @inline(__always)
  init() {}

  /// The set of one kind.
  @inline(__always)
  init(_ index: UInt16) { bits = 1 << UInt64(index < 48 ? index : 48 | index & 15) }

  /// Nothing but texts.
  static let text = KindMask(UInt16(Text.kind.index))

  @inline(__always)
  mutating func formUnion(_ other: KindMask) { bits |= other.bits }

  @inline(__always)
  func isDisjoint(with other: KindMask) -> Bool { bits & other.bits == 0 }

  @inline(__always)
  func isSuperset(of other: KindMask) -> Bool { other.bits & ~bits == 0 }
}

extension Node {
  /// The node's kind, and what may be below it.
  @inline(__always)
  final var kinds: KindMask {
    var kinds = KindMask(kindIndex)
    if isElement { kinds.formUnion(unsafeDowncast(self, to: Element.self).kindsBelow) }
    return kinds
  }
}
