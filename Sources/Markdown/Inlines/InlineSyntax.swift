internal import DocTree

/// The inline syntax that is switched on, as tables by byte.
final class InlineSyntax: Sendable {
  let rules: [any InlineRule]
  let attributes: Bool
  let strikethrough: Bool
  let singleTilde: Bool
  let linkify: Bool
  let gfmAutolinks: Bool
  let fuzzyLinks: Bool
  /// Characters that stand for themselves wherever they are.
  let plainCharacters: [UInt8]
  /// Whether text is changed after it is parsed, so that escaped characters have to be protected.
  let changesText: Bool
  /// What is changed.
  let signs: TextSigns

  /// What a byte means to whoever looks for work.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A leaf in which it stands is scanned.
    static let trigger = Flags(rawValue: 1)
    /// The same, if one of `seconds` follows.
    static let firstOfTwo = Flags(rawValue: 2)
    /// It may be the end of a link's text, whose address libcmark must find in one line.
    static let bracket = Flags(rawValue: 4)
    /// It means something to the scanner.
    static let active = Flags(rawValue: 8)
    /// It may be changed after it is parsed, or be part of an address; see ``TextSigns``.
    static let sign = Flags(rawValue: 16)
  }

  /// For each byte, the raw value of its ``Flags``. Nobody writes to it after `init`.
  nonisolated(unsafe) let table: UnsafeMutablePointer<UInt8>
  /// The same for ``PlainLeafReader``: its ``PlainLeafReader/ByteKind``, 0 for text. Nobody writes to
  /// it after `init` either.
  nonisolated(unsafe) let plainTable: UnsafeMutablePointer<UInt8>
  /// The rules that can begin with a byte, and the byte that has to follow; 0 for any.
  let rulesByFirst: [[(rule: Int, second: UInt8)]]

  init(registry: Registry, configuration: Configuration) {
    let names = Set(configuration[MySTInline.extensions])
    let disabled = DisabledSyntax(configuration)
    let flavor = Flavor(configuration)
    rules = registry.inlineRules.compactMap {
      flavor.has($0.name) && !disabled.contains($0.name) ? $0.configured(by: configuration) : nil
    }
    plainCharacters = disabled.plainCharacters
    attributes = names.contains("attrs_inline")
    strikethrough = names.contains("strikethrough")
    singleTilde = configuration[MySTInline.singleTilde]
    linkify = names.contains("linkify")
    gfmAutolinks = names.contains("gfm_autolink")
    fuzzyLinks = configuration[MySTInline.fuzzyLinks]
    var signs: TextSigns = []
    if names.contains("smartquotes") { signs.formUnion(.quotes) }
    if names.contains("replacements") { signs.formUnion(.replaced) }
    if linkify || gfmAutolinks { signs.formUnion(.address) }
    self.signs = signs
    changesText = !signs.isEmpty

    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    func mark(_ byte: UInt8, _ flags: Flags) { table[Int(byte)] |= flags.rawValue }
    var rulesByFirst = Array(repeating: [(rule: Int, second: UInt8)](), count: 256)
    for byte: UInt8 in [0x5C, 0x60, 0x3C, 0x5B, 0x5D, 0x21] { mark(byte, .active) }
    mark(0x00, [.trigger, .active])
    for byte in plainCharacters { mark(byte, [.trigger, .active]) }
    mark(0x5B, .bracket)
    mark(0x5D, .bracket)
    mark(0x3C, .bracket)
    if attributes { mark(0x7B, .trigger) }
    if strikethrough { mark(0x7E, [.trigger, .active]) }
    for byte in UInt8.min...UInt8.max where TextSigns.isFirst(byte) { mark(byte, .sign) }
    if linkify || gfmAutolinks { mark(0x3A, [.firstOfTwo, .active]) }
    if changesText {
      mark(0x5C, .trigger)
      mark(0x26, [.trigger, .active])
    }
    for (index, rule) in rules.enumerated() {
      for trigger in rule.triggers {
        let bytes = Array(trigger.utf8.prefix(2))
        guard let first = bytes.first else { continue }
        mark(first, bytes.count == 1 ? [.trigger, .active] : [.firstOfTwo, .active])
        rulesByFirst[Int(first)].append((index, bytes.count == 1 ? 0 : bytes[1]))
      }
    }
    self.table = table
    self.rulesByFirst = rulesByFirst
    plainTable = .allocate(capacity: 256)
    for byte in 0..<256 {
      plainTable[byte] = Self.plainKind(UInt8(byte), Flags(rawValue: table[byte]))
    }
  }

  deinit {
    table.deallocate()
    plainTable.deallocate()
  }

  private static func plainKind(_ byte: UInt8, _ flags: Flags) -> UInt8 {
    typealias Kind = PlainLeafReader.ByteKind
    if flags.contains(.trigger) { return Kind.other }
    switch byte {
    case 0x60: return Kind.backtick
    case 0x2A, 0x5F: return Kind.delimiter
    case 0x09: return 0
    case 0x26, 0x3C, 0x5B, 0x5C, ..<0x20, 0x7F: return Kind.other
    default: return flags.contains(.firstOfTwo) ? Kind.firstOfTwo : 0
    }
  }

  /// Whether some rule begins with these two bytes, or an address has them that may hold what is markup
  /// elsewhere.
  func isTrigger(_ first: UInt8, _ second: UInt8) -> Bool {
    rulesByFirst[Int(first)].contains { $0.second == second }
      || first == 0x3A && second == 0x2F && (linkify || gfmAutolinks)
  }
}
