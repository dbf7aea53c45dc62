import DocTree

/// The names that references to something described may use.
enum ObjectNames {
  static func of(_ signature: DescSignature, id: String, domain: String) -> [String] {
    if let all = signature.allnames {
      return all.split(separator: " ").map { option(String($0), of: signature.program) }
    }
    switch domain {
    case "py", "js":
      guard let name = signature.fullname else { return [id] }
      guard let module = signature["module"], module != AttributeValue.none, !module.text.isEmpty
      else { return [name] }
      return ["\(module.text).\(name)"]
    case "c": return [id.hasPrefix("c.") ? String(id.dropFirst(2)) : id]
    case "rst":
      let name = signature.fullname ?? signature.firstName
      return [signature.program.map { "\($0):\(name)" } ?? name]
    case "cpp": return [path(of: signature).joined(separator: "::")].filter { !$0.isEmpty }
    default: return [signature.fullname ?? signature.firstName]
    }
  }

  /// An option as inventories call it: `git-add.-p`. (Sphinx: StandardDomain.get_objects.)
  static func option(_ name: String, of program: String?) -> String {
    program.map { "\($0).\(name)" } ?? name
  }

  /// What it is called by who looks for it: `cpp:struct` describes a class.
  static func type(_ type: String, domain: String) -> String {
    switch (domain, type) {
    case ("c", "var"), ("cpp", "var"): "member"
    case ("cpp", "struct"): "class"
    case ("std", "cmdoption"): "option"
    case ("cpp", "enum-class"), ("cpp", "enum-struct"): "enum"
    default: type
    }
  }

  /// Whether things of one name and different types are different ones.
  /// (Sphinx: StandardDomain.note_object, ReSTDomain.note_object.)
  static func tellsTypesApart(_ domain: String) -> Bool { domain == "std" || domain == "rst" }

  /// Whether references lead to the last one of those that are described under one name, and not to the
  /// first. (Sphinx: note_object of the domains, and Symbol of those of C and C++.)
  static func lastCounts(_ domain: String, isSamePage: Bool) -> Bool {
    switch domain {
    case "c", "cpp": false
    // Of the last page, the first one.
    case "rst": !isSamePage
    default: true
    }
  }

  /// The types that a role points to, the first one that is there; nil for all.
  /// (Sphinx: Domain.objtypes_for_role.)
  static func types(forRole role: String, in domain: String) -> [String]? {
    switch (domain, role) {
    case ("rst", "dir"): ["directive", "directive:option"]
    case ("rst", "role"), ("std", "confval"), ("std", "envvar"): [role]
    default: nil
    }
  }

  /// What is shown where the pointer rests on a link; nil for the name.
  static func title(ofName name: String, type: String, domain: String) -> String? {
    domain == "rst" ? "\(name) \(type)" : nil
  }

  /// The role that points to something of a type. (Sphinx: Domain.role_for_objtype.)
  static func role(forType type: String, in domain: String) -> String {
    switch (domain, type) {
    case ("c", "member"): "var"
    case ("c", "type"), ("cpp", "type"): "identifier"
    case (_, "function"): "func"
    case (_, "method"), (_, "classmethod"), (_, "staticmethod"): "meth"
    case (_, "attribute"), (_, "property"): "attr"
    case (_, "exception"): "exc"
    case (_, "module"): "mod"
    case (_, "directive"), (_, "directive:option"): "dir"
    case (_, "cmdoption"): "option"
    default: type
    }
  }

  /// The names from the outermost scope in.
  private static func path(of signature: DescSignature) -> [String] {
    signature.tocParts.flatMap { PythonLiteral.items(ofTuple: $0) }?.compactMap { $0 } ?? []
  }

  /// Names in C and C++ that leave out what need not be said: what has no name, and the enumeration of
  /// an enumerator, if it is no scope.
  static func aliases(of signature: DescSignature, in desc: Desc, domain: String) -> [String] {
    guard domain == "c" || domain == "cpp" else { return [] }
    let path = path(of: signature)
    let separator = domain == "c" ? "." : "::"
    var aliases: [[String]] = []
    let named = path.filter { !$0.hasPrefix("@") }
    if named.count < path.count, path.last?.hasPrefix("@") == false { aliases.append(named) }
    if desc.objtype == "enumerator", named.count > 1,
      let around = desc.parent?.parent as? Desc, around.objtype == "enum",
      path.dropLast().last?.hasPrefix("@") == false
    {
      aliases.append(named.dropLast(2) + named.suffix(1))
    }
    return aliases.map { $0.joined(separator: separator) }
  }
}
