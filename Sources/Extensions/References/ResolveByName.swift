import DocTree

/// Links and the role `any`, which look for their target among all that has a name.
/// (MyST: sphinx_ext.myst_refs; Sphinx: ReferencesResolver.resolve_anyref.)
extension ReferenceResolver {
  /// Something that has the name.
  struct Candidate {
    /// As an author would write it: `py:func`.
    let role: String
    /// What messages call it.
    let name: String
    let page: String
    /// Nil for the page.
    let id: String?
    /// Shown where the pointer rests.
    var title: String?
    /// What the link says. It is asked for once, as it takes what the author wrote.
    let content: () -> [Node]
  }

  /// `[text](target)` and `<project:target>`.
  func resolveMyST() throws {
    if xref.refdomain == "doc" { return try resolvePage() }
    let label = label()
    var found = [label, page(["doc", "std", "std-doc"])].compactMap(\.self)
    // A page that is made, such as the index, is its own label.
    if found.count > 1, label?.id == "", found[0].page == found[1].page { found.removeLast() }
    found += described(in: configuration[ResolveReferences.searchedDomains])
    if try link(toFirst: found, "myst", "myst.xref_ambiguous") { return }
    if try resolveElsewhere() { return }
    if let anchor = project.fact(AnchorFact.self, "\(project.page)#\(target)") {
      return try link(anchor.page, anchor.id, [writtenContent([], else: anchor.title)])
    }
    // Sphinx finds no label that is no title's where the author gives no text.
    if let label = self.label(untitled: true) { return try link(to: label) }
    report("'myst' cross-reference target not found: '\(target)'", LabelFact.self, target)
    let reference = Reference()
    reference.position = xref.position
    reference.refid = target.percentEncoded
    try reference.append(writtenContent([]))
    try xref.replace(with: reference)
  }

  /// A page, or a place on one: `[text](page.md#anchor)`.
  private func resolvePage() throws {
    guard let (page, title) = page("/" + target) else {
      if try resolveElsewhere() { return }
      report("Unknown source document '\(target)'", DocumentFact.self, target)
      return try xref.replace(with: writtenContent([]))
    }
    guard let anchor = xref.reftargetid else {
      return try link(page, nil, [inner(isExplicit ? nil : title, ["std", "std-doc"])])
    }
    let found = place(anchor, on: page)
    if found == nil {
      report(
        "local id not found in doc '\(target)': '\(anchor)'", AnchorFact.self, "\(page)#\(anchor)")
    }
    let inner = inner(isExplicit ? nil : found?.title ?? "", ["std", "std-ref"])
    if !isExplicit, found?.title == nil { try inner.setChildren(Literal(anchor)) }
    try link(page, found?.id ?? anchor, [inner])
  }

  /// An anchor of a page or what has an id there, or else a label of it.
  private func place(_ name: String, on page: String) -> (id: String, title: String?)? {
    if let found = project.fact(AnchorFact.self, "\(page)#\(name)") {
      return (found.id, found.title)
    }
    guard let label = project.fact(LabelFact.self, ReferenceName.normalized(name)),
      label.page == page
    else { return nil }
    return (label.id, label.title)
  }

  func resolveAny() throws {
    var found = [page(["doc"]), label()].compactMap(\.self)
    found += described(in: nil)
    if try link(toFirst: found, "any", "ref.any") { return }
    try miss("'any' reference target not found: \(target)", "ref.any", LabelFact.self)
  }

  // MARK: What has the name

  /// - Parameter untitled: whether the text may be the name itself.
  private func label(untitled: Bool = false) -> Candidate? {
    guard let label = project.fact(LabelFact.self, ReferenceName.normalized(target)),
      isExplicit || untitled || label.title != nil
    else { return nil }
    return Candidate(
      role: "std:ref", name: isExplicit ? xref.astext() : label.title ?? target, page: label.page,
      id: label.id
    ) { [inner(isExplicit ? nil : label.title ?? target, ["std", "std-ref"])] }
  }

  private func page(_ classes: [String]) -> Candidate? {
    page(target).map { page, title in
      Candidate(
        role: xref.reftype == "any" ? "doc" : "std:doc", name: isExplicit ? xref.astext() : title,
        page: page, id: nil
      ) { [inner(isExplicit ? nil : title, classes)] }
    }
  }

  /// What is described, and terms and formulas, in the order of Sphinx's domains.
  ///
  /// - Parameter domains: nil for all.
  private func described(in domains: [String]?) -> [Candidate] {
    guard describesThings else { return [] }
    func isSearched(_ domain: String) -> Bool { domains?.contains(domain) ?? true }
    var result: [Candidate] = []
    func add(_ found: ObjectFact, _ domain: String) {
      for object in found.all.sorted(by: { $0.type < $1.type })
      where domain != "std" || !object.isOption { add(one: object, domain) }
    }
    func add(one object: ObjectFact, _ domain: String) {
      let role = domain + ":" + ObjectNames.role(forType: object.type, in: domain)
      result.append(
        Candidate(
          role: role, name: object.title ?? object.name, page: object.page, id: object.id,
          title: domain == "std" ? nil : object.title ?? object.name
        ) { [writtenContent(role.roleClasses)] })
    }
    if isSearched("std") {
      if let option = resolvedOption() {
        result.append(
          Candidate(role: "std:option", name: target, page: option.page, id: option.id) {
            [writtenContent(["std", "std-option"])]
          })
      }
      if let term {
        result.append(
          Candidate(role: "std:term", name: target, page: term.page, id: term.id) {
            [writtenContent(["std", "std-term"])]
          })
      }
      if let object = resolvedObject(in: ["std"]) { add(object, "std") }
    }
    for domain in ["c", "cpp", "js", "math", "py", "rst"] where isSearched(domain) {
      if domain == "math" {
        guard let equation = project.fact(EquationFact.self, target) else { continue }
        result.append(
          Candidate(role: "math:eq", name: target, page: equation.page, id: equation.id) {
            [equationText(equation)]
          })
      } else if let object = resolvedObject(in: [domain]) {
        add(object, domain)
      } else if domain == "py" {
        // Sphinx: `find_obj` in its second mode.
        for object in project.fact(ObjectEndFact.self, target)?.objects ?? [] { add(object, "py") }
      }
    }
    return result
  }

  // MARK: What becomes of it

  /// Links to the first; if there is more, it is said.
  ///
  /// - Returns: whether there is one.
  private func link(
    toFirst found: [Candidate], _ type: String, _ category: String
  ) throws -> Bool {
    guard let first = found.first else { return false }
    if found.count > 1 {
      let candidates = found.map { ":\($0.role):`\($0.name)`" }.joined(separator: " or ")
      document.report(
        .warning,
        "more than one target found for '\(type)' cross-reference \(target): could be "
          + candidates, at: xref, category: category)
    }
    try link(to: first)
    return true
  }

  private func link(to candidate: Candidate) throws {
    try link(candidate.page, candidate.id, candidate.content(), title: candidate.title)
  }

  /// What the author wrote, or else the title or, as code, the name.
  private func writtenContent(_ classes: [String], else title: String? = nil) -> Element {
    let written = xref.removeChildren().first?.asElement ?? Inline()
    var element = written
    if written.children.isEmpty {
      element = title.map { Inline($0) } ?? Literal(target)
      element.position = xref.position
      element.classes = written.classes
    }
    element.classes += classes
    return element
  }

  private func report<F: Fact>(_ message: String, _ fact: F.Type, _ name: String) {
    document.report(
      .warning, message, at: xref, category: "myst.xref_missing",
      lookup: Diagnostic.Lookup(key: F.key, name: name))
  }
}

extension String {
  /// The classes of what a role makes: `py` and `py-func` of `py:func`.
  fileprivate var roleClasses: [String] {
    [String(prefix { $0 != ":" }), replacing(":", by: "-")]
  }
}
