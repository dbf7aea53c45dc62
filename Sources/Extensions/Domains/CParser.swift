import DocTree

/// Reads the declarations of C and C++ that documents have. What it does not know is an error, and the
/// signature is shown as it is written. (Sphinx: domains.c._parser, domains.cpp._parser.)
struct CParser {
  let isCpp: Bool
  private let text: String
  private let tokens: [CToken]
  var index = 0
  private var depth = 0
  /// Whether something else is tried if it fails, so that nobody reads why.
  private var isTrial = false

  /// Where the template arguments end that were read, by where they begin; nil for what is none.
  private var angles: [Int: Int?] = [:]

  /// How deep declarations may be in each other.
  private static let depthLimit = 30
  /// How many parts a name may have: each becomes a reference to all that stands before it.
  static let partLimit = 100

  /// How many signs and words a value may have to be taken for one of a template.
  private static let trialLimit = 50

  static let builtins: Set<String> = [
    "void", "char", "short", "int", "long", "float", "double", "signed", "unsigned", "bool",
    "_Bool",
    "wchar_t", "char8_t", "char16_t", "char32_t", "auto", "__int64", "__int128", "_Complex",
  ]
  private static let storageWords: Set<String> = [
    "static", "extern", "inline", "register", "thread_local", "_Thread_local", "virtual",
    "explicit",
    "constexpr", "consteval", "constinit", "friend", "mutable", "_Noreturn",
  ]
  private static let elaborations: Set<String> = ["struct", "union", "enum", "class", "typename"]
  private static let qualifiers: Set<String> = ["const", "volatile", "restrict", "_Atomic"]

  init(_ text: String, isCpp: Bool) throws(MarkupError) {
    self.text = text
    self.isCpp = isCpp
    tokens = try CToken.list(text)
  }

  // MARK: Tokens

  var isAtEnd: Bool { index == tokens.count }
  func next(_ offset: Int = 0) -> String? {
    index + offset < tokens.count ? tokens[index + offset].text : nil
  }
  var nextSort: CToken.Sort? { index < tokens.count ? tokens[index].sort : nil }

  mutating func skip(_ text: String) -> Bool {
    guard next() == text else { return false }
    index += 1
    return true
  }

  mutating func expect(_ text: String) throws(MarkupError) {
    guard skip(text) else { throw failure("'\(text)' is expected") }
  }

  func expectEnd() throws(MarkupError) {
    guard isAtEnd else { throw failure("the declaration should end") }
  }

  func failure(_ problem: String) -> MarkupError {
    if isTrial { return MarkupError(problem) }
    return MarkupError(
      "'\(text)' is no declaration that is understood: \(problem) "
        + (isAtEnd ? "at its end" : "before '\(next() ?? "")'"))
  }

  mutating func nested<Result>(
    _ body: (inout CParser) throws(MarkupError) -> Result
  ) throws(MarkupError) -> Result {
    guard depth < Self.depthLimit else {
      throw failure("it is nested more than \(Self.depthLimit) levels deep")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: Names

  /// `a::b<c>`, or `a.b` in C.
  mutating func name() throws(MarkupError) -> CName {
    var name = CName(parts: [])
    if isCpp { name.isRooted = skip("::") }
    while true {
      name.parts.append(try part())
      guard skip(isCpp ? "::" : ".") else { return name }
      guard name.parts.count < Self.partLimit else {
        throw failure("a name has more than \(Self.partLimit) parts")
      }
    }
  }

  private mutating func part() throws(MarkupError) -> CName.Part {
    let isDestructor = isCpp && skip("~")
    guard nextSort == .name, let word = next() else { throw failure("a name is expected") }
    index += 1
    if isCpp, word == "operator" { return try operatorName() }
    var part = CName.Part(text: isDestructor ? "~" + word : word)
    if isCpp, next() == "<" { part.arguments = try templateArguments() }
    return part
  }

  private mutating func operatorName() throws(MarkupError) -> CName.Part {
    if nextSort == .punctuation, let sign = next() {
      index += 1
      if sign == "(" {
        try expect(")")
        return CName.Part(text: "operator()")
      }
      if sign == "[" {
        try expect("]")
        return CName.Part(text: "operator[]")
      }
      var text = sign
      if sign == ">", next() == ">" {
        index += 1
        text += ">"
        if skip("=") { text += "=" }
      }
      return CName.Part(text: "operator" + text)
    }
    let type = CTypeUse()
    type.specifier = try specifier()
    type.declarator.pointers = pointers()
    return CName.Part(text: "operator", conversion: type)
  }

  private mutating func templateArguments() throws(MarkupError) -> [CArgument] {
    let start = index
    // Read again for each that they stand in, they would take exponential time.
    if angles[start] == .some(nil) { throw failure("template arguments are expected") }
    angles[start] = .some(nil)
    try expect("<")
    var arguments: [CArgument] = []
    while !skip(">") {
      if !arguments.isEmpty { try expect(",") }
      arguments.append(try argument())
    }
    angles[start] = index - 1
    return arguments
  }

  mutating func argument() throws(MarkupError) -> CArgument {
    let start = index
    if nextSort != .number, nextSort != .string, nextSort != .character {
      let isInTrial = isTrial
      isTrial = true
      let type = try? typeUse()
      isTrial = isInTrial
      if let type, next() == "," || next() == ">" { return .type(type) }
    }
    index = start
    return .value(try expression(until: [",", ">"]))
  }

  // MARK: Types

  mutating func specifier(allowsNone: Bool = false) throws(MarkupError) -> CSpecifier {
    var result = CSpecifier()
    while let word = next(), nextSort == .name || isCpp && word == "::" && result.isEmpty {
      if Self.storageWords.contains(word) {
        result.storage.append(word)
      } else if Self.qualifiers.contains(word) {
        if word == "const" { result.isConst = true }
        if word == "volatile" { result.isVolatile = true }
        if result.isEmpty { result.leading.append(word) } else { result.trailing.append(word) }
      } else if Self.builtins.contains(word), result.name == nil {
        result.builtin.append(word)
      } else if isCpp, word == "decltype", next(1) == "(", result.isEmpty {
        index += 2
        result.decltype = try expression(until: [")"])
        try expect(")")
        continue
      } else if Self.elaborations.contains(word), result.isEmpty {
        result.leading.append(word)
      } else if result.isEmpty {
        // A constructor, a destructor or a conversion has no type.
        if allowsNone, next(1) == "(" || word == "operator" || isConstructor { return result }
        result.name = try nested { (parser) throws(MarkupError) in try parser.name() }
        continue
      } else if isCpp, word == "auto", result.name != nil {
        // A type that meets a concept.
        result.trailing.append(word)
      } else {
        break
      }
      index += 1
    }
    guard !result.isEmpty || allowsNone else { throw failure("a type is expected") }
    return result
  }

  /// Whether what stands here is `A::A(` or the like.
  private var isConstructor: Bool {
    var offset = 0
    while index + offset + 1 < tokens.count, tokens[index + offset].sort == .name,
      next(offset + 1) == "::"
    {
      offset += 2
    }
    guard offset > 0 else { return false }
    return next(offset) == "~" || next(offset) == "operator" || next(offset + 1) == "("
  }

  /// A type with a declarator that may have a name: a parameter.
  ///
  /// - Parameter ends: what ends its value.
  mutating func typeUse(until ends: Set<String> = [",", ")", ">"]) throws(MarkupError) -> CTypeUse {
    try nested { (parser) throws(MarkupError) in
      let use = CTypeUse()
      if parser.skip("...") {
        use.isEllipsis = true
        return use
      }
      use.specifier = try parser.specifier()
      use.declarator = try parser.declarator()
      if parser.skip("=") { use.value = try parser.expression(until: ends) }
      return use
    }
  }

  private mutating func pointers() -> [CDeclarator.Pointer] {
    var result: [CDeclarator.Pointer] = []
    while let sign = next(), sign == "*" || isCpp && (sign == "&" || sign == "&&") {
      index += 1
      var words: [String] = []
      while let word = next(), Self.qualifiers.contains(word) {
        words.append(word)
        index += 1
      }
      result.append(.init(sign: sign, words: words))
    }
    return result
  }

  mutating func declarator() throws(MarkupError) -> CDeclarator {
    try nested { (parser) throws(MarkupError) in
      let result = CDeclarator()
      result.pointers = parser.pointers()
      if parser.isCpp, parser.skip("...") { result.isPack = true }
      if parser.next() == "(", parser.isInnerDeclarator {
        try parser.expect("(")
        result.inner = try parser.declarator()
        try parser.expect(")")
      } else if parser.nextSort == .name || parser.isCpp && parser.next() == "~" {
        result.name = try parser.name()
      }
      try parser.suffixes(of: result)
      return result
    }
  }

  /// Whether a parenthesis holds a declarator and not parameters.
  private var isInnerDeclarator: Bool {
    next(1) == "*" || isCpp && (next(1) == "&" || next(1) == "&&") || next(1) == "("
  }

  private mutating func suffixes(of declarator: CDeclarator) throws(MarkupError) {
    while true {
      if skip("[") {
        declarator.suffixes.append(.array(try expression(until: ["]"])))
        try expect("]")
      } else if next() == "(" {
        declarator.suffixes.append(.function(try function()))
      } else {
        return
      }
    }
  }

  private mutating func function() throws(MarkupError) -> CFunction {
    let result = CFunction()
    try expect("(")
    while !skip(")") {
      if !result.parameters.isEmpty { try expect(",") }
      result.parameters.append(try typeUse(until: [",", ")"]))
    }
    while isCpp, let word = next() {
      if ["const", "volatile", "override", "final", "noexcept", "&", "&&"].contains(word) {
        result.words.append(tokens[index])
        index += 1
        if word == "noexcept", skip("(") {
          result.noexcept = try expression(until: [")"])
          try expect(")")
        }
      } else if word == "->" {
        index += 1
        result.returns = try typeUse()
      } else {
        break
      }
    }
    return result
  }

  // MARK: Values

  /// The tokens up to one of these, outside of brackets. They may be none.
  mutating func expression(until ends: Set<String>) throws(MarkupError) -> [CToken] {
    var depth = 0
    let start = index
    var result: [CToken] = []
    func take(to end: Int, as sort: CToken.Sort? = nil) {
      for place in start + result.count..<end {
        result.append(tokens[place])
      }
      if let sort, let last = result.indices.last { result[last].sort = sort }
    }
    /// Where the arguments end that the text is in.
    var open: [Int] = []
    while let text = next() {
      // Looked through to their ends from each sign, long texts would take quadratic time.
      if isTrial, index - start > Self.trialLimit { throw failure("it is too long for a trial") }
      if text == "<", let end = argumentsEnd(behind: index > start) {
        index += 1
        take(to: index, as: .angle)
        open.append(end)
        continue
      }
      if index == open.last {
        open.removeLast()
        index += 1
        take(to: index, as: .angle)
        continue
      }
      if depth == 0, open.isEmpty, ends.contains(text) { break }
      if text == "(" || text == "[" || text == "{" { depth += 1 }
      if text == ")" || text == "]" || text == "}" { depth -= 1 }
      guard depth >= 0 else { throw failure("a bracket closes more than was opened") }
      index += 1
    }
    guard depth == 0 else { throw failure("a bracket is not closed") }
    take(to: index)
    return result
  }

  /// Where the template arguments end that begin here; nil if the sign compares.
  ///
  /// - Parameter isBehind: whether something of the same value stands before it.
  private mutating func argumentsEnd(behind isBehind: Bool) -> Int? {
    guard isCpp, isBehind, index > 0, tokens[index - 1].sort == .name else { return nil }
    if let known = angles[index] { return known }
    let start = index
    let isInTrial = isTrial
    isTrial = true
    _ = try? nested { (parser) throws(MarkupError) in try parser.templateArguments() }
    isTrial = isInTrial
    index = start
    // A value behind them makes them two comparisons.
    if let end = angles[start] ?? nil, end + 1 < tokens.count, !tokens[end + 1].isSign {
      angles[start] = .some(nil)
    }
    return angles[start] ?? nil
  }

  /// What stands in double brackets before a declaration: `[[nodiscard]]`.
  mutating func attributes() throws(MarkupError) -> [[CToken]] {
    var result: [[CToken]] = []
    while next() == "[", next(1) == "[" {
      index += 2
      result.append(try expression(until: ["]"]))
      try expect("]")
      try expect("]")
    }
    return result
  }
}
