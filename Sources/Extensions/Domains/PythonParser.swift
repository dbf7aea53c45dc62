/// Reads expressions and parameters of Python.
struct PythonParser {
  private let tokens: [PythonToken]
  private var index = 0
  private var depth = 0

  /// How deep brackets may be in each other.
  private static let depthLimit = 30
  /// Words that are no names.
  private static let keywords: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
  private static let operators: Set<String> = [
    "+", "-", "*", "/", "//", "%", "@", "|", "&", "^", "<<", ">>", "**", "and", "or",
  ]

  init(_ text: String) throws(PythonProblem) { tokens = try PythonToken.list(text) }

  /// The expression that a text is.
  static func expression(_ text: String) throws(PythonProblem) -> PythonExpression {
    var parser = try PythonParser(text)
    let result = try parser.items(until: nil)
    return result.count == 1 && !parser.endedWithComma ? result[0] : .tuple(result)
  }

  // MARK: Tokens

  var isAtEnd: Bool { index == tokens.count }
  private var endedWithComma: Bool { isSign(",", at: index - 1) }

  private func isSign(_ text: String, at index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].sort == .sign && tokens[index].text == text
  }

  func isNext(_ sign: String) -> Bool { isSign(sign, at: index) }

  mutating func skip(_ sign: String) -> Bool {
    guard isNext(sign) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ sign: String) throws(PythonProblem) {
    guard skip(sign) else { throw .syntax }
  }

  private mutating func skip(word: String) -> Bool {
    guard index < tokens.count, tokens[index].sort == .name, tokens[index].text == word else {
      return false
    }
    index += 1
    return true
  }

  mutating func name() throws(PythonProblem) -> String {
    guard index < tokens.count, tokens[index].sort == .name,
      !Self.keywords.contains(tokens[index].text)
    else { throw .syntax }
    index += 1
    return tokens[index - 1].text
  }

  // MARK: Expressions

  /// An expression without commas. Comparisons and conditions are none that Sphinx shows.
  mutating func expression() throws(PythonProblem) -> PythonExpression {
    guard depth < Self.depthLimit else { throw .syntax }
    depth += 1
    defer { depth -= 1 }
    if skip(word: "lambda") {
      let parameters = try parameters(until: ":", allowsTypes: false)
      try expect(":")
      _ = try expression()
      return .lambda(PythonParameter.text(of: parameters))
    }
    let first = try operand()
    var rest: [(sign: String, operand: PythonExpression)] = []
    while index < tokens.count, tokens[index].sort == .sign || tokens[index].sort == .name,
      Self.operators.contains(tokens[index].text)
    {
      index += 1
      rest.append((tokens[index - 1].text, try operand()))
    }
    return rest.isEmpty ? first : .operation(first, rest)
  }

  private mutating func operand() throws(PythonProblem) -> PythonExpression {
    var signs: [String] = []
    while index < tokens.count, ["-", "+", "~", "not"].contains(tokens[index].text),
      tokens[index].sort == .sign || tokens[index].sort == .name
    {
      signs.append(tokens[index].text)
      guard signs.count < Self.depthLimit else { throw .syntax }
      index += 1
    }
    var trailers: [PythonExpression.Trailer] = []
    let atom = try atom()
    if case .parenthesized(let inner) = atom {
      // What stands in parentheses of its own is written without them.
      guard let (base, behind) = inner.primary else {
        guard !isNext("."), !isNext("("), !isNext("[") else { throw .syntax }
        return signs.reversed().reduce(inner) { .unary($1, $0) }
      }
      trailers = behind
      try self.trailers(&trailers)
      return signs.reversed().reduce(.primary(base, trailers)) { .unary($1, $0) }
    }
    guard case .plain(let base) = atom else { throw .syntax }
    try self.trailers(&trailers)
    return signs.reversed().reduce(.primary(base, trailers)) { .unary($1, $0) }
  }

  private mutating func trailers(
    _ result: inout [PythonExpression.Trailer]
  ) throws(PythonProblem) {
    while true {
      if skip(".") {
        result.append(.attribute(try name()))
      } else if skip("(") {
        result.append(try call())
      } else if skip("[") {
        let items = try items(until: "]")
        let isTuple = items.count != 1 || isSign(",", at: index - 2)
        guard !items.isEmpty else { throw .syntax }
        result.append(.index(isTuple ? .tuple(items) : items[0]))
      } else {
        return
      }
    }
  }

  private enum AtomOrGroup {
    case plain(PythonExpression.Atom)
    case parenthesized(PythonExpression)
  }

  private mutating func atom() throws(PythonProblem) -> AtomOrGroup {
    guard index < tokens.count else { throw .syntax }
    let token = tokens[index]
    switch token.sort {
    case .name: return .plain(.name(try name()))
    case .number:
      index += 1
      return .plain(.number(token.text))
    case .string, .bytes:
      var text = ""
      while index < tokens.count, tokens[index].sort == token.sort {
        text += tokens[index].text
        index += 1
      }
      return .plain(token.sort == .string ? .string(text) : .bytes(text))
    case .sign: break
    }
    if skip("...") { return .plain(.ellipsis) }
    if skip("(") {
      let items = try items(until: ")")
      let isTuple = items.count != 1 || isSign(",", at: index - 2)
      return isTuple ? .plain(.tuple(items)) : .parenthesized(items[0])
    }
    if skip("[") { return .plain(.list(try items(until: "]"))) }
    if skip("{") { return .plain(try braces()) }
    throw .syntax
  }

  private mutating func braces() throws(PythonProblem) -> PythonExpression.Atom {
    if skip("}") { return .dictionary([]) }
    let first = try expression()
    guard skip(":") else {
      if skip("}") { return .set([first]) }
      try expect(",")
      return .set([first] + (try items(until: "}")))
    }
    var result = [(key: first, value: try expression())]
    while !skip("}") {
      try expect(",")
      if skip("}") { break }
      let key = try expression()
      try expect(":")
      result.append((key, try expression()))
    }
    return .dictionary(result)
  }

  /// What stands between commas, up to a bracket, which is read too, or the end.
  private mutating func items(until end: String?) throws(PythonProblem) -> [PythonExpression] {
    var result: [PythonExpression] = []
    while true {
      if let end { if skip(end) { return result } } else if isAtEnd { break }
      if !result.isEmpty {
        try expect(",")
        if let end { if skip(end) { return result } } else if isAtEnd { break }
      }
      if skip("*") {
        result.append(.starred(try expression()))
      } else {
        result.append(end == "]" ? try sliceOrExpression() : try expression())
      }
    }
    guard !result.isEmpty else { throw .syntax }
    return result
  }

  private mutating func sliceOrExpression() throws(PythonProblem) -> PythonExpression {
    func isPart() -> Bool { !isNext(":") && !isNext(",") && !isNext("]") }
    let start = isPart() ? try expression() : nil
    guard skip(":") else {
      guard let start else { throw .syntax }
      return start
    }
    let end = isPart() ? try expression() : nil
    guard skip(":") else { return .slice(start, end, nil, hasStep: false) }
    let step = isPart() ? try expression() : nil
    return .slice(start, end, step, hasStep: step != nil)
  }

  private mutating func call() throws(PythonProblem) -> PythonExpression.Trailer {
    var items: [PythonExpression] = []
    var named: [(name: String, value: PythonExpression)] = []
    var isFirst = true
    while !skip(")") {
      if !isFirst {
        try expect(",")
        if skip(")") { break }
      }
      isFirst = false
      if skip("*") {
        items.append(.starred(try expression()))
      } else if index < tokens.count, tokens[index].sort == .name, isSign("=", at: index + 1) {
        let name = try name()
        index += 1
        named.append((name, try expression()))
      } else {
        guard named.isEmpty else { throw .syntax }
        items.append(try expression())
      }
    }
    return .call(items, named)
  }

  // MARK: Parameters

  /// The parameters of a function.
  ///
  /// - Parameters:
  ///   - end: the sign that they end before; nil for the end of the text.
  ///   - allowsTypes: whether each may have a type.
  mutating func parameters(
    until end: String?, allowsTypes: Bool
  ) throws(PythonProblem) -> [PythonParameter] {
    var result: [PythonParameter] = []
    func isAtEnd() -> Bool { end.map(isNext) ?? self.isAtEnd }
    while !isAtEnd() {
      if !result.isEmpty {
        try expect(",")
        if isAtEnd() { break }
      }
      var parameter = PythonParameter()
      if skip("/") {
        parameter.stars = "/"
      } else {
        parameter.stars = skip("**") ? "**" : skip("*") ? "*" : ""
        if parameter.stars != "*" || !isNext(",") { parameter.name = try name() }
      }
      if allowsTypes, !parameter.name.isEmpty, skip(":") {
        let isUnpacked = parameter.stars == "*" && skip("*")
        let type = try expression()
        parameter.type = isUnpacked ? .starred(type) : type
      }
      if parameter.stars.isEmpty, skip("=") { parameter.value = try expression() }
      result.append(parameter)
    }
    try PythonParameter.check(result)
    return result
  }
}

extension PythonExpression {
  fileprivate var primary: (Atom, [Trailer])? {
    if case .primary(let atom, let trailers) = self { (atom, trailers) } else { nil }
  }
}

/// A parameter of a function, or a `/` or `*` between parameters, which have no name.
struct PythonParameter {
  var stars = ""
  var name = ""
  var type: PythonExpression?
  var value: PythonExpression?

  /// Sees to it that what is no Python is none here.
  static func check(_ parameters: [PythonParameter]) throws(PythonProblem) {
    var names: Set<String> = []
    var hasSlash = false
    var hasStar = false
    var hasValue = false
    for (index, parameter) in parameters.enumerated() {
      let isLast = index == parameters.count - 1
      if !parameter.name.isEmpty, !names.insert(parameter.name).inserted { throw .syntax }
      switch parameter.stars {
      case "/":
        guard index > 0, !hasSlash, !hasStar else { throw .syntax }
        hasSlash = true
      case "*":
        let hasNext = !isLast && parameters[index + 1].stars != "**"
        guard !hasStar, !parameter.name.isEmpty || hasNext else { throw .syntax }
        hasStar = true
      case "**": guard isLast else { throw .syntax }
      default:
        if parameter.value != nil { hasValue = true } else if hasValue, !hasStar { throw .syntax }
      }
    }
  }

  /// How Sphinx writes those of a `lambda`.
  static func text(of parameters: [PythonParameter]) -> String {
    parameters.map { parameter in
      parameter.stars + parameter.name + (parameter.value.map { "=" + $0.text } ?? "")
    }.joined(separator: ", ")
  }
}
