/// What a character has to say about ending a line beside it.
struct BreakClass: OptionSet {
  let rawValue: UInt8

  /// A line may end on either side of it.
  static let wide = BreakClass(rawValue: 1)
  /// May not begin a line.
  static let closing = BreakClass(rawValue: 2)
  /// May not end a line.
  static let opening = BreakClass(rawValue: 4)
  /// A space without width: a line may end behind it.
  static let zeroWidthSpace = BreakClass(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ cluster: Cluster) {
    var result: BreakClass = cluster.width == 2 ? .wide : []
    let value = cluster.scalar.value
    if value < 0x80 {
      result.formUnion(Self.ascii(UInt8(value)))
    } else if value & ~0xFF == 0x3000 {
      result.formUnion(Self.kana[Int(value & 0xFF)])
    } else if value < 0x3000 || value & ~0xFF == 0xFF00 || value & ~0xFF == 0x3100 {
      result.formUnion(Self.other(cluster.scalar))
    }
    self = result
  }

  /// Whether a line may end between two characters without a space between them.
  static func allowsBreak(_ before: BreakClass, _ after: BreakClass) -> Bool {
    if before.contains(.zeroWidthSpace) { return true }
    return (before.contains(.wide) || after.contains(.wide)) && !before.contains(.opening)
      && !after.contains(.closing)
  }

  /// Marks that may be either, such as quotes and the asterisks of emphasis, stay with both sides.
  private static func ascii(_ byte: UInt8) -> BreakClass {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","),
      UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "%"):
      .closing
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"): [.opening, .closing]
    default: []
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> BreakClass {
    if scalar == "\u{200B}" { return .zeroWidthSpace }
    // No-break space, word joiner, zero-width no-break space.
    if scalar == "\u{A0}" || scalar == "\u{2060}" || scalar == "\u{FEFF}" {
      return [.closing, .opening]
    }
    if closers.contains(scalar) { return .closing }
    return openers.contains(scalar) ? .opening : []
  }

  /// The classes of U+3000 to U+30FF, which Japanese text is full of.
  private static let kana: [BreakClass] = (0x3000...0x30FF).map {
    Unicode.Scalar($0).map(other) ?? []
  }

  private static let closers = Set(
    """
    、。，．・：；？！‼⁇⁈⁉）］｝」』】〉》〕〗〙〛〟’”｠»｡､｣･\
    ーｰ―…‥〜～–々〻ゝゞヽヾ゛゜℃％‰\
    ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ
    """.unicodeScalars)
  private static let openers = Set("（［｛「『【〈《〔〖〘〚〝‘“｟«｢￥＄￡".unicodeScalars)
}
