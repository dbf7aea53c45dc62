import DocTree

/// Text in one element. (docutils: roles.GenericRole.)
struct PlainRole<Kind: Element>: Role {
  var `class`: String?

  /// docutils knows those without a class name.
  var dialect: Dialect? { `class` == nil ? nil : .sphinx }

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let element = Kind(children: [Text(call.text)], position: call.position)
    if let `class` { element.classes = [`class`] }
    return [element]
  }
}

/// Code in text.
struct CodeRole: Role {
  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let literal = Literal(children: [Text(call.text)], position: call.position)
    literal.classes = ["code"]
    if context.configuration[Dialect.key] == .sphinx { literal["language"] = "" }
    return [literal]
  }
}

/// A formula in text.
struct MathRole: Role {
  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let math = Math(text: call.text)
    math.position = call.position
    return [math]
  }
}

/// Raw text has a format, so there must be a role for each.
struct RawRole: Role {
  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    throw MarkupError(
      """
      No format (Writer name) is associated with this role: "\(call.name)".
      The "raw" role cannot be used directly.
      Instead, use the "role" directive to create a new role with an associated format.
      """)
  }
}

/// A short form and, in parentheses, what it is short for: `HTML (HyperText Markup Language)`.
struct AbbreviationRole: Role {
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let abbreviation = Abbreviation()
    abbreviation.position = call.position
    var short = call.text
    if short.utf8.last == UInt8(ascii: ")"), let open = short.firstIndex(of: "(") {
      let explanation = short[short.index(after: open)...].dropLast()
      abbreviation["explanation"] = .string(String(explanation))
      short = short[..<open].trimmed
    }
    return [abbreviation.with { try? $0.append(short) }]
  }
}

/// A page of the manual: `ls(1)`.
struct ManpageRole: Role {
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let page = Manpage(children: [Text(call.text)], position: call.position)
    page.classes = ["manpage"]
    page.path = call.text
    page.page = call.text
    if call.text.utf8.last == UInt8(ascii: ")"), let open = call.text.lastIndex(of: "("),
      open > call.text.startIndex
    {
      page.page = String(call.text[..<open])
      page.section = String(call.text[call.text.index(after: open)...].dropLast())
    } else if let dot = call.text.lastIndex(of: "."), dot > call.text.startIndex,
      let first = call.text[call.text.index(after: dot)...].first, first.isNumber
    {
      page.page = String(call.text[..<dot])
      page.section = String(call.text[call.text.index(after: dot)...])
    }
    return [page]
  }
}
