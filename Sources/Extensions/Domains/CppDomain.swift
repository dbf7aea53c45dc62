public import DocTree

/// Sphinx's domain `cpp`: functions, classes and their members, types, concepts.
public struct CppDomain: Extension {
  public let name = "cpp"

  public init() {}

  public func register(in registry: inout Registry) {
    for type in [
      "class", "struct", "union", "function", "member", "var", "type", "concept", "enum",
      "enum-struct", "enum-class", "enumerator",
    ] {
      registry.add(
        directive: "cpp:\(type)",
        ObjectDirective(
          domain: CppObjects(), objectType: type,
          allOptions: CDomain.options + ["tparam-line-spec"]))
    }
    NamespaceDirective.register("cpp", in: &registry)
    registry.add(directive: "cpp:alias", AliasDirective(domain: "cpp"))
    for type in [
      "any", "class", "struct", "union", "func", "member", "var", "type", "concept", "enum",
      "enumerator",
    ] {
      var role = CrossReferenceRole(domain: "cpp", type: type)
      role.addsParentheses = type == "func"
      role.style = .scoped(separator: "::", searchesAll: false)
      registry.add(role: "cpp:\(type)", role)
    }
    registry.add(role: "cpp:expr", ExpressionRole(domain: "cpp", isCode: true))
    registry.add(role: "cpp:texpr", ExpressionRole(domain: "cpp", isCode: false))
  }
}

/// A declaration of C++ that is described.
struct CppDeclaration {
  var templates: [[CTemplateParameter]] = []
  var name = CName(parts: [])
  var specifier = CSpecifier()
  var function: CFunction?
  /// What stands in the last line of the signature.
  var nodes: [Node] = []

  private let writer: CNodes

  /// - Parameter type: what the directive says that it is.
  init(_ text: String, as type: String, writer: CNodes = CNodes(isCpp: true)) throws {
    self.writer = writer
    var parser = try CParser(text, isCpp: true)
    while parser.skip("template") { templates.append(try parser.templateParameters()) }
    let attributes = writer.attributes(try parser.attributes())
    defer { nodes = attributes + nodes }
    switch type {
    case "class", "struct", "union": try readClass(type, &parser)
    case "enum", "enum-struct", "enum-class": try readEnum(type, &parser)
    case "enumerator", "concept":
      name = try parser.name()
      nodes = CNodes.lead(type) + writer.declared(name)
      try readValue(&parser)
    case "type": try readType(&parser)
    default: try readDeclaration(type, &parser)
    }
    try parser.expectEnd()
  }

  private mutating func readClass(_ keyword: String, _ parser: inout CParser) throws {
    name = try parser.name()
    nodes = CNodes.lead(keyword) + writer.declared(name)
    if parser.skip("final") { nodes += [CNodes.space, CNodes.keyword("final")] }
    guard parser.skip(":") else { return }
    nodes += [CNodes.space, CNodes.punctuation(":"), CNodes.space]
    while true {
      while let word = parser.next(), ["public", "private", "protected", "virtual"].contains(word) {
        nodes += CNodes.lead(word)
        _ = parser.skip(word)
      }
      nodes += writer.reference(try parser.name())
      if parser.skip("...") { nodes.append(CNodes.punctuation("...")) }
      guard parser.skip(",") else { return }
      nodes += [CNodes.punctuation(","), CNodes.space]
    }
  }

  private mutating func readEnum(_ type: String, _ parser: inout CParser) throws {
    name = try parser.name()
    nodes = CNodes.lead("enum")
    if type != "enum" { nodes += CNodes.lead(String(type.dropFirst(5))) }
    nodes += writer.declared(name)
    guard parser.skip(":") else { return }
    nodes += [CNodes.space, CNodes.punctuation(":"), CNodes.space]
    nodes += writer.type(try parser.typeUse())
  }

  private mutating func readType(_ parser: inout CParser) throws {
    var trial = parser
    if let plain = try? trial.name(), trial.isAtEnd || trial.next() == "=" {
      parser = trial
      name = plain
      let isAlias = parser.skip("=")
      nodes = CNodes.lead(isAlias || !templates.isEmpty ? "using" : "type") + writer.declared(plain)
      guard isAlias else { return }
      nodes += [CNodes.space, CNodes.punctuation("="), CNodes.space]
      nodes += writer.type(try parser.typeUse())
      return
    }
    try readDeclaration("type", &parser)
    nodes = CNodes.lead("typedef") + nodes
  }

  private mutating func readDeclaration(_ type: String, _ parser: inout CParser) throws {
    specifier = try parser.specifier(allowsNone: type == "function")
    let declarator = try parser.declarator()
    guard let declared = declarator.declaredName else {
      throw parser.failure("a name is expected")
    }
    name = declared
    let before = writer.specifier(specifier)
    nodes = before + (before.isEmpty ? [] : [CNodes.space])
    nodes += writer.declarator(declarator, isDeclared: true)
    if type == "function" {
      function = declarator.declaredFunction
      if function == nil { throw parser.failure("a function's parameters are expected") }
    }
    // How many bits it has.
    if function == nil, parser.skip(":") {
      nodes += [CNodes.space, CNodes.punctuation(":"), CNodes.space]
      nodes += writer.expression(try parser.expression(until: ["="]))
    }
    if function == nil, parser.next() == "{" {
      nodes += writer.expression(try parser.expression(until: []))
    }
    try readValue(&parser)
  }

  private mutating func readValue(_ parser: inout CParser) throws {
    guard parser.skip("=") else { return }
    nodes += [CNodes.space, CNodes.punctuation("="), CNodes.space]
    nodes += writer.expression(try parser.expression(until: []))
  }

  /// The id without its prefix.
  ///
  /// - Parameter outer: the names that it stands in.
  func id(_ mangling: CppMangling, in outer: [String]) -> String {
    let parts = outer.map { CName.Part(text: $0) } + name.parts
    var result = templates.map(mangling.template).joined()
    result += mangling.name(parts, modifiers: function.map(CppMangling.modifiers) ?? "")
    guard let function else { return result }
    if mangling.version == 4, !templates.isEmpty { result += mangling.specifier(specifier) }
    return result + mangling.parameters(function)
  }
}

/// How C++'s things are described.
struct CppObjects: ObjectDomain {
  let name = "cpp"

  func idPrefix(_ signature: DescSignature, _ type: String, at place: Int) -> String? { nil }

  func describe(_ text: String, _ subject: Subject) throws {
    try subject.signature.append(Self.lines(text, subject.type, CNodes(isCpp: true)))
    subject.signature.isMultiline = true
    subject.signature["multi_line_parameter_list"] = .flag(false)
    subject.signature.declaration = text
  }

  /// The lines of a signature: one for each template, and the declaration.
  static func lines(
    _ text: String, _ type: String, _ writer: CNodes
  ) throws -> [DescSignatureLine] {
    let declaration = try CppDeclaration(text, as: type, writer: writer)
    let templates = declaration.templates.map {
      DescSignatureLine(children: CNodes(isCpp: true).template($0))
    }
    let line = DescSignatureLine(children: declaration.nodes)
    line.addPermalink = true
    return templates + [line]
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    let around = Self.around(scope)
    var inner = around
    defer { scope.frames["cpp", default: []].append(inner) }
    if desc.objtype == AliasDirective.objectType { return }
    for case let signature as DescSignature in desc.children {
      guard let text = signature.declaration,
        let declaration = try? CppDeclaration(text, as: desc.objtype ?? "")
      else {
        signature.tocName = "PhonyNameDueToError()"
        signature.tocParts = PythonLiteral.tuple(["PhonyNameDueToError"])
        signature["multi_line_parameter_list"] = .flag(false)
        continue
      }
      let own = declaration.name.parts.map(Self.text)
      let outer = around.path.map(\.name)
      let ids = [4, 3, 2].map { version in
        let mangling = CppMangling(version: version)
        return mangling.prefix + declaration.id(mangling, in: outer)
      }
      inner = around
      scope.ids["cpp:" + (outer + own).joined(separator: "::")] = ids[0]
      for name in own {
        let full = (inner.path.map(\.name) + [name]).joined(separator: "::")
        inner.path.append((name, scope.ids["cpp:" + full]))
      }
      inner.names.append(own.last ?? "")
      let key = Self.key(inner)
      for xref in signature.findAll(PendingXref.self) { xref["cpp:parent_key"] = .string(key) }
      let path = outer + own
      let parentheses = declaration.function == nil ? "" : "()"
      signature.tocName = inner.names.joined(separator: "::") + parentheses
      signature.tocParts = PythonLiteral.tuple(path)
      signature.ids = ids
      guard !desc.noIndexEntry else { continue }
      let written = declaration.name.parts.map(Self.writtenText)
      let sort =
        desc.objtype == "var"
        ? "member" : desc.objtype?.hasPrefix("enum-") == true ? "enum" : desc.objtype ?? ""
      index.entries.items.append(
        IndexEntry(
          "single", "\((outer + written).joined(separator: "::")) (C++ \(sort))", to: ids[0]))
    }
  }

  /// What a place stands in: a description, or a namespace.
  private static func around(_ scope: DomainScope) -> DomainScope.Frame {
    if let frame = scope.frames["cpp"]?.last { return frame }
    var frame = DomainScope.Frame()
    var full = "cpp"
    for name in (scope.modules["cpp"] ?? "").parts(separatedBy: "::") where !name.isEmpty {
      full += (frame.path.isEmpty ? ":" : "::") + name
      frame.path.append((String(name), scope.ids[full]))
    }
    return frame
  }

  private static func key(_ frame: DomainScope.Frame) -> String {
    "[" + frame.path.map { "(\($0.name), \($0.id ?? "None"))" }.joined(separator: ", ") + "]"
  }

  func parentKey(in scope: DomainScope) -> String? {
    let frame = Self.around(scope)
    return frame.path.isEmpty && !scope.known.contains("cpp") ? nil : Self.key(frame)
  }

  /// A name without template arguments.
  static func text(_ name: CName) -> String { name.parts.map(text).joined(separator: "::") }

  /// The part with its template arguments.
  private static func writtenText(_ part: CName.Part) -> String {
    text(part)
      + (part.arguments.map { CNodes(isCpp: true).arguments($0) } ?? []).map { $0.astext() }
      .joined()
  }

  /// The part of a name as it is written.
  private static func text(_ part: CName.Part) -> String {
    guard let type = part.conversion else { return part.text }
    return "operator " + CNodes(isCpp: true).type(type).map { $0.astext() }.joined()
  }
}
