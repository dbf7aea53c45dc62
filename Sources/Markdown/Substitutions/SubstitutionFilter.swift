internal import DocTree

/// The filters of Jinja that there are.
enum SubstitutionFilter: String, CaseIterable {
  case upper, lower, title, capitalize, replace, join, `default`

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .upper, .lower, .title, .capitalize: 0...0
    case .replace: 2...3
    case .join: 0...1
    case .default: 0...1
    }
  }

  /// - Parameters:
  ///   - value: nil for what is not defined.
  ///   - limit: how many bytes the result may have; what is beyond that need not be right, as long as
  ///     the result is longer.
  func apply(to value: ConfigValue?, _ arguments: [String], limit: Int) -> ConfigValue? {
    if self == .default { return value ?? ConfigValue(text: arguments.first ?? "") }
    guard let value else { return nil }
    let text = ValueText.python(value)
    switch self {
    case .upper: return ConfigValue(text: text.uppercased())
    case .lower: return ConfigValue(text: text.lowercased())
    case .capitalize:
      return ConfigValue(text: text.prefix(1).uppercased() + text.dropFirst().lowercased())
    case .title: return ConfigValue(text: Self.title(text))
    case .replace:
      let count = arguments.count > 2 ? Int(arguments[2]) ?? .max : .max
      return ConfigValue(text: Self.replace(text, arguments[0], arguments[1], count, limit))
    case .join:
      let items = value.list ?? value.map?.map(\.key) ?? text.map { ConfigValue(text: String($0)) }
      var result = ""
      for (index, item) in items.enumerated() where result.utf8.count <= limit {
        if index > 0 { result += arguments.first ?? "" }
        result += ValueText.python(item)
      }
      return ConfigValue(text: result)
    case .default: return value
    }
  }

  /// Each word with a capital. Words end at spaces, hyphens and opening brackets.
  private static func title(_ text: String) -> String {
    var result = ""
    var isStart = true
    for character in text {
      result += isStart ? character.uppercased() : character.lowercased()
      isStart = character.isWhitespace || "-({[<".contains(character)
    }
    return result
  }

  private static func replace(
    _ text: String, _ old: String, _ new: String, _ times: Int, _ limit: Int
  ) -> String {
    let bytes = Array(text.utf8)
    let pattern = Array(old.utf8)
    guard !pattern.isEmpty else { return text }
    var result: [UInt8] = []
    var offset = 0
    var count = 0
    while offset < bytes.count, result.count <= limit {
      if count < times, bytes[offset] == pattern[0], bytes[offset...].starts(with: pattern) {
        result += new.utf8
        offset += pattern.count
        count += 1
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
