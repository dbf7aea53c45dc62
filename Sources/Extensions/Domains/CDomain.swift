public import DocTree

/// Sphinx's domain `c`: functions, macros, types and their members.
public struct CDomain: Extension {
  public let name = "c"

  static let types = [
    "member", "var", "function", "macro", "struct", "union", "enum", "enumerator", "type",
  ]

  /// (Sphinx: CObject.option_spec.)
  static let options = [
    "no-contents-entry", "no-index-entry", "no-typesetting", "nocontentsentry", "noindexentry",
    "single-line-parameter-list",
  ]

  public init() {}

  public func register(in registry: inout Registry) {
    for type in Self.types {
      registry.add(
        directive: "c:\(type)",
        ObjectDirective(domain: CObjects(), objectType: type, allOptions: Self.options))
    }
    NamespaceDirective.register("c", in: &registry)
    registry.add(directive: "c:alias", AliasDirective(domain: "c"))
    for type in [
      "member", "data", "var", "func", "macro", "struct", "union", "enum", "enumerator", "type",
    ] {
      var role = CrossReferenceRole(domain: "c", type: type)
      role.addsParentheses = type == "func"
      role.style = .scoped(separator: ".", searchesAll: false)
      registry.add(role: "c:\(type)", role)
    }
    registry.add(role: "c:expr", ExpressionRole(domain: "c", isCode: true))
    registry.add(role: "c:texpr", ExpressionRole(domain: "c", isCode: false))
  }
}

/// Says which namespace what follows belongs to: `namespace` from now on, `namespace-push` until
/// `namespace-pop`.
struct NamespaceDirective: Directive {
  let domain: String
  /// What is done to the namespace: ``ScopeMark/push``, ``ScopeMark/pop``, or nothing for setting it.
  let change: String
  var argument: DirectiveArgument { change == ScopeMark.pop ? .none : .required }
  let content = DirectiveContent.none

  static func register(_ domain: String, in registry: inout Registry) {
    for (name, change) in [
      ("namespace", ""), ("namespace-push", ScopeMark.push), ("namespace-pop", ScopeMark.pop),
    ] {
      registry.add(
        directive: "\(domain):\(name)", NamespaceDirective(domain: domain, change: change))
    }
  }

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let name = call.argument.trimmed
    let separator = domain == "cpp" ? "::" : "."
    guard name.parts(separatedBy: separator).count <= DomainScope.depthLimit else {
      throw MarkupError("a namespace has more than \(DomainScope.depthLimit) names")
    }
    let isNone = ["NULL", "0", "nullptr"].contains(name)
    return [ScopeMark(domain + change, isNone ? "" : name, at: call.position)]
  }
}

/// An expression or a type in text.
struct ExpressionRole: Role {
  let domain: String
  let isCode: Bool
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    let isCpp = domain == "cpp"
    let nodes = CNodes(isCpp: isCpp)
    let inline = DescInline(children: [], position: call.position)
    inline.domain = domain
    inline.classes = ["\(domain)-\(isCode ? "expr" : "texpr")", "sig", "sig-inline", domain]
    var parser = try CParser(call.text, isCpp: isCpp)
    // What is no type, such as a call, is a value.
    if let type = try? parser.typeUse(), parser.isAtEnd, type.isPlain {
      try inline.append(nodes.type(type))
    } else {
      var values = try CParser(call.text, isCpp: isCpp)
      let tokens = try? values.expression(until: [])
      try inline.append(nodes.expression(tokens ?? CToken.list(call.text)))
    }
    return [inline]
  }
}

extension CTypeUse {
  /// Whether it is no value, such as a call of what may be a type.
  fileprivate var isPlain: Bool {
    if value != nil { return false }
    if !specifier.builtin.isEmpty || !specifier.leading.isEmpty || !specifier.trailing.isEmpty {
      return true
    }
    return declarator.suffixes.isEmpty && declarator.declaredName == nil
  }
}

/// How C's things are described.
struct CObjects: ObjectDomain {
  let name = "c"

  func idPrefix(_ signature: DescSignature, _ type: String, at place: Int) -> String? { nil }

  func describe(_ text: String, _ subject: Subject) throws {
    let line = try Self.line(text, subject.type, CNodes(isCpp: false))
    try subject.signature.append(line.line)
    subject.signature.isMultiline = true
    subject.signature["multi_line_parameter_list"] = .flag(false)
    subject.signature.fullname = nil
    subject.signature.declaration = text
    subject.signature["declared"] = .list(line.declared.parts.map(\.text))
    subject.signature["parentheses"] = .flag(line.hasParentheses)
  }

  /// The line of a signature, and what it declares.
  static func line(
    _ text: String, _ type: String, _ nodes: CNodes
  ) throws -> (line: DescSignatureLine, declared: CName, hasParentheses: Bool) {
    var parser = try CParser(text, isCpp: false)
    let line = DescSignatureLine()
    line.addPermalink = true
    var declared: CName
    var hasParentheses = false
    switch type {
    case "macro":
      declared = try parser.name()
      try line.append(nodes.declared(declared))
      if let parameters = try macroParameters(&parser) {
        try line.append(parameters)
        hasParentheses = true
      }
    case "struct", "union", "enum", "enumerator":
      declared = try parser.name()
      try line.append(CNodes.lead(type), nodes.declared(declared))
      if parser.skip("=") {
        let value = nodes.expression(try parser.expression(until: []))
        try line.append(CNodes.space, CNodes.punctuation("="), CNodes.space, value)
      }
    default:
      let isType = type == "type"
      if isType, let name = try plainName(text) {
        declared = name
        try line.append(CNodes.lead("type"), nodes.declared(name))
        _ = try parser.expression(until: [])
        break
      }
      let attributes = nodes.attributes(try parser.attributes())
      let specifier = try parser.specifier()
      let declarator = try parser.declarator()
      guard let name = declarator.declaredName else {
        throw parser.failure("a name is expected")
      }
      declared = name
      if isType { try line.append(CNodes.lead("typedef")) }
      try line.append(attributes)
      try line.append(
        nodes.specifier(specifier), CNodes.space, nodes.declarator(declarator, isDeclared: true))
      hasParentheses = type == "function"
      if hasParentheses, declarator.declaredFunction == nil {
        throw parser.failure("a function's parameters are expected")
      }
      try addValue(&parser, to: line, nodes)
    }
    try parser.expectEnd()
    return (line, declared, hasParentheses)
  }

  /// A type's name, where nothing else stands there.
  private static func plainName(_ text: String) throws -> CName? {
    var parser = try CParser(text, isCpp: false)
    guard let name = try? parser.name(), parser.isAtEnd else { return nil }
    return name
  }

  private static func macroParameters(_ parser: inout CParser) throws -> DescParameterlist? {
    guard parser.skip("(") else { return nil }
    let list = DescParameterlist()
    while !parser.skip(")") {
      if !list.children.isEmpty { try parser.expect(",") }
      let parameter = DescParameter()
      parameter.noemph = true
      if parser.skip("...") {
        try parameter.append(DescSigPunctuation("..."))
      } else {
        let name = try parser.name().parts.map(\.text).joined(separator: ".")
        try parameter.append(DescSigName(parser.skip("...") ? name + "..." : name))
      }
      try list.append(parameter)
    }
    return list
  }

  /// What stands behind a declarator: a value, or how many bits it has.
  private static func addValue(
    _ parser: inout CParser, to line: DescSignatureLine, _ nodes: CNodes
  ) throws {
    for sign in ["=", ":"] where parser.skip(sign) {
      let value = nodes.expression(try parser.expression(until: []))
      try line.append(CNodes.space, CNodes.punctuation(sign), CNodes.space, value)
    }
    guard parser.next()?.hasPrefix("__attribute__") == true else { return }
    let attribute = try parser.expression(until: []).map(\.text).joined()
    try line.append(CNodes.space, attribute)
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    let around = Self.around(scope)
    var inner = around
    defer { scope.owners["c", default: []].append(inner) }
    if desc.objtype == AliasDirective.objectType { return }
    for case let signature as DescSignature in desc.children {
      guard let own = signature["declared"].flatMap({ [String]($0) }) else {
        signature.tocName = "PhonyNameDueToError()"
        signature.tocParts = PythonLiteral.tuple(["PhonyNameDueToError"])
        signature["multi_line_parameter_list"] = .flag(false)
        continue
      }
      let hasParentheses = signature["parentheses"] == .flag(true)
      signature["declared"] = nil
      signature["parentheses"] = nil
      let outer = around.isEmpty ? [] : around.split(separator: ".").map(String.init)
      let path = outer + own
      let full = path.joined(separator: ".")
      inner = full
      signature.tocName = (path.last ?? "") + (hasParentheses ? "()" : "")
      signature.tocParts = PythonLiteral.tuple(path)
      scope.ids["c:\(full)"] = "c.\(full)"
      let key = "[" + self.key(path, scope.ids) + "]"
      for xref in signature.findAll(PendingXref.self) { xref["c:parent_key"] = .string(key) }
      signature.ids = ["c.\(full)"]
      guard !desc.noIndexEntry else { continue }
      let shown = path.map { $0.hasPrefix("@") ? "[anonymous]" : $0 }.joined(separator: ".")
      index.entries.items.append(
        IndexEntry("single", "\(shown) (C \(desc.objtype ?? ""))", to: "c.\(full)"))
    }
  }

  /// The full name of what a place stands in.
  private static func around(_ scope: DomainScope) -> String {
    scope.owners["c"]?.last
      ?? scope.modules["c"].map { $0.split(separator: ".").joined(separator: ".") } ?? ""
  }

  func parentKey(in scope: DomainScope) -> String? {
    let path = Self.around(scope).split(separator: ".").map(String.init)
    return path.isEmpty && !scope.known.contains("c") ? nil : "[" + key(path, scope.ids) + "]"
  }

  /// The names on the way with their ids; those that nothing describes have none.
  private func key(_ path: [String], _ ids: [String: String]) -> String {
    var names: [String] = []
    return path.map { name in
      names.append(name)
      return "(\(name), \(ids["c:" + names.joined(separator: ".")] ?? "None"))"
    }.joined(separator: ", ")
  }
}
