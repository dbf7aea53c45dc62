import DocTree

/// Code in which `{name}` stands for something that varies. (Sphinx: roles.EmphasizedLiteral.)
struct PlaceholderRole: Role {
  let `class`: String
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    let literal = Literal()
    literal.position = call.position
    literal.classes = [`class`]
    literal["role"] = .string(`class`)
    for part in Self.parts(call.text) {
      try literal.append(part.isPlaceholder ? Emphasis(part.text) : Text(part.text))
    }
    return [literal]
  }

  static func parts(_ text: String) -> [(text: String, isPlaceholder: Bool)] {
    var parts: [(text: String, isPlaceholder: Bool)] = []
    var before = ""
    /// What stands behind a brace that is open.
    var inside: String?
    func add(_ string: String) {
      if inside != nil { inside? += string } else { before += string }
    }
    var characters = text.makeIterator()
    var pending = characters.next()
    while let character = pending {
      pending = characters.next()
      switch character {
      case "\\":
        if let next = pending, "\\{}".contains(next) {
          add(String(next))
          pending = characters.next()
        } else {
          add("\\")
        }
      case "{" where inside == nil: inside = ""
      case "}":
        if let name = inside, !name.isEmpty {
          if !before.isEmpty { parts.append((before, false)) }
          parts.append((name, true))
          before = ""
        } else {
          before += inside == nil ? "}" : "{}"
        }
        inside = nil
      default: add(String(character))
      }
    }
    if let inside { before += "{" + inside }
    if !before.isEmpty { parts.append((before, false)) }
    return parts
  }
}
