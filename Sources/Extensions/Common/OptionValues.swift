import DocTree

/// The value of an option that is made from its text.
protocol OptionValue: Decodable, Sendable {
  /// What texts there are for it, for messages.
  static var allowed: String { get }
  init?(_ text: String)
  /// What is wrong with a text that is none.
  static func problem(with text: String) -> String
}

extension OptionValue {
  static func problem(with text: String) -> String {
    "'\(text)' is not allowed; allowed: \(allowed)"
  }
}

extension OptionValue {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text.trimmed) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: Self.problem(with: text)))
    }
    self = value
  }
}

/// A flag: it holds if it is there, whatever it says. (docutils: directives.flag.)
struct Flag: OptionValue {
  static let allowed = "nothing"
  init?(_ text: String) {}
}

/// A length, or a number of pixels or percents: `50`, `10 px`, `30%`.
/// (docutils: directives.length_or_percentage_or_unitless.)
struct Length: OptionValue {
  static let allowed = "a number, alone or with one of \(units.joined(separator: ", "))"
  private static let units = [
    "em", "ex", "rem", "px", "in", "cm", "mm", "pt", "pc", "ch", "vh", "vw", "vmin", "vmax", "Q",
    "%",
  ]
  let text: String

  init?(_ text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count).drop { $0 == " " }
    guard Double(number) != nil, unit.isEmpty || Self.units.contains(String(unit)) else {
      return nil
    }
    self.text = String(number + unit)
  }

  /// docutils' words.
  static func problem(with text: String) -> String { "\"\(text)\" is no valid measure." }
}

/// A number of percents, with or without the sign. (docutils: directives.percentage.)
struct Percentage: OptionValue {
  static let allowed = "a whole number from 0, with or without %"
  let value: Int

  init?(_ text: String) {
    var digits = text[...]
    while let last = digits.last, last == " " || last == "%" { digits = digits.dropLast() }
    guard let value = Int(digits), value >= 0 else { return nil }
    self.value = value
  }
}

/// A number that may be left out.
struct OptionalNumber: OptionValue {
  static let allowed = "nothing, or a whole number from 0"
  let value: Int?

  init?(_ text: String) {
    value = Int(text)
    if let value { if value < 0 { return nil } } else if !text.isEmpty { return nil }
  }
}

/// Where something stands in its line.
enum HorizontalAlignment: String, Decodable, Sendable, CaseIterable {
  case left, center, right
}

extension StringProtocol {
  /// The text without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The lines without their ends. A break at the very end begins no line.
  var lines: [Substring] {
    let text = Substring(self)
    var result =
      text.linesOfPlainText
      ?? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if result.last?.isEmpty ?? false { result.removeLast() }
    return result
  }
}

extension Substring {
  /// The lines, if only line feeds end them; nil for text that has to be looked at by character.
  fileprivate var linesOfPlainText: [Substring]? {
    var text = self
    let ends: [Int]? = text.withUTF8 { bytes in
      var ends: [Int] = []
      for offset in bytes.indices {
        switch bytes[offset] {
        case 0x0A: ends.append(offset)
        // These end lines, too, or may be the beginning of what does.
        case 0x0B, 0x0C, 0x0D, 0xC2, 0xE2: return nil
        default: break
        }
      }
      return ends
    }
    guard let ends else { return nil }
    var start = text.startIndex
    var offset = 0
    var result: [Substring] = []
    result.reserveCapacity(ends.count + 1)
    for end in ends {
      let index = text.utf8.index(start, offsetBy: end - offset)
      result.append(text[start..<index])
      start = text.utf8.index(after: index)
      offset = end + 1
    }
    result.append(text[start...])
    return result
  }
}
