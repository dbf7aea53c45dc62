/// Where a text stands in an index: symbols first, then by letters, whose case and marks do not count
/// at first. (Sphinx compares texts in normalization form D.)
struct IndexOrder: Comparable {
  private let isWord: Bool
  private let letters: [UInt32]

  init(_ text: String) {
    let text = Self.withoutMark(text)
    isWord = Self.letter(of: text) != nil
    letters = text.lowercased().unicodeScalars.map { BaseLetter.of($0).value }
  }

  static func < (left: IndexOrder, right: IndexOrder) -> Bool {
    if left.isWord != right.isWord { return right.isWord }
    return left.letters.lexicographicallyPrecedes(right.letters)
  }

  /// The letter that a text is under; nil for a symbol.
  static func letter(of text: String) -> String? {
    guard let first = withoutMark(text).unicodeScalars.first else { return nil }
    if first == "_" { return "_" }
    guard first.properties.isAlphabetic else { return nil }
    return BaseLetter.of(first).properties.uppercaseMapping
  }

  /// The text without what says that it goes from right to left.
  private static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{200F}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}

/// Letters without the marks on them.
enum BaseLetter {
  /// The letter that has marks on it in this one; itself for what has none.
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case ..<0xC0: return scalar
    case 0x3040..<0x3100: return kana(scalar)
    // A Hangul syllable is under its first sound.
    case 0xAC00...0xD7A3:
      return Unicode.Scalar(0x1100 + (scalar.value - 0xAC00) / 588) ?? scalar
    case 0xC0..<0x250, 0x1E00..<0x1F00: return latin(scalar)
    default: return scalar
    }
  }

  /// `か` of `が`: the plain one stands before, and both are the same with a voicing mark.
  private static func kana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    for (distance, mark) in [(1, "\u{3099}"), (2, "\u{309A}")] {
      guard let base = Unicode.Scalar(scalar.value - UInt32(distance)) else { continue }
      if String(scalar) == String(base) + mark { return base }
    }
    return scalar
  }

  /// `E` of `É`, by the name of the letter.
  private static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let name = scalar.properties.name else { return scalar }
    let words = name.split(separator: " ")
    guard words.count > 5, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
      words[4] == "WITH", let letter = words[3].unicodeScalars.first
    else { return scalar }
    // Others, such as a stroke, make a letter of its own.
    guard words[5...].allSatisfy(marks.contains) else { return scalar }
    return words[1] == "SMALL" ? Unicode.Scalar(letter.value + 0x20) ?? scalar : letter
  }

  private static let marks: Set<Substring> = [
    "GRAVE", "ACUTE", "CIRCUMFLEX", "TILDE", "DIAERESIS", "RING", "CEDILLA", "MACRON", "BREVE",
    "OGONEK", "DOT", "CARON", "DOUBLE", "HORN", "INVERTED", "COMMA", "LINE", "ABOVE", "BELOW",
    "AND",
  ]
}
