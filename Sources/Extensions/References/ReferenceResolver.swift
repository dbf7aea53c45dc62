import DocTree

/// Resolves one reference.
struct ReferenceResolver {
  let document: Document
  let project: ProjectView
  let configuration: Configuration
  let sources: [any ReferenceSource]
  let scopes: ScopeReader
  /// Whether there may be terms, formulas or objects that references can name.
  let describesThings: Bool
  let xref: PendingXref

  var target: String { xref.reftarget ?? "" }
  var isExplicit: Bool { xref.refexplicit == true }

  func resolve() throws {
    let type = xref.reftype ?? ""
    switch (xref.refdomain ?? "", type) {
    case (_, "myst"): try resolveMyST()
    case ("std", "ref"): try resolveLabel()
    case ("std", "numref"): try resolveNumber()
    case ("std", "doc"):
      guard let (page, title) = page(target) else {
        return try miss("unknown document: '\(target)'", "ref.doc", DocumentFact.self)
      }
      try link(page, nil, [inner(isExplicit ? nil : title, ["doc"])])
    case ("std", "term"):
      if let term = term { return try link(term.page, term.id, xref.children) }
      try miss("term not in glossary: '\(target)'", "ref.term", TermFact.self)
    case ("math", "eq"), ("math", "numref"):
      guard let equation = project.fact(EquationFact.self, target) else {
        return try miss("equation not found: \(target)", "ref.eq", EquationFact.self)
      }
      try link(equation.page, equation.id, [equationText(equation)])
    case ("std", "option"):
      guard let option = resolvedOption() else {
        return try miss("unknown option: '\(target)'", "ref.option", ObjectFact.self)
      }
      try link(option.page, option.id, xref.children)
    case ("", "any"): try resolveAny()
    case (let domain, _): try resolveObject(domain, type)
    }
  }

  // MARK: Kinds of references

  private func resolveLabel() throws {
    guard let found = project.fact(LabelFact.self, target) else {
      return try miss("undefined label: '\(target)'", "ref.ref", LabelFact.self)
    }
    guard isExplicit || found.title != nil else {
      return try miss(
        "Failed to create a cross reference. A title or caption not found: '\(target)'", "ref.ref",
        nil)
    }
    try link(found.page, found.id, [inner(isExplicit ? nil : found.title, ["std", "std-ref"])])
  }

  private func resolveNumber() throws {
    guard let label = project.fact(LabelFact.self, target) else {
      return try miss("undefined label: '\(target)'", "ref.numref", LabelFact.self)
    }
    guard let item = project.fact(NumberFact.self, "\(label.page)#\(label.id)"),
      item.kind != EquationNumbers.kind
    else {
      return try miss(
        "Failed to create a cross reference. Any number is not assigned: \(target)", "ref.numref",
        nil)
    }
    if item.kind != "section", item.caption == nil,
      !configuration[ResolveReferences.numbersFigures]
    {
      return try miss("numfig is disabled. :numref: is ignored.", "ref.numref", nil)
    }
    let format =
      isExplicit
      ? xref.astext()
      : item.caption.map { $0 + " %s" } ?? FigureWords.format(of: item.kind, in: configuration)
    if item.caption == nil, !FigureWords.isFormat(format) {
      return try miss("invalid numfig_format: \(format)", "ref.numref", nil)
    }
    let text = FigureWords.text(format, number: item.number, title: item.title)
    let reference = NumberReference()
    reference.format = format
    try link(label.page, label.id, [inner(text, ["std", "std-numref"])], as: reference)
  }

  var term: TermFact? {
    project.fact(TermFact.self, target) ?? project.fact(TermFact.self, target.lowercased())
  }

  func equationText(_ equation: EquationFact) -> Text {
    var number = equation.title ?? ""
    if EquationNumbers.areInProject(configuration),
      let fact = project.fact(NumberFact.self, "\(equation.page)#\(equation.id)")
    {
      number = fact.number.map(String.init).joined(separator: ".")
    }
    return Text(
      configuration[ResolveReferences.equationFormat].replacing("{number}", by: number))
  }

  /// A reference to something described: as it is written, then in the scopes around the reference.
  private func resolveObject(_ domain: String, _ type: String) throws {
    if domain == "cpp", let (signature, name) = templateParameter, let id = signature.ids.first {
      return try link(project.page, id, xref.children, title: name)
    }
    if let object = resolvedObject(in: [domain], role: type) {
      return try link(
        object.page, object.id, xref.children,
        title: domain == "std" ? nil : object.title ?? object.name)
    }
    switch type {
    case "keyword": try miss("unknown keyword: '\(target)'", "ref.keyword", ObjectFact.self)
    default:
      try miss(
        "\(domain):\(type) reference target not found: \(target)", "ref.\(type)", ObjectFact.self,
        name: "\(domain):\(target)")
    }
  }

  /// The template around the reference that has what it names as a parameter, and the full name of that.
  /// It is found where the template is. (Sphinx: Symbol._add_template_and_function_params.)
  private var templateParameter: (DescSignature, String)? {
    guard xref.reftype == "identifier" else { return nil }
    let name = ScopedName.withoutTemplate(target)
    if name.utf8.contains(0x3A) { return nil }
    var node = xref.parent
    while let element = node {
      node = element.parent
      let found = element as? DescSignature ?? element.children.first as? DescSignature
      guard let signature = found, let id = signature.ids.first else { continue }
      for case let line as DescSignatureLine in signature.children.dropLast()
      where line.children.contains(where: { $0 is DescName && $0.astext() == name }) {
        let around = ObjectNames.of(signature, id: id, domain: "cpp").first ?? ""
        return (signature, "\(around)::\(name)")
      }
    }
    return nil
  }

  /// - Parameter role: what points to it; nil for links and `any`, for which the others of the same
  ///   name are in the result.
  func resolvedObject(in domains: [String], role: String? = nil) -> ObjectFact? {
    guard xref.hasRareAttributes || target.utf8.contains(0x20) else {
      // Most references stand in no scope.
      for domain in domains {
        if let object = object(domain + ":" + target, domain, role) { return object }
      }
      return nil
    }
    for domain in domains {
      var names: [String] = []
      func scope(_ key: String) -> String? {
        guard xref.hasRareAttributes, let value = xref["\(domain):\(key)"],
          value != AttributeValue.none
        else { return nil }
        return value.text
      }
      let module = scope("module")
      let owner = scope("class") ?? scope("object")
      if let module, let owner { names.append("\(module).\(owner).\(target)") }
      if let module { names.append("\(module).\(target)") }
      if let owner { names.append("\(owner).\(target)") }
      if domain == "c" || domain == "cpp" {
        let around = scopes.names(ofKey: scope("parent_key"))
        names = ScopedName(target, in: around, domain: domain).candidates
      } else {
        names.append(target)
      }
      for name in names {
        if let object = object("\(domain):\(name)", domain, role) { return object }
      }
      // A dot before the name says that its owner is not.
      if domain == "py", xref["refspecific"] == .flag(true), let found = byEnd(role) {
        return found
      }
    }
    return nil
  }

  /// Something of Python whose full name ends with what is asked for. (Sphinx: PythonDomain.find_obj.)
  private func byEnd(_ role: String?) -> ObjectFact? {
    let types = role.flatMap { ObjectNames.types(forRole: $0, in: "py") }
    let found = (project.fact(ObjectEndFact.self, target)?.objects ?? []).filter {
      types?.contains($0.type) ?? true
    }
    if role != nil, found.count > 1 {
      let names = found.map { $0.title ?? $0.name }.joined(separator: ", ")
      document.report(
        .warning, "more than one target found for cross-reference '\(target)': \(names)", at: xref,
        category: "ref.python")
    }
    return found.first
  }

  private func object(_ name: String, _ domain: String, _ role: String?) -> ObjectFact? {
    let found = project.fact(ObjectFact.self, name)
    guard let found, let role, let types = ObjectNames.types(forRole: role, in: domain) else {
      return found
    }
    for type in types {
      if let object = found.all.first(where: { $0.type == type }) { return object }
    }
    return nil
  }

  // MARK: What becomes of it

  /// A page by its path, from this one or from the root, and its title.
  func page(_ path: String) -> (name: String, title: String)? {
    guard !path.isEmpty else { return nil }
    let name = PagePath.resolve(path, from: project.page)
    guard !name.isEmpty, let found = project.fact(DocumentFact.self, name) else { return nil }
    return (name, found.title ?? Document.noTitle)
  }

  /// The element for the text.
  ///
  /// - Parameter text: nil for what the author wrote.
  func inner(_ text: String?, _ classes: [String]) -> Inline {
    let inner = Inline()
    inner.position = xref.position
    inner.classes = classes
    let old = xref.children.first?.asElement
    let nodes = text.map { [Text($0)] } ?? old?.removeChildren() ?? []
    // New nodes make no cycle.
    try? inner.append(nodes)
    return inner
  }

  /// - Parameters:
  ///   - page: the name of the page that it points to.
  ///   - id: of an element on it; nil for the page.
  func link(
    _ page: String, _ id: String?, _ content: [Node], title: String? = nil,
    as reference: Reference = Reference()
  ) throws {
    reference.position = xref.position
    reference.undeclaredAttributes = Self.internalAttributes
    // A page without a source, such as the index, is pointed to as a whole.
    let id = id.flatMap { $0.isEmpty ? nil : $0 }
    if page == project.page, let id {
      reference.refid = id
    } else {
      reference.refuri = project.address(ofPage: page, id: id)
    }
    reference.title = title ?? xref.title
    try reference.append(content)
    try xref.replace(with: reference)
  }

  /// One for all, which costs nothing to have.
  private static let internalAttributes: [String: AttributeValue] = ["internal": .flag(true)]

  /// Whether somebody else knows what it points to.
  func resolveElsewhere() throws -> Bool {
    for source in sources {
      guard let found = try source.resolve(xref, in: document, project) else { continue }
      try xref.replace(with: found)
      return true
    }
    return false
  }

  /// - Parameter fact: what was looked among.
  func miss(
    _ message: String, _ category: String, _ fact: (any Fact.Type)?, name: String? = nil
  ) throws {
    if try resolveElsewhere() { return }
    let isWarnedOf =
      configuration[ResolveReferences.isNitpicky]
      ? !IgnoredReferences(configuration: configuration).contain(
        domain: xref.refdomain ?? "", type: xref.reftype ?? "", target: target)
      : xref.refwarn == true
    if isWarnedOf {
      document.report(
        .warning, message, at: xref, category: category,
        lookup: fact.map { Diagnostic.Lookup(key: $0.key, name: name ?? target) })
    }
    try xref.replace(with: xref.removeChildren())
  }
}
