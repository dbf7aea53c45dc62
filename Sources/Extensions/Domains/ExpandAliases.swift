import DocTree

/// Puts the declarations in the place of the aliases of them, before references are resolved.
/// (Sphinx: AliasTransform of domains.c and domains.cpp.)
struct ExpandAliases: Transform {
  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [Desc.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let scopes = ScopeReader()
    for desc in document.findAll(Desc.self) where desc.objtype == AliasDirective.objectType {
      for case let signature as DescSignature in desc.children {
        guard let xref = signature.children.first as? PendingXref,
          xref.reftype == AliasDirective.reference
        else { continue }
        do {
          let nodes = try Alias(xref, scopes, try context.project).nodes()
          guard let place = desc.children.firstIndex(where: { $0 === signature }) else { continue }
          try desc.insert(nodes, at: place)
          signature.detach()
        } catch let error as MarkupError {
          let domain = desc.domain ?? ""
          document.report(.warning, error.message, at: xref, category: "\(domain).alias")
          try signature.setChildren(xref.removeChildren())
        }
      }
    }
  }
}

/// An alias that is expanded.
private struct Alias {
  let project: ProjectView
  let domain: String
  let text: String
  /// The scopes around it.
  let scope: [String]
  let depth: Int
  let hasNoRoot: Bool

  private var isCpp: Bool { domain == "cpp" }

  init(_ xref: PendingXref, _ scopes: ScopeReader, _ project: ProjectView) {
    self.project = project
    domain = xref.refdomain ?? ""
    text = xref.reftarget ?? ""
    scope = scopes.names(ofKey: xref["\(domain):parent_key"]?.text)
    depth = xref["maxdepth"].flatMap { Int($0.text) } ?? 1
    hasNoRoot = xref["noroot"] == .flag(true)
  }

  /// The signatures, each with its members behind it.
  ///
  /// - Throws: ``MarkupError`` if there is no such declaration.
  func nodes() throws -> [Node] {
    let roots = try isCpp ? foundInCpp() : found(self.text)
    guard let root = roots.first else {
      throw MarkupError(
        isCpp
          ? "Can not find C++ declaration for alias '\(text)'."
          : "Could not find C declaration for alias '\(text)'.")
    }
    let top = Desc()
    var open: [(declarations: [Declaration], depth: Int, parent: Element)] = []
    let innerDepth = max(depth - 1, 0)
    if !hasNoRoot {
      open.append((roots, depth, top))
    } else if depth != 1 {
      open.append((members(of: root), innerDepth, top))
    }
    while let (declarations, depth, parent) = open.popLast() {
      for declaration in declarations {
        try parent.append(try signature(declaration))
        guard depth != 1, case let members = members(of: declaration), !members.isEmpty else {
          continue
        }
        let desc = Desc()
        desc.domain = domain
        desc.desctype = AliasDirective.objectType
        desc.objtype = AliasDirective.objectType
        desc.noIndex = true
        try parent.append(DescContent(desc))
        open.append((members, max(depth - 1, 0), desc))
      }
    }
    return top.removeChildren()
  }

  // MARK: Finding

  private func members(of declaration: Declaration) -> [Declaration] {
    project.fact(DeclarationFact.self, "\(domain):\(declaration.name)")?.members ?? []
  }

  /// What is declared by a name in the scopes around the alias.
  private func found(
    _ name: String, where isMeant: (Declaration) -> Bool = { _ in true }
  ) throws -> [Declaration] {
    for name in ScopedName(name, in: scope, domain: domain).candidates {
      let fact = project.fact(DeclarationFact.self, "\(domain):\(name)")
      if case let found = fact?.declarations.filter(isMeant) ?? [], !found.isEmpty { return found }
    }
    return []
  }

  /// A name means all functions that have it, and what a function takes the one that takes this.
  private func foundInCpp() throws -> [Declaration] {
    var parser = try CParser(text, isCpp: true)
    while parser.skip("template") { _ = try parser.templateParameters() }
    if let name = try? parser.name() {
      if parser.next() == "(", parser.next(1) == ")" {
        _ = parser.skip("(")
        _ = parser.skip(")")
      }
      if parser.isAtEnd { return try found(CppObjects.text(name)) }
    }
    let function = try CppDeclaration(text, as: "function")
    let mangling = CppMangling(version: 4)
    return try found(CppObjects.text(function.name)) { declaration in
      let outer = Array(declaration.path.dropLast(function.name.parts.count))
      return declaration.id == mangling.prefix + function.id(mangling, in: outer)
    }
  }

  // MARK: Showing

  private func signature(_ declaration: Declaration) throws -> DescSignature {
    let signature = DescSignature()
    signature.isMultiline = true
    let writer = CNodes(isCpp: isCpp) { link(to: declaration) }
    if isCpp {
      try signature.append(CppObjects.lines(declaration.text, declaration.type, writer))
    } else {
      try signature.append(try CObjects.line(declaration.text, declaration.type, writer).line)
    }
    let names = declaration.path.map { "(\($0), None)" }.joined(separator: ", ")
    for xref in signature.findAll(PendingXref.self) {
      xref["\(domain):parent_key"] = .string("[\(names)]")
    }
    return signature
  }

  private func link(to declaration: Declaration) -> Reference {
    let reference = Reference()
    reference["internal"] = .flag(true)
    if declaration.page == project.page {
      reference.refid = declaration.id
    } else {
      reference.refuri = project.address(ofPage: declaration.page, id: declaration.id)
    }
    reference.title = declaration.name
    return reference
  }
}
