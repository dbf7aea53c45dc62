internal import DocTree

/// What stands between the braces of a substitution: a name, and filters behind bars. This is all of
/// Jinja that there is.
struct SubstitutionExpression {
  /// A name, and the keys and indices behind it: `versions.stable`, `names[0]`.
  private(set) var path: [String] = []
  private var pathOffset = 0
  /// A text in quotes instead of a name.
  private var literal: String?
  private var filters: [(filter: SubstitutionFilter, arguments: [String])] = []

  /// The names of substitutions in it.
  var names: [String] { path.first.map { [$0] } ?? [] }

  init(_ source: String) throws(SubstitutionError) {
    var tokens = SubstitutionTokens(source)
    try readOperand(&tokens)
    while try tokens.take("|") { try readFilter(&tokens) }
    guard let extra = try tokens.next() else { return }
    throw tokens.failure(
      "TemplateSyntaxError: '\(extra.text)' is not understood; "
        + "a substitution is a name and filters: {{ name | upper }}", extra)
  }

  private mutating func readOperand(_ tokens: inout SubstitutionTokens) throws(SubstitutionError) {
    guard let first = try tokens.next() else {
      throw tokens.failure(
        "TemplateSyntaxError: Expected an expression, got end of print statement")
    }
    pathOffset = first.offset
    switch first.kind {
    case .string: literal = first.text
    case .name: path = [first.text]
    default:
      throw tokens.failure(
        "TemplateSyntaxError: '\(first.text)' is not understood; a name is", first)
    }
    if path == ["env"] {
      throw tokens.failure(
        "UndefinedError: 'env' is undefined; there is no access to Sphinx's environment", first)
    }
    while true {
      if try tokens.take(".") {
        guard let key = try tokens.next(), key.kind == .name || key.kind == .number else {
          throw tokens.failure("TemplateSyntaxError: a name is expected behind '.'")
        }
        path.append(key.text)
      } else if try tokens.take("[") {
        guard let key = try tokens.next(), key.kind == .string || key.kind == .number,
          try tokens.take("]")
        else { throw tokens.failure("TemplateSyntaxError: a key in quotes and ']' are expected") }
        path.append(key.text)
      } else {
        return
      }
    }
  }

  private mutating func readFilter(_ tokens: inout SubstitutionTokens) throws(SubstitutionError) {
    let known = SubstitutionFilter.allCases.map(\.rawValue)
    guard let name = try tokens.next(), name.kind == .name else {
      throw tokens.failure(
        "TemplateSyntaxError: a filter is expected behind '|': \(known.joined(separator: ", "))")
    }
    guard let filter = SubstitutionFilter(rawValue: name.text) else {
      let hint = nearestName(to: name.text, among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw tokens.failure(
        "TemplateAssertionError: No filter named '\(name.text)'; there are: "
          + known.joined(separator: ", ") + hint, name)
    }
    var arguments: [String] = []
    if try tokens.take("(") {
      while try !tokens.take(")") {
        guard let argument = try tokens.next(), argument.kind == .string || argument.kind == .number
        else {
          throw tokens.failure("TemplateSyntaxError: a text in quotes or a number is expected")
        }
        arguments.append(argument.text)
        if try tokens.take(",") { continue }
        guard try tokens.take(")") else {
          throw tokens.failure("TemplateSyntaxError: ')' is expected")
        }
        break
      }
    }
    guard filter.argumentCounts.contains(arguments.count) else {
      let counts = filter.argumentCounts
      throw tokens.failure(
        "TypeError: filter '\(name.text)' takes \(counts.lowerBound)"
          + (counts.count == 1 ? "" : " to \(counts.upperBound)")
          + " arguments, not \(arguments.count)",
        name)
    }
    filters.append((filter, arguments))
  }

  /// The text that it stands for.
  ///
  /// - Parameter limit: how many bytes it and what filters make on the way may have together.
  /// - Returns: the text, and how many bytes those are; nil if they are more.
  func evaluate(
    _ values: [String: ConfigValue], limit: Int
  ) throws(SubstitutionError) -> (text: String, size: Int)? {
    var value = literal.map { ConfigValue(text: $0) } ?? resolve(values)
    var size = value.map { ValueText.size($0, limit: limit) } ?? 0
    for (filter, arguments) in filters {
      guard size <= limit else { return nil }
      if value == nil, filter != .default { break }
      value = filter.apply(to: value, arguments, limit: limit)
      size += value.map { ValueText.size($0, limit: limit) } ?? 0
    }
    guard let value else { throw undefined(values) }
    return size <= limit ? (ValueText.python(value), size) : nil
  }

  private func resolve(_ values: [String: ConfigValue]) -> ConfigValue? {
    guard let first = path.first else { return nil }
    var value = values[first]
    for key in path.dropFirst() {
      if let list = value?.list {
        value = Int(key).flatMap { list.indices.contains($0) ? list[$0] : nil }
      } else {
        value = value?[key]
      }
    }
    return value
  }

  private func undefined(_ values: [String: ConfigValue]) -> SubstitutionError {
    let name = path.joined(separator: ".")
    let hint =
      path.count == 1
      ? nearestName(to: name, among: values.keys.sorted()).map { "; did you mean '\($0)'?" } : nil
    return SubstitutionError(
      message: "UndefinedError: '\(name)' is undefined\(hint ?? "")", offset: pathOffset)
  }
}
