/// Identifiers in the form that docutils gives them: `[a-z](-?[a-z0-9]+)*`.
public enum Identifier {
  /// Makes an identifier of any text: lower case, accents taken off, letters that have an ASCII
  /// spelling spelled so (`ß` → `sz`), every run of something else a hyphen, and nothing but a
  /// letter at the beginning.
  ///
  /// - Returns: the identifier, which is empty if no letter is left: `2024`, `日本`.
  /// (docutils: nodes.make_id.)
  public static func make(from text: String) -> String {
    if let result = ofASCII(text) { return result }
    var maker = IdentifierMaker()
    return maker.make(text)
  }

  /// Makes an identifier that keeps capital letters, and dots and underscores behind its first letter.
  ///
  /// - Returns: the identifier, which is empty if no letter is left.
  /// (Sphinx: util.nodes._make_id.)
  public static func makeKeepingCase(from text: String) -> String {
    var maker = IdentifierMaker(keepsCase: true)
    return maker.make(text)
  }

  /// - Returns: nil if the text is not ASCII.
  private static func ofASCII(_ text: String) -> String? {
    var isASCII = true
    var text = text
    let result = text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        var hyphenWaits = false
        for byte in bytes {
          if byte >= 0x80 {
            isASCII = false
            return 0
          }
          let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
          let isDigit = lower &- 0x30 < 10
          guard isDigit || lower &- 0x61 < 26 else {
            hyphenWaits = count > 0
            continue
          }
          if isDigit, count == 0 { continue }
          // Where one waits, one byte at least was left out.
          if hyphenWaits {
            result[count] = 0x2D
            count &+= 1
            hyphenWaits = false
          }
          result[count] = lower
          count &+= 1
        }
        return count
      }
    }
    return isASCII ? result : nil
  }

  /// Makes an identifier that may begin with a digit or a hyphen, as it gets a prefix.
  static func make(behindPrefixFrom text: String) -> String {
    String(make(from: "x" + text).dropFirst())
  }

  /// Whether `text` is what ``make(from:)`` makes of it.
  public static func isValid(_ text: String) -> Bool { make(from: text) == text }
}

private struct IdentifierMaker {
  /// Whether capital letters, dots and underscores are letters, too.
  private let keepsCase: Bool
  private var output: [UInt8] = []
  private var hyphenWaits = false

  init(keepsCase: Bool = false) { self.keepsCase = keepsCase }

  mutating func make(_ text: String) -> String {
    output.reserveCapacity(text.utf8.count)
    for scalar in (keepsCase ? text : text.lowercased()).unicodeScalars {
      guard keepsCase, scalar.value >= 0x80, scalar.properties.isUppercase else {
        append(scalar)
        continue
      }
      // The table has letters without accents for small ones only.
      let start = output.count
      for small in scalar.properties.lowercaseMapping.unicodeScalars { append(small) }
      for place in start..<output.count where output[place] &- 0x61 < 26 { output[place] -= 0x20 }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func append(_ byte: UInt8) {
    let isMark = keepsCase && (byte == 0x2E || byte == 0x5F)
    let isDigit = byte &- 0x30 < 10 || isMark
    guard isDigit || byte &- 0x61 < 26 || keepsCase && byte &- 0x41 < 26 else {
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
