/// Identifiers in the form that docutils gives them: `[a-z](-?[a-z0-9]+)*`.
public enum Identifier {
  /// Makes an identifier of any text: lower case, accents taken off, letters that have an ASCII
  /// spelling spelled so (`ß` → `sz`), every run of something else a hyphen, and nothing but a
  /// letter at the beginning.
  ///
  /// - Returns: the identifier, which is empty if no letter is left: `2024`, `日本`.
  /// (docutils: nodes.make_id.)
  public static func make(from text: String) -> String {
    var maker = IdentifierMaker()
    return maker.make(text)
  }

  /// Makes an identifier that may begin with a digit or a hyphen, as it gets a prefix.
  static func make(behindPrefixFrom text: String) -> String {
    String(make(from: "x" + text).dropFirst())
  }

  /// Whether `text` is what ``make(from:)`` makes of it.
  public static func isValid(_ text: String) -> Bool { make(from: text) == text }
}

private struct IdentifierMaker {
  private var output: [UInt8] = []
  private var hyphenWaits = false

  mutating func make(_ text: String) -> String {
    output.reserveCapacity(text.utf8.count)
    if !appendASCII(text) {
      output.removeAll(keepingCapacity: true)
      hyphenWaits = false
      for scalar in text.lowercased().unicodeScalars { append(scalar) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// - Returns: false if the text is not ASCII.
  private mutating func appendASCII(_ text: String) -> Bool {
    for byte in text.utf8 {
      if byte >= 0x80 { return false }
      append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return true
  }

  private mutating func append(_ byte: UInt8) {
    let isDigit = byte &- 0x30 < 10
    guard isDigit || byte &- 0x61 < 26 else {
      hyphenWaits = true
      return
    }
    if output.isEmpty {
      if isDigit { return }
    } else if hyphenWaits {
      output.append(0x2D)
    }
    hyphenWaits = false
    output.append(byte)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      append(UInt8(scalar.value))
      return
    }
    // The last entry that does not begin behind the character.
    let table = Identifier.table
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] >> 41 <= UInt64(scalar.value) { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return }
    let entry = table[low - 1]
    let offset = UInt64(scalar.value) - entry >> 41
    guard offset < entry >> 35 & 0x3F else { return }
    var letters = entry & 0x7_FFFF_FFFF
    // A run has one letter for each character.
    letters += offset
    while letters > 0 {
      append(UInt8(letters & 0x7F))
      letters >>= 7
    }
  }
}
