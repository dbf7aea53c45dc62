import Synchronization

/// The descriptor of a class of nodes: what docutils keeps in a class and its mix-ins.
///
/// There is one for each class in a process. Its ``index`` is dense, so that tables by kind need
/// no dictionary.
public final class Kind: Sendable {
  /// Handed out from 0 in the order in which kinds are first used.
  public let index: Int
  /// The name in dumps, XML and JSON. Unique in a ``Registry``, not in a process.
  public let name: String
  /// The class.
  public let type: Node.Type
  /// The kind of the superclass. A node without a handler is treated as one of these.
  public let superkind: Kind?

  /// What the classes say, put together when it is first asked for: most programs use few kinds, and
  /// writing HTML asks nothing of this.
  private let details = Mutex<Details?>(nil)

  private let latestMatcher = Latest<KindMatcher>()

  /// What finds nodes of the kind and of those that derive from it.
  var matcher: KindMatcher {
    let known = KindTable.shared.count
    return latestMatcher.value(where: { $0.count >= known }) { KindMatcher(kinds: [self]) }
  }

  private struct Details: Sendable {
    var categories: Category
    var content: ContentModel
    var attributes: [Attribute]
  }

  init(index: Int, type: Node.Type, superkind: Kind?) {
    self.index = index
    self.name = type.elementName
    self.type = type
    self.superkind = superkind
  }

  /// Where such an element may stand, and what it is for.
  public var categories: Category { resolvedDetails.categories }
  /// What such an element may contain.
  public var content: ContentModel { resolvedDetails.content }
  /// The attributes that classes declare, the superclass's first.
  public var attributes: [Attribute] { resolvedDetails.attributes }

  private var resolvedDetails: Details {
    if let known = details.withLock({ $0 }) { return known }
    // A schema is the class author's code, so it is asked outside the lock.
    let new = resolve()
    details.withLock { $0 = new }
    return new
  }

  private func resolve() -> Details {
    let schema = type.schema
    let inherited = superkind?.resolvedDetails
    var attributes = inherited?.attributes ?? []
    for attribute in schema.attributes {
      if let known = attributes.firstIndex(where: { $0.name == attribute.name }) {
        attributes[known] = attribute
      } else {
        attributes.append(attribute)
      }
    }
    return Details(
      categories: schema.categories ?? inherited?.categories ?? [],
      content: schema.content ?? inherited?.content ?? .empty, attributes: attributes)
  }

  /// Whether this is `kind` or derives from it.
  public func isKind(of kind: Kind) -> Bool {
    var current = Unmanaged.passUnretained(self)
    while true {
      // A kind holds its superkind.
      let (isFound, next) = current._withUnsafeGuaranteedRef {
        ($0 === kind, $0.superkind.map(Unmanaged.passUnretained))
      }
      if isFound { return true }
      guard let next else { return false }
      current = next
    }
  }

  /// `LiteralBlock` → `literal_block`, `HTMLBlock` → `html_block`.
  static func snakeCase(_ name: String) -> String {
    var name = name
    return name.withUTF8 { bytes in
      func isUpper(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x41 < 26 }
      func isLower(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x61 < 26 }
      return String(unsafeUninitializedCapacity: bytes.count * 2) { result in
        var count = 0
        for index in bytes.indices {
          if isUpper(index), index > 0, isLower(index - 1) || isLower(index + 1),
            count > 0, result[count - 1] != 0x5F
          {
            result[count] = 0x5F
            count += 1
          }
          result[count] = isUpper(index) ? bytes[index] | 0x20 : bytes[index]
          count += 1
        }
        return count
      }
    }
  }
}

extension Kind: Hashable, CustomStringConvertible {
  public static func == (left: Kind, right: Kind) -> Bool { left === right }
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
  public var description: String { name }
}

/// All kinds of the process, found by class without a lock.
///
/// Making a node looks its class up here, so the look-up is a probe of an open-addressing table.
/// Writers hold the lock; a slot's value is written before its key is published, and a table that
/// has grown too small is left to its readers and never freed (the sizes double, so what is left
/// behind is less than the table in use).
final class KindTable: Sendable {
  static let shared = KindTable()

  private struct Slots {
    let keys: UnsafeMutablePointer<Atomic<UInt>>
    let indices: UnsafeMutablePointer<UInt16>
    let shift: UInt

    init(bits: UInt) {
      let capacity = 1 << Int(bits)
      shift = 64 - bits
      keys = .allocate(capacity: capacity)
      for slot in 0..<capacity { (keys + slot).initialize(to: Atomic(0)) }
      indices = .allocate(capacity: capacity)
      indices.initialize(repeating: 0, count: capacity)
    }

    var capacity: Int { 1 << Int(64 - shift) }

    @inline(__always)
    func find(_ key: UInt) -> UInt16? {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while true {
        let found = keys[slot].load(ordering: .acquiring)
        if found == key { return indices[slot] }
        if found == 0 { return nil }
        slot = (slot &+ 1) & (capacity &- 1)
      }
    }

    func insert(_ key: UInt, _ index: UInt16) {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while keys[slot].load(ordering: .relaxed) != 0 { slot = (slot &+ 1) & (capacity &- 1) }
      indices[slot] = index
      keys[slot].store(key, ordering: .releasing)
    }
  }

  private struct State {
    var kinds: [Kind] = []
    var keys: [UInt] = []
    var bits: UInt = 9
    /// How many kinds there is room for.
    var capacity = 256
    /// The kinds that derive from a kind, itself among them, by its index.
    var descendants: [KindBits] = []
  }

  /// The address of the slots in use: an `Atomic` of a pointer is not `Sendable`.
  private let current: Atomic<UInt>
  /// The address of the kinds by index, which is left behind like the slots when it is too small.
  private let entries: Atomic<UInt>
  private let number = Atomic(0)
  private let state = Mutex(State())

  private init() {
    current = Atomic(Self.box(Slots(bits: 9)))
    entries = Atomic(
      UInt(bitPattern: UnsafeMutablePointer<Unmanaged<Kind>>.allocate(capacity: 256)))
    // What most trees are made of, so that searches for other kinds tell it from them: with those that
    // they derive from, as many as have a bit of their own in ``KindMask``.
    let frequent: [Node.Type] = [
      Text.self, Paragraph.self, Literal.self, Reference.self, PendingXref.self, Inline.self,
      Emphasis.self, Strong.self, Raw.self, ListItem.self, BulletList.self, EnumeratedList.self,
      Section.self, Title.self, LiteralBlock.self, BlockQuote.self, Target.self, Image.self,
      Figure.self, Caption.self, Table.self, Tgroup.self, Colspec.self, Thead.self, Tbody.self,
      Row.self, Entry.self, Math.self, MathBlock.self, Footnote.self, FootnoteReference.self,
      Label.self, Comment.self, Note.self, Warning.self, Toctree.self, Container.self,
      DefinitionList.self,
    ]
    for type in frequent { _ = add(type) }
  }

  private static func box(_ slots: Slots) -> UInt {
    let box = UnsafeMutablePointer<Slots>.allocate(capacity: 1)
    box.initialize(to: slots)
    return UInt(bitPattern: box)
  }

  private var slots: UnsafeMutablePointer<Slots> {
    @inline(__always) get {
      // Never nil: the only values stored are those of `box`.
      UnsafeMutablePointer(bitPattern: current.load(ordering: .acquiring)).unsafelyUnwrapped
    }
  }

  @inline(__always)
  func index(of type: Node.Type) -> UInt16 {
    let key = UInt(bitPattern: unsafeBitCast(type, to: UnsafeRawPointer.self))
    if let index = slots.pointee.find(key) { return index }
    return UInt16(add(type).index)
  }

  func kind(of type: Node.Type) -> Kind { kind(at: index(of: type)) }

  /// The kind of an index that the table has given: it was written before that.
  @inline(__always)
  func kind(at index: UInt16) -> Kind {
    // Never nil: the only values stored are addresses of memory.
    let entries = UnsafeMutablePointer<Unmanaged<Kind>>(
      bitPattern: self.entries.load(ordering: .acquiring)
    ).unsafelyUnwrapped
    return entries[Int(index)].takeUnretainedValue()
  }

  var count: Int { number.load(ordering: .acquiring) }

  /// The kinds that derive from a kind, itself among them, and how many kinds there are: those that
  /// come later are not considered.
  func descendants(of kind: Kind) -> (bits: KindBits, count: Int) {
    state.withLock { ($0.descendants[kind.index], $0.kinds.count) }
  }

  /// Every kind that has been used so far, by index.
  var all: [Kind] { state.withLock { $0.kinds } }

  /// Adds the class and, before it, those of its superclasses that are missing.
  @inline(never)
  private func add(_ type: Node.Type) -> Kind {
    var superkind: Kind?
    if let superclass = _getSuperclass(type) as? Node.Type {
      superkind = kind(of: superclass)
    }
    let key = UInt(bitPattern: unsafeBitCast(type, to: UnsafeRawPointer.self))
    return state.withLock { state in
      if let known = self.slots.pointee.find(key) { return state.kinds[Int(known)] }
      precondition(state.kinds.count < UInt16.max, "more than 65,534 kinds of nodes")
      let kind = Kind(index: state.kinds.count, type: type, superkind: superkind)
      state.kinds.append(kind)
      state.keys.append(key)
      publish(kind, &state)
      let slots = self.slots
      if state.kinds.count * 2 > slots.pointee.capacity {
        state.bits += 1
        let larger = Slots(bits: state.bits)
        for (index, key) in state.keys.enumerated() { larger.insert(key, UInt16(index)) }
        current.store(Self.box(larger), ordering: .releasing)
      } else {
        slots.pointee.insert(key, UInt16(kind.index))
      }
      return kind
    }
  }

  /// Makes a kind known to those who ask for it by its index.
  private func publish(_ kind: Kind, _ state: inout State) {
    // Never nil; see above.
    var entries = UnsafeMutablePointer<Unmanaged<Kind>>(
      bitPattern: self.entries.load(ordering: .relaxed)
    ).unsafelyUnwrapped
    if kind.index == state.capacity {
      let larger = UnsafeMutablePointer<Unmanaged<Kind>>.allocate(capacity: state.capacity * 2)
      larger.initialize(from: entries, count: state.capacity)
      entries = larger
      state.capacity *= 2
    }
    (entries + kind.index).initialize(to: .passUnretained(kind))
    self.entries.store(UInt(bitPattern: entries), ordering: .releasing)
    number.store(kind.index + 1, ordering: .releasing)
    state.descendants.append(KindBits())
    var ancestor: Kind? = kind
    while let current = ancestor {
      state.descendants[current.index].insert(kind.index)
      ancestor = current.superkind
    }
  }
}
