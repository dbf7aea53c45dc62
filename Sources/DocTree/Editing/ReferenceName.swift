/// Reference names: what an author writes to point to something.
public enum ReferenceName {
  /// The name in lower case, each run of white space one space, none at the ends. Two spellings
  /// with the same result are the same name. (docutils: fully_normalize_name.)
  public static func normalized(_ name: String) -> String {
    isPlain(name) ? name : normalizedASCII(name) ?? whitespaceNormalized(lowercased(name))
  }

  /// - Returns: nil if the name is not ASCII.
  private static func normalizedASCII(_ name: String) -> String? {
    var isASCII = true
    var name = name
    let result = name.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        var spaceWaits = false
        for byte in bytes {
          if byte >= 0x80 {
            isASCII = false
            return 0
          }
          if byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) {
            spaceWaits = count > 0
            continue
          }
          if spaceWaits {
            result[count] = 0x20
            count &+= 1
            spaceWaits = false
          }
          result[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          count &+= 1
        }
        return count
      }
    }
    return isASCII ? result : nil
  }

  /// The name with each run of white space one space, and none at the ends.
  /// (docutils: whitespace_normalize_name.)
  public static func whitespaceNormalized(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var spaceWaits = false
    for scalar in name.unicodeScalars {
      if isSpace(scalar) {
        spaceWaits = !result.isEmpty
      } else {
        if spaceWaits { result.append(" ") }
        spaceWaits = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a name is normalized already, as far as one look at the bytes can tell.
  private static func isPlain(_ name: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in name.utf8 {
      if byte < 0x20 || byte >= 0x80 || byte &- 0x41 < 26 { return false }
      if byte == 0x20, previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// What Python's `str.split` splits at.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x1C...0x1F: true
    case 0x85, 0xA0...0xFFFF: scalar.properties.isWhitespace
    default: false
    }
  }

  /// The standard library's lower case takes no account of the sigma at the end of a word.
  private static func lowercased(_ name: String) -> String {
    let lower = name.lowercased()
    guard name.unicodeScalars.contains("\u{3A3}") else { return lower }
    let scalars = Array(name.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\u{3A3}" {
        result.append(isFinalSigma(scalars, index) ? "\u{3C2}" : "\u{3C3}")
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// Unicode's Final_Sigma: a cased letter before it and none behind, whatever may be ignored
  /// between them.
  private static func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    func isCased(_ others: some Sequence<Unicode.Scalar>) -> Bool {
      for scalar in others where !scalar.properties.isCaseIgnorable {
        return scalar.properties.isCased
      }
      return false
    }
    return isCased(scalars[..<index].reversed()) && !isCased(scalars[(index + 1)...])
  }
}
