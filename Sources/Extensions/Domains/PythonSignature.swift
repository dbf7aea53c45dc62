import DocTree

/// The nodes of a Python signature. (Sphinx: domains.python._annotations.)
enum PythonSignature {
  /// A signature's parts.
  struct Parts {
    var prefix = ""
    var name = ""
    var parameters: String?
    var returns: String?
  }

  static func split(_ text: String) throws -> Parts {
    var parts = Parts()
    let path = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let dot = path.lastIndex(of: ".")
    parts.prefix = dot.map { String(path[...$0]) } ?? ""
    parts.name = String(dot.map { path[path.index(after: $0)...] } ?? path)
    var rest = String(text.dropFirst(path.count)).stripped
    if rest.hasPrefix("(") {
      guard let end = matchingEnd(rest) else {
        throw MarkupError("the signature '\(text)' has a parenthesis that is not closed")
      }
      parts.parameters = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = String(rest[rest.index(after: end)...]).stripped
    }
    if rest.hasPrefix("->") {
      parts.returns = String(rest.dropFirst(2)).stripped
      rest = ""
    }
    guard !parts.name.isEmpty, rest.isEmpty else {
      throw MarkupError(
        "'\(text)' is no Python signature; write name, name(parameters) or name(parameters) -> type"
      )
    }
    return parts
  }

  /// Where the parenthesis at the beginning ends.
  private static func matchingEnd(_ text: String) -> String.Index? {
    var depth = 0
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// The pieces between separators that stand in no bracket and no string.
  static func split(_ text: String, at separator: Character, max: Int = .max) -> [String] {
    var result = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if character == separator, depth == 0, result.count <= max {
        result.append("")
        continue
      }
      result[result.count - 1].append(character)
    }
    return result
  }

  static func parameterList(_ text: String) throws -> DescParameterlist {
    let list = DescParameterlist()
    guard !text.stripped.isEmpty else { return list }
    list.isMultiline = false
    list.hasTrailingComma = true
    if text.contains("[,") || text.stripped.hasPrefix("[") {
      try addOptional(text, to: list)
      return list
    }
    for item in split(text, at: ",") where !item.stripped.isEmpty {
      try list.append(parameter(item.stripped))
    }
    return list
  }

  /// Parameters with brackets around those that may be left out: `a[, b[, c]]`.
  static func addOptional(_ text: String, to list: DescParameterlist) throws {
    var stack: [Element] = [list]
    var name = ""
    func finish() throws {
      let trimmed = name.stripped
      name = ""
      guard !trimmed.isEmpty, let top = stack.last else { return }
      let parameter = DescParameter(DescSigName(trimmed))
      try top.append(parameter)
    }
    for character in text {
      switch character {
      case "[":
        try finish()
        let optional = DescOptional()
        try stack.last?.append(optional)
        stack.append(optional)
      case "]":
        try finish()
        if stack.count > 1 { stack.removeLast() }
      case ",": try finish()
      default: name.append(character)
      }
    }
    try finish()
  }

  static func parameter(_ text: String) throws -> DescParameter {
    let result = DescParameter()
    if text == "/" || text == "*" {
      let explanation =
        text == "/"
        ? "Positional-only parameter separator (PEP 570)"
        : "Keyword-only parameters separator (PEP 3102)"
      let mark = Abbreviation(text)
      mark["explanation"] = .string(explanation)
      let token = DescSigOperator(mark)
      token.classes = [text == "/" ? "positional-only-separator" : "keyword-only-separator", "o"]
      try result.append(token)
      return result
    }
    let stars = text.prefix { $0 == "*" }
    if !stars.isEmpty { try result.append(DescSigOperator(String(stars))) }
    let halves = split(String(text.dropFirst(stars.count)), at: "=", max: 1)
    let sides = split(halves[0], at: ":", max: 1)
    try result.append(DescSigName(sides[0].stripped))
    if sides.count > 1 {
      let name = DescSigName()
      try name.append(annotation(sides[1].stripped))
      try result.append(DescSigPunctuation(":"), DescSigSpace(" "), name)
    }
    if halves.count > 1 {
      if sides.count > 1 { try result.append(DescSigSpace(" ")) }
      try result.append(DescSigOperator("="))
      if sides.count > 1 { try result.append(DescSigSpace(" ")) }
      let value = Inline(halves[1].stripped)
      value.classes = ["default_value"]
      value["support_smartquotes"] = .flag(false)
      try result.append(value)
    }
    return result
  }

  /// A type, in which each name is a reference.
  static func annotation(_ text: String) -> [Node] {
    var nodes: [Node] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isLetter || first == "_" || first == "~" {
        let name = rest.prefix { $0.isLetter || $0.isNumber || "_.~".contains($0) }
        nodes.append(reference(String(name)))
        rest = rest.dropFirst(name.count)
      } else if first == "'" || first == "\"" {
        let body = rest.dropFirst().prefix { $0 != first }
        nodes.append(DescSigLiteralString(PythonLiteral.quoted(String(body))))
        rest = rest.dropFirst(body.count + 2)
      } else if first.isNumber {
        let number = rest.prefix { $0.isNumber || $0 == "." }
        nodes.append(DescSigLiteralNumber(String(number)))
        rest = rest.dropFirst(number.count)
      } else if rest.hasPrefix("...") {
        nodes.append(DescSigPunctuation("..."))
        rest = rest.dropFirst(3)
      } else if first.isWhitespace {
        rest = rest.dropFirst()
      } else {
        if first == "|" { nodes.append(DescSigSpace(" ")) }
        nodes.append(DescSigPunctuation(String(first)))
        if first == "|" || first == "," { nodes.append(DescSigSpace(" ")) }
        rest = rest.dropFirst()
      }
    }
    return nodes
  }

  private static func reference(_ text: String) -> PendingXref {
    let name = text.filter { $0 != "~" }
    let shown =
      text.hasPrefix("~") ? name.split(separator: ".").last.map(String.init) ?? name : name
    let xref = PendingXref(shown)
    xref.refdomain = "py"
    xref.reftype = name == "None" || name.hasPrefix("typing.") ? "obj" : "class"
    xref.reftarget = name
    xref["refspecific"] = .flag(false)
    xref.set("py:module", to: AttributeValue.none)
    xref.set("py:class", to: AttributeValue.none)
    return xref
  }
}
