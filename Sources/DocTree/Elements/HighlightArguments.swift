/// How a code block's lines are numbered and emphasized. (Sphinx: the attribute `highlight_args`.)
public struct HighlightArguments: AttributeConvertible, Hashable, Sendable {
  /// The numbers of the lines to emphasize, from 1 for the first, whatever number that shows.
  public var emphasizedLines: [Int]
  /// The number that the first line shows; nil for 1.
  public var firstLine: Int?

  public init(emphasizedLines: [Int] = [], firstLine: Int? = nil) {
    self.emphasizedLines = emphasizedLines
    self.firstLine = firstLine
  }

  /// Reads what ``attributeValue`` writes.
  public init?(_ value: AttributeValue) {
    self.init()
    var rest = value.text.utf8[...]
    func take(_ literal: StaticString) -> Bool {
      let found = literal.withUTF8Buffer { rest.starts(with: $0) }
      if found { rest = rest.dropFirst(literal.utf8CodeUnitCount) }
      return found
    }
    func takeNumber() -> Int? {
      let digits = rest.prefix { $0 &- 0x30 < 10 || $0 == 0x2D }
      rest = rest.dropFirst(digits.count)
      return Int(Substring(digits))
    }
    guard take("{") else { return nil }
    if take("'hl_lines': [") {
      while let number = takeNumber() {
        emphasizedLines.append(number)
        if !take(", ") { break }
      }
      guard take("]") else { return nil }
      _ = take(", ")
    }
    if take("'linenostart': ") {
      guard let number = takeNumber() else { return nil }
      firstLine = number
    }
    guard take("}"), rest.isEmpty else { return nil }
  }

  /// As Python writes a dictionary, which is how Sphinx's dumps show it.
  public var attributeValue: AttributeValue {
    var items: [String] = []
    if !emphasizedLines.isEmpty {
      items.append("'hl_lines': [\(emphasizedLines.map(String.init).joined(separator: ", "))]")
    }
    if let firstLine { items.append("'linenostart': \(firstLine)") }
    return .string("{\(items.joined(separator: ", "))}")
  }
}
