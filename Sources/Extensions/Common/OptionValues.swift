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
    text.isEmpty ? "allowed: \(allowed)" : "'\(text)' is not allowed; allowed: \(allowed)"
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
          debugDescription: Self.problem(with: text.trimmed)))
    }
    self = value
  }
}

/// A flag: it holds if it is there, whatever it says. (docutils: directives.flag.)
struct Flag: OptionValue {
  static let allowed = "nothing"
  init?(_ text: String) {}
}

/// A text that must not be empty. (docutils: directives.unchanged_required.)
struct RequiredText: OptionValue {
  static let allowed = "any text"
  let text: String

  init(from decoder: any Decoder) throws {
    // Nothing is taken off it.
    let text = try decoder.singleValueContainer().decode(String.self)
    guard !text.isEmpty else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: Self.problem(with: text)))
    }
    self.text = text
  }

  init?(_ text: String) {
    if text.isEmpty { return nil }
    self.text = text
  }

  /// docutils' words.
  static func problem(with text: String) -> String { "argument required but none supplied" }
}

/// A path or an address. Lines of it are put together.
/// (docutils: directives.path, directives.uri.)
struct RequiredPath: OptionValue {
  static let allowed = RequiredText.allowed
  let text: String

  init?(_ text: String) {
    if text.isEmpty { return nil }
    self.text = text.lines.map(\.trimmed).joined()
  }

  static func problem(with text: String) -> String { RequiredText.problem(with: text) }
}

/// A whole number from 1. (docutils: directives.positive_int.)
struct PositiveNumber: OptionValue {
  static let allowed = "a whole number from 1"
  let value: Int

  init?(_ text: String) {
    guard let value = Int(text), value > 0 else { return nil }
    self.value = value
  }
}

/// A length, or a number of pixels or percents: `50`, `10 px`, `30%`.
/// (docutils: directives.length_or_percentage_or_unitless.)
struct Length: OptionValue {
  static let units = Height.units + ["%"]
  static let allowed = Height.allowedText(units)
  let text: String

  init?(_ text: String) {
    guard let measure = Height.measure(text, Self.units) else { return nil }
    self.text = measure
  }

  static func problem(with text: String) -> String { Height.problem(with: text, units) }
}

/// A length, or a number of pixels: percents of what is around it say nothing of a height.
/// (docutils: directives.length_or_unitless.)
struct Height: OptionValue {
  static let units = [
    "em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pt", "pc", "px",
  ]
  static let allowed = allowedText(units)
  let text: String

  init?(_ text: String) {
    guard let measure = Self.measure(text, Self.units) else { return nil }
    self.text = measure
  }

  static func problem(with text: String) -> String { problem(with: text, units) }

  fileprivate static func allowedText(_ units: [String]) -> String {
    "a number, alone or with one of \(units.joined(separator: ", "))"
  }

  /// The number and its unit, without space between them; nil for what is none.
  fileprivate static func measure(_ text: String, _ units: [String]) -> String? {
    let (number, unit) = split(text)
    guard Double(number) != nil, unit.isEmpty || units.contains(String(unit)) else { return nil }
    return String(number + unit)
  }

  private static func split(_ text: String) -> (number: Substring, unit: Substring) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return (number, text.dropFirst(number.count).drop { $0 == " " })
  }

  /// docutils' words, for what is no measure and for one whose unit is not known.
  fileprivate static func problem(with text: String, _ units: [String]) -> String {
    if text.isEmpty { return "allowed: \(allowedText(units))" }
    let (number, unit) = split(text.first == "-" ? String(text.dropFirst()) : text)
    guard Double(number) != nil, unit.allSatisfy({ $0.isLetter || $0 == "%" }) else {
      return "\"\(text)\" is no valid measure. Allowed: \(allowedText(units))"
    }
    return "not a positive number or measure of one of the following units: "
      + units.joined(separator: ", ")
  }
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
