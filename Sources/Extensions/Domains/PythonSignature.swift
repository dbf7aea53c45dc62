import DocTree

/// A signature of Python: `module.Class.name[T](parameters) -> type`.
/// (Sphinx: domains.python._object.py_sig_re.)
struct PythonSignature {
  var prefix = ""
  var name = ""
  /// What stands in brackets and in parentheses; empty where nothing does.
  var typeParameters = ""
  var parameters = ""
  var returns: String?

  init(_ text: String) throws {
    let path = text.prefix { Self.isInName($0) || $0 == "." }
    let dot = path.lastIndex(of: ".")
    prefix = dot.map { String(path[...$0]) } ?? ""
    name = String(dot.map { path[path.index(after: $0)...] } ?? path)
    var rest = text.dropFirst(path.count).drop(while: \.isWhitespace)
    guard !name.isEmpty else { throw Self.failure(text) }
    if rest.hasPrefix("["), let end = Self.end(of: rest) {
      typeParameters = String(rest[rest.index(after: rest.startIndex)..<end]).trimmed
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    if rest.hasPrefix("(") {
      guard let end = Self.end(of: rest) else {
        throw MarkupError("the signature '\(text)' has a parenthesis that is not closed")
      }
      parameters = String(rest[rest.index(after: rest.startIndex)..<end]).trimmed
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
      if rest.hasPrefix("->") {
        returns = String(rest.dropFirst(2)).trimmed
        rest = ""
      }
    }
    guard rest.isEmpty else { throw Self.failure(text) }
  }

  private static func isInName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func failure(_ text: String) -> MarkupError {
    MarkupError(
      "'\(text)' is no Python signature; write name, name(parameters) or name(parameters) -> type")
  }

  /// Where the bracket at the beginning ends.
  private static func end(of text: Substring) -> String.Index? {
    var depth = 0
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}

/// The nodes of parameters. (Sphinx: domains.python._annotations.)
extension PythonSignature {
  /// What stands in parentheses; what is no Python is taken apart at its commas and brackets.
  static func parameterList(_ text: String) throws -> DescParameterlist {
    let parameters: [PythonParameter]
    do throws(PythonProblem) {
      var parser = try PythonParser(text)
      parameters = try parser.parameters(until: nil, allowsTypes: true)
    } catch {
      return try looseParameterList(text)
    }
    let list = DescParameterlist()
    list.isMultiline = false
    list.hasTrailingComma = true
    for parameter in parameters {
      try list.append(
        parameter.name.isEmpty
          ? separator(parameter.stars)
          : self.parameter(
            parameter.name, stars: parameter.stars, type: parameter.type?.text,
            value: parameter.value?.text))
    }
    return list
  }

  private static func separator(_ sign: String) -> DescParameter {
    let explanation =
      sign == "/"
      ? "Positional-only parameter separator (PEP 570)"
      : "Keyword-only parameters separator (PEP 3102)"
    let mark = Abbreviation(sign)
    mark["explanation"] = .string(explanation)
    let token = DescSigOperator(mark)
    token.classes = [sign == "/" ? "positional-only-separator" : "keyword-only-separator", "o"]
    return DescParameter(token)
  }

  private static func parameter(
    _ name: String, stars: String = "", type: String?, value: String?
  ) throws -> DescParameter {
    let result = DescParameter()
    if !stars.isEmpty { try result.append(DescSigOperator(stars)) }
    try result.append(DescSigName(name))
    if let type {
      let element = DescSigName()
      try element.append(PythonAnnotation.nodes(type))
      try result.append(DescSigPunctuation(":"), DescSigSpace(" "), element)
    }
    guard let value else { return result }
    if type != nil { try result.append(DescSigSpace(" ")) }
    try result.append(DescSigOperator("="))
    if type != nil { try result.append(DescSigSpace(" ")) }
    try result.append(defaultValue(value))
    return result
  }

  private static func defaultValue(_ text: String) -> Inline {
    let value = Inline(text)
    value.classes = ["default_value"]
    value["support_smartquotes"] = .flag(false)
    return value
  }

  /// Parameters with brackets around those that may be left out: `a[, b[, c]]`. If brackets do not
  /// match, all is one parameter. (Sphinx: _pseudo_parse_arglist.)
  static func looseParameterList(_ text: String) throws -> DescParameterlist {
    let list = DescParameterlist()
    list.isMultiline = false
    list.hasTrailingComma = true
    var stack: [Element] = [list]
    func open() throws {
      let optional = DescOptional()
      try stack[stack.count - 1].append(optional)
      stack.append(optional)
    }
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      var item = item.trimmed
      func drop(first: Bool) {
        if first { item.removeFirst() } else { item.removeLast() }
        item = item.trimmed
      }
      var opening = 0
      var closing = 0
      while item.hasPrefix("[") {
        try open()
        drop(first: true)
      }
      while item.hasPrefix("]") {
        closing += 1
        drop(first: true)
      }
      let before = closing
      while item.hasSuffix("]"), !item.hasSuffix("[]") {
        closing += 1
        drop(first: false)
      }
      while item.hasSuffix("[") {
        opening += 1
        drop(first: false)
      }
      guard stack.count > before else { return DescParameterlist(DescParameter(text)) }
      stack.removeLast(before)
      guard !stack.isEmpty else { return DescParameterlist(DescParameter(text)) }
      if !item.isEmpty { try stack[stack.count - 1].append(looseParameter(String(item))) }
      for _ in 0..<opening { try open() }
      guard stack.count > closing - before else { return DescParameterlist(DescParameter(text)) }
      stack.removeLast(closing - before)
    }
    return stack.count == 1 ? list : DescParameterlist(DescParameter(text))
  }

  private static func looseParameter(_ text: String) throws -> DescParameter {
    let (head, value) = text.split(at: "=")
    let (name, type) = head.split(at: ":")
    return try parameter(
      name.trimmed, type: type.flatMap { $0.isEmpty ? nil : $0.trimmed },
      value: value.flatMap { $0.isEmpty ? nil : $0.trimmed })
  }

  /// What stands in brackets: `T: int = str, *Ts, **P`. (Sphinx: _parse_type_list.)
  ///
  /// - Throws: ``MarkupError`` for what is no such list.
  static func typeParameterList(_ text: String) throws -> DescTypeParameterList {
    let list = DescTypeParameterList()
    list.isMultiline = false
    list.hasTrailingComma = true
    do {
      var parser = try PythonParser(text)
      while !parser.isAtEnd {
        if !list.children.isEmpty, !parser.skip(",") { throw PythonProblem.syntax }
        if parser.isAtEnd { break }
        try list.append(typeParameter(&parser))
      }
    } catch is PythonProblem {
      throw MarkupError(
        "'[\(text)]' is no list of type parameters, such as [T: int = str, *Ts, **P]")
    }
    return list
  }

  private static func typeParameter(_ parser: inout PythonParser) throws -> DescTypeParameter {
    let result = DescTypeParameter()
    let stars = parser.skip("**") ? "**" : parser.skip("*") ? "*" : ""
    if !stars.isEmpty { try result.append(DescSigOperator(stars)) }
    try result.append(DescSigName(try parser.name()))
    if stars.isEmpty, parser.skip(":") {
      let type = try parser.expression()
      let element = DescSigName()
      try element.append(PythonAnnotation.nodes(type.text))
      try result.append(DescSigPunctuation(":"), DescSigSpace(" "))
      // Several types that it may be stand in parentheses.
      let isTuple = type.tupleItems?.isEmpty == false
      if isTuple { try result.append(DescSigPunctuation("(")) }
      try result.append(element)
      if isTuple { try result.append(DescSigPunctuation(")")) }
    }
    if parser.skip("=") {
      try result.append(DescSigSpace(" "), DescSigOperator("="), DescSigSpace(" "))
      try result.append(defaultValue(try parser.expression().text))
    }
    return result
  }
}
