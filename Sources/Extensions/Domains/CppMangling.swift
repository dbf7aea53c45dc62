/// The ids of C++ declarations, which are mangled names. Sphinx writes one of each version, so that old
/// links go on working; its first one, from before 2014, is left out here.
/// (Sphinx: `get_id` of domains.cpp._ast.)
struct CppMangling {
  /// From 2 to 4.
  let version: Int

  var prefix: String { "_CPPv\(version)" }

  // MARK: Names

  /// - Parameter modifiers: `K` for a function that changes nothing, and the like.
  func name(_ parts: [CName.Part], modifiers: String = "") -> String {
    let text = parts.map(part).joined()
    return parts.count > 1 || !modifiers.isEmpty ? "N\(modifiers)\(text)E" : text
  }

  private func part(_ part: CName.Part) -> String {
    if let conversion = part.conversion { return "cv" + type(conversion) }
    if part.isOperator, let id = Self.operators[String(part.text.dropFirst(8))] { return id }
    let text =
      part.text == "std"
      ? "St" : part.text.hasPrefix("~") ? "D0" : "\(part.text.unicodeScalars.count)\(part.text)"
    return text + (part.arguments.map { "I" + $0.map(argument).joined() + "E" } ?? "")
  }

  private func argument(_ argument: CArgument) -> String {
    switch argument {
    case .type(let use): type(use)
    case .value(let tokens): version == 2 ? "X\(Self.text(tokens))E" : "X\(expression(tokens))E"
    }
  }

  private func expression(_ tokens: [CToken]) -> String {
    tokens.map { token in
      switch token.sort {
      case .number, .string, .character: "L\(token.text)E"
      case .name:
        token.text == "true"
          ? "L1E"
          : token.text == "false"
            ? "L0E"
            : "\(token.text.count)\(token.text)"
      case .punctuation: Self.operators[token.text] ?? ""
      case .angle: token.text == "<" ? "I" : "E"
      }
    }.joined()
  }

  private static func text(_ tokens: [CToken]) -> String { tokens.map(\.text).joined() }

  // MARK: Types

  func type(_ use: CTypeUse) -> String {
    use.isEllipsis ? "z" : type(use.declarator, specifier(use.specifier))
  }

  func specifier(_ item: CSpecifier) -> String {
    let name =
      item.decltype.map { $0.map(\.text) == ["auto"] ? "Dc" : "DT\(expression($0))E" }
      ?? item.name.map { self.name($0.parts) }
      ?? Self.fundamental[item.builtin.joined(separator: " ")] ?? item.builtin.joined()
    return (item.isVolatile ? "V" : "") + (item.isConst ? "K" : "") + name
  }

  private func type(_ declarator: CDeclarator, _ base: String) -> String {
    // What stands in front of the type, from the inside out.
    var before: [String] = []
    for pointer in declarator.pointers {
      before.append(pointer.sign == "*" ? "P" : pointer.sign == "&" ? "R" : "RR")
      if pointer.words.contains("const") { before.append("K") }
      if pointer.words.contains("volatile") { before.append("V") }
    }
    if declarator.isPack { before.append("Dp") }
    var arrays = ""
    var behind = ""
    for suffix in declarator.suffixes {
      switch suffix {
      case .array(let size):
        arrays += "A\(version == 2 ? Self.text(size) : expression(size))_"
      case .function(let function):
        before.append("F")
        behind += "\(parameters(function))E"
      }
    }
    let result = arrays + before.reversed().joined() + base + behind
    return declarator.inner.map { type($0, result) } ?? result
  }

  func parameters(_ function: CFunction) -> String {
    function.parameters.isEmpty ? "v" : function.parameters.map(type).joined()
  }

  /// What a function's qualifiers add to its name.
  static func modifiers(_ function: CFunction) -> String {
    let words = function.words.map(\.text)
    return (words.contains("volatile") ? "V" : "") + (words.contains("const") ? "K" : "")
      + (words.contains("&&") ? "O" : words.contains("&") ? "R" : "")
  }

  func template(_ parameters: [CTemplateParameter]) -> String {
    let items = parameters.map { parameter in
      parameter.keyword != nil
        ? (parameter.inner.map(template) ?? "") + (parameter.isPack ? "Dp" : "0")
        : parameter.type.map { "_" + type($0) } ?? ""
    }
    return "I\(items.joined())E"
  }

  // MARK: Tables

  private static let fundamental = [
    "void": "v", "bool": "b", "char": "c", "signed char": "a", "unsigned char": "h", "wchar_t": "w",
    "char32_t": "Di", "char16_t": "Ds", "char8_t": "Du", "short": "s", "short int": "s",
    "signed short": "s", "unsigned short": "t", "unsigned short int": "t", "int": "i",
    "signed": "i", "signed int": "i", "unsigned": "j", "unsigned int": "j", "long": "l",
    "long int": "l", "signed long": "l", "unsigned long": "m", "unsigned long int": "m",
    "long long": "x", "long long int": "x", "signed long long": "x", "__int64": "x",
    "unsigned long long": "y", "unsigned long long int": "y", "__int128": "n",
    "unsigned __int128": "o", "float": "f", "double": "d", "long double": "e", "auto": "Da",
  ]

  private static let operators = [
    "new": "nw", "delete": "dl", "~": "co", "+": "pl", "-": "mi", "*": "ml", "/": "dv", "%": "rm",
    "&": "an", "|": "or", "^": "eo", "=": "aS", "+=": "pL", "-=": "mI", "*=": "mL", "/=": "dV",
    "%=": "rM", "&=": "aN", "|=": "oR", "^=": "eO", "<<": "ls", ">>": "rs", "<<=": "lS",
    ">>=": "rS", "==": "eq", "!=": "ne", "<": "lt", ">": "gt", "<=": "le", ">=": "ge",
    "<=>": "ss", "!": "nt", "&&": "aa", "||": "oo", "++": "pp", "--": "mm", ",": "cm",
    "->*": "pm", "->": "pt", "()": "cl", "[]": "ix",
  ]
}
