/// What may be changed in a text, as far as two bytes side by side say.
struct TextSigns: OptionSet {
  let rawValue: UInt8

  /// `'` and `"`.
  static let quotes = TextSigns(rawValue: 1)
  /// What ``Replacements`` looks at.
  static let replaced = TextSigns(rawValue: 2)
  /// What is in every address: a dot between other characters, an `@`, or two slashes.
  static let address = TextSigns(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of text: String, _ syntax: InlineSyntax) {
    var text = text
    self = text.withUTF8 { TextSigns(of: $0, syntax) }
  }

  /// Looks at each byte once.
  init(of bytes: UnsafeBufferPointer<UInt8>, _ syntax: InlineSyntax) {
    self = []
    guard let base = bytes.baseAddress else { return }
    let table = UnsafePointer(syntax.table)
    let mask = InlineSyntax.Flags.sign.rawValue
    let end = base + bytes.count
    var next = base
    while next < end {
      while end - next >= 4,
        (table[Int(next[0])] | table[Int(next[1])] | table[Int(next[2])] | table[Int(next[3])])
          & mask == 0
      { next += 4 }
      if next == end { break }
      if table[Int(next.pointee)] & mask != 0 {
        formUnion(Self.sign(next.pointee, next + 1 < end ? next[1] : 0))
      }
      next += 1
    }
    formIntersection(syntax.signs)
  }

  /// What a byte is, given the one behind it; 0 at the end.
  private static func sign(_ byte: UInt8, _ second: UInt8) -> TextSigns {
    switch byte {
    case 0x22, 0x27: .quotes
    case 0x28:
      switch second | 0x20 {
      case UInt8(ascii: "c"), UInt8(ascii: "r"), UInt8(ascii: "t"): .replaced
      default: []
      }
    case 0x2B where second == 0x2D: .replaced
    case 0x2E where second == byte: [.replaced, .address]
    case 0x2E where second > 0x20: .address
    case 0x2F where second == byte: .address
    case 0x40: .address
    default:
      Replacements.isRepeated(byte) && Replacements.belongs(second, to: byte) ? .replaced : []
    }
  }

  /// Whether ``sign(_:_:)`` has to be asked about a byte.
  static func isFirst(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x28, 0x2F, 0x40: true
    default: Replacements.isRepeated(byte)
    }
  }
}
