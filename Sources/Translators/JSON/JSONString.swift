import DocTree

/// Strings as JSON writes them.
public enum JSONString {
  private static let escapes = Escaping([
    "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    "\u{0}": "\\u0000", "\u{1}": "\\u0001", "\u{2}": "\\u0002", "\u{3}": "\\u0003",
    "\u{4}": "\\u0004", "\u{5}": "\\u0005", "\u{6}": "\\u0006", "\u{7}": "\\u0007",
    "\u{8}": "\\b", "\u{B}": "\\u000b", "\u{C}": "\\f", "\u{E}": "\\u000e", "\u{F}": "\\u000f",
    "\u{10}": "\\u0010", "\u{11}": "\\u0011", "\u{12}": "\\u0012", "\u{13}": "\\u0013",
    "\u{14}": "\\u0014", "\u{15}": "\\u0015", "\u{16}": "\\u0016", "\u{17}": "\\u0017",
    "\u{18}": "\\u0018", "\u{19}": "\\u0019", "\u{1A}": "\\u001a", "\u{1B}": "\\u001b",
    "\u{1C}": "\\u001c", "\u{1D}": "\\u001d", "\u{1E}": "\\u001e", "\u{1F}": "\\u001f",
  ])

  /// What stands in a string for itself.
  static let plain = ByteSet { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }

  /// The string between quotes.
  public static func quoted(_ string: String) -> String {
    var output: [UInt8] = []
    append(string, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends `string`, quoted.
  public static func append(_ string: String, to output: inout [UInt8]) {
    output.append(0x22)
    escapes.append(string, to: &output)
    output.append(0x22)
  }
}

extension ByteScanner {
  /// Reads a string, from its opening quote to its closing one.
  mutating func readString(_ what: String = "a string") throws -> String {
    guard next == 0x22 else { throw expected(what) }
    index += 1
    var start = index
    var result: [UInt8] = []
    while !isAtEnd {
      let byte = next
      if byte == 0x22 {
        index += 1
        if result.isEmpty { return string(start..<index - 1) }
        result += bytes[start..<index - 1]
        return String(decoding: result, as: UTF8.self)
      }
      guard byte >= 0x20 else {
        throw expected("'\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))'")
      }
      if byte == 0x5C {
        result += bytes[start..<index]
        try readEscape(into: &result)
        start = index
      } else {
        skip(JSONString.plain)
      }
    }
    throw expected("'\"'")
  }

  private mutating func readEscape(into result: inout [UInt8]) throws {
    let start = index
    index += 1
    let byte = next
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: result.append(byte)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x75:
      var value = try readHexadecimal(start)
      if value & 0xFC00 == 0xD800, skip("\\u") {
        let low = try readHexadecimal(start)
        guard low & 0xFC00 == 0xDC00 else {
          throw error("expected the second half of a pair such as '\\ud83d\\ude00'", at: start)
        }
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw error("expected a pair such as '\\ud83d\\ude00', found one half", at: start)
      }
      result += Character(scalar).utf8
    default:
      index = start
      throw error("expected an escape: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000")
    }
  }

  /// Reads four hexadecimal digits.
  private mutating func readHexadecimal(_ start: Int) throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch next {
      case 0x30...0x39: digit = next - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (next | 0x20) - 0x61 + 10
      default: throw error("expected four hexadecimal digits after '\\u'", at: start)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
