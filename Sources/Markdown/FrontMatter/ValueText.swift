internal import DocTree

/// Values as text, in the two forms that MyST has them in.
enum ValueText {
  /// What a scalar without quotes is by YAML's core schema, or any value that is none.
  private enum Scalar {
    case null, boolean(Bool), number(String), text(String)

    init(_ text: String, _ style: ConfigValue.Style) {
      guard style == .plain else {
        self = .text(text)
        return
      }
      switch text {
      case "", "~", "null", "Null", "NULL": self = .null
      case "true", "True", "TRUE": self = .boolean(true)
      case "false", "False", "FALSE": self = .boolean(false)
      default: self = Self.number(text).map(Self.number) ?? .text(text)
      }
    }

    /// A number as Python writes it.
    private static func number(_ text: String) -> String? {
      guard let first = text.utf8.first,
        ByteClass.isDigit(first) || first == 0x2B || first == 0x2D || first == 0x2E
      else { return nil }
      if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map(String.init) }
      if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map(String.init) }
      if let integer = Int(text) { return String(integer) }
      guard text.utf8.allSatisfy({ ByteClass.isDigit($0) || "+-.eE".utf8.contains($0) }) else {
        return nil
      }
      return Double(text).map { "\($0)" }
    }
  }

  /// About how many bytes ``python(_:)`` makes; if they are more than `limit`, any number that is.
  static func size(_ value: ConfigValue, limit: Int) -> Int {
    var size = 2
    switch value.content {
    case .scalar(let text, _): return text.utf8.count
    case .list(let items):
      for item in items {
        size += 2 + Self.size(item, limit: limit)
        if size > limit { break }
      }
    case .map(let entries):
      for (key, value) in entries {
        size += 4 + Self.size(key, limit: limit) + Self.size(value, limit: limit)
        if size > limit { break }
      }
    }
    return size
  }

  /// What Python's `str` makes of it.
  static func python(_ value: ConfigValue) -> String {
    guard case .scalar(let text, let style) = value.content else {
      var result = ""
      write(value, isJSON: false, &result)
      return result
    }
    switch Scalar(text, style) {
    case .null: return "None"
    case .boolean(let flag): return flag ? "True" : "False"
    case .number(let number): return number
    case .text(let text): return text
    }
  }

  /// JSON as Python writes it: a space behind commas and colons, and ASCII only.
  static func json(_ value: ConfigValue) -> String {
    var result = ""
    write(value, isJSON: true, &result)
    return result
  }

  /// Recursion is fine: ``YAMLReader`` refuses what is nested deeply.
  private static func write(_ value: ConfigValue, isJSON: Bool, _ result: inout String) {
    switch value.content {
    case .scalar(let text, let style):
      switch Scalar(text, style) {
      case .null: result += isJSON ? "null" : "None"
      case .boolean(let flag):
        result += isJSON ? (flag ? "true" : "false") : (flag ? "True" : "False")
      case .number(let number): result += number
      case .text(let text): quote(text, isJSON: isJSON, &result)
      }
    case .list(let items):
      result += "["
      for (index, item) in items.enumerated() {
        if index > 0 { result += ", " }
        write(item, isJSON: isJSON, &result)
      }
      result += "]"
    case .map(let entries):
      result += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { result += ", " }
        if isJSON {
          quote(python(entry.key), isJSON: true, &result)
        } else {
          write(entry.key, isJSON: false, &result)
        }
        result += ": "
        write(entry.value, isJSON: isJSON, &result)
      }
      result += "}"
    }
  }

  private static func quote(_ text: String, isJSON: Bool, _ result: inout String) {
    let mark: Character = isJSON || (text.contains("'") && !text.contains("\"")) ? "\"" : "'"
    result.append(mark)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where Character(scalar) == mark: result += "\\\(mark)"
      case "\u{20}"..."\u{7E}": result.unicodeScalars.append(scalar)
      default:
        if !isJSON, scalar.value >= 0xA0 {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in Character(scalar).utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        }
      }
    }
    result.append(mark)
  }
}
