import Synchronization

/// Says of kinds whether they are one of some kinds or derive from one, without asking anybody.
///
/// A class, as each search takes one: a copy of what it holds would be counted for each part.
@usableFromInline
final class KindMatcher: Sendable {
  private let bits: KindBits
  /// What an element has where there is one of them below.
  let mask: KindMask
  /// Kinds that came later have to be asked.
  let count: Int
  private let kinds: [Kind]
  /// The same with kinds that came later, once somebody has looked for those.
  private let newer = Latest<KindMatcher>()

  convenience init(_ types: [Node.Type]) { self.init(kinds: types.map(\.kind)) }

  init(kinds: [Kind]) {
    self.kinds = kinds
    // For most it is one kind, whose set need not be copied.
    if let kind = kinds.first, kinds.count == 1 {
      (bits, count) = KindTable.shared.descendants(of: kind)
    } else {
      var all = KindBits()
      var least = Int.max
      for kind in kinds {
        let (descendants, count) = KindTable.shared.descendants(of: kind)
        all.formUnion(descendants)
        least = min(least, count)
      }
      bits = all
      count = least
    }
    mask = bits.mask
  }

  /// That of a class, which is made once.
  @usableFromInline
  static func of(_ type: Node.Type) -> KindMatcher { type.kind.matcher }

  /// The same, with the kinds that have come since it was made.
  var current: KindMatcher { KindTable.shared.count > count ? newest() : self }

  @inline(never)
  private func newest() -> KindMatcher {
    let known = KindTable.shared.count
    return newer.value(where: { $0.count >= known }) { KindMatcher(kinds: kinds) }
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
}

/// A reference to what is made when it is asked for, found without a lock. What takes the place of an
/// older one leaves that to those who may have it, so that it must be rare.
struct Latest<Value: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The value, which this retains; 0 while there is none.
  private let address = Atomic<UInt>(0)

  /// The value, made with `make` if there is none that is up to date.
  func value(where isCurrent: (Value) -> Bool, _ make: () -> Value) -> Value {
    if let known = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) {
      let value = Unmanaged<Value>.fromOpaque(known).takeUnretainedValue()
      if isCurrent(value) { return value }
    }
    let value = make()
    let new = UInt(bitPattern: Unmanaged.passRetained(value).toOpaque())
    address.store(new, ordering: .releasing)
    return value
  }

  deinit {
    if let value = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) {
      Unmanaged<Value>.fromOpaque(value).release()
    }
  }
}
