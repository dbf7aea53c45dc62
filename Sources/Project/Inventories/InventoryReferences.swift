import DocTree

/// Finds in inventories what references point to that the project does not have.
/// (Sphinx: ext.intersphinx.missing_reference; MyST: _resolve_myst_ref_intersphinx.)
struct InventoryReferences: ReferenceSource {
  func resolve(
    _ reference: PendingXref, in document: Document, _ project: ProjectView
  ) throws -> Element? {
    let mapping = project.configuration[Inventories.mapping]
    guard !mapping.isEmpty else { return nil }
    let lookup = InventoryLookup(xref: reference, project: project)
    if reference.reftype == "myst" { return try lookup.byPattern(in: document) }
    let target = reference.reftarget ?? ""
    let disabled = Set(project.configuration[Inventories.disabledTypes])
    if let found = lookup.item(target, in: "", except: disabled) {
      return try lookup.link(to: found)
    }
    // `inventory:target` names the one that it is in.
    guard let colon = target.firstIndex(of: ":") else { return nil }
    let inventory = String(target[..<colon])
    let rest = String(target[target.index(after: colon)...])
    guard mapping[inventory] != nil, let found = lookup.item(rest, in: inventory) else {
      return nil
    }
    return try lookup.link(to: found, prefix: inventory + ":")
  }
}

/// Resolves links and roles that say themselves that they point to inventories.
/// (Sphinx: IntersphinxRoleResolver; MyST: render_link_inventory.)
struct InventoryLinks: Transform {
  let phase = Phase.resolve
  let priority = 490
  let kinds: [Node.Type]? = [PendingXref.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for xref in document.findAll(PendingXref.self) where xref.document === document {
      let isExternal = xref.hasRareAttributes && xref["intersphinx"] != nil
      guard xref.reftype == "inv" || isExternal else { continue }
      let lookup = InventoryLookup(xref: xref, project: try context.project)
      if isExternal {
        try resolveExternal(xref, lookup, document)
      } else if let found = try lookup.byPattern(in: document) {
        try xref.replace(with: found)
      } else {
        let pattern = InventoryPattern(of: xref)?.description ?? ""
        document.report(
          .warning, "No matches for '\(pattern)'", at: xref, category: "myst.iref_missing")
        try xref.replace(with: xref.removeChildren())
      }
    }
  }

  private func resolveExternal(
    _ xref: PendingXref, _ lookup: InventoryLookup, _ document: Document
  ) throws {
    let inventory = xref["inventory"].flatMap { $0 == AttributeValue.none ? nil : $0.text } ?? ""
    let target = xref.reftarget ?? ""
    if let found = lookup.item(target, in: inventory) {
      return try xref.replace(with: lookup.link(to: found))
    }
    let type = xref.reftype ?? ""
    document.report(
      .warning, "external \(xref.refdomain ?? ""):\(type) reference target not found: \(target)",
      at: xref, category: "ref.\(type)",
      lookup: Diagnostic.Lookup(
        key: InventoryFact.key,
        name: InventoryFact.name(
          inventory, InventoryTypes.of(xref.refdomain ?? "", type).first ?? "", target)))
    try xref.replace(with: xref.removeChildren())
  }
}

/// Looks one reference up.
struct InventoryLookup {
  let xref: PendingXref
  let project: ProjectView

  /// - Parameter inventory: empty for any.
  func item(
    _ target: String, in inventory: String, except disabled: Set<String> = []
  ) -> InventoryFact? {
    if disabled.contains("*") { return nil }
    let domain = xref.refdomain ?? ""
    for type in InventoryTypes.of(domain, xref.reftype ?? "") where !disabled.contains(type) {
      if disabled.contains(type.prefix { $0 != ":" } + ":*") { continue }
      var names = [target]
      if type == "std:label" || type == "std:term" { names.append(target.lowercased()) }
      if let scope = scope(domain) { names.append("\(scope).\(target)") }
      for name in names {
        if let fact = project.fact(
          InventoryFact.self, InventoryFact.name(inventory, type, name))
        {
          return fact
        }
      }
    }
    return nil
  }

  /// The module and class that the reference stands in.
  private func scope(_ domain: String) -> String? {
    guard xref.hasRareAttributes else { return nil }
    let parts = ["module", "class"].compactMap { key -> String? in
      guard let value = xref["\(domain):\(key)"], value != AttributeValue.none else { return nil }
      return value.text
    }
    return parts.isEmpty ? nil : parts.joined(separator: ".")
  }

  /// The first of what is like the pattern of a link; if there is more, it is said.
  func byPattern(in document: Document) throws -> Element? {
    guard let pattern = InventoryPattern(of: xref),
      let items = project.fact(InventoryMatchesFact.self, pattern.text)?.items,
      let first = items.first
    else { return nil }
    if items.count > 1 {
      let shown = items.prefix(InventoryMatchesFact.limit - 1)
        .map { "\($0.inventory):\($0.type):\($0.name)" }.joined(separator: ", ")
      let more = items.count >= InventoryMatchesFact.limit ? ", ..." : ""
      let what =
        xref.reftype == "inv"
        ? "Multiple matches for '\(pattern.description)'"
        : "Multiple matches found for '\(pattern.parts[3])'"
      document.report(
        .warning, "\(what): \(shown)\(more)", at: xref, category: "myst.iref_ambiguous")
    }
    let reference = makeReference(to: first)
    if xref.title == nil {
      reference.title = first.version.isEmpty ? first.project : "\(first.project) \(first.version)"
    }
    let isInventoryLink = xref.reftype == "inv"
    if isInventoryLink {
      reference["inv_match"] = .string("\(first.inventory):\(first.type):\(first.name)")
    }
    if xref.refexplicit == true {
      let inner = xref.removeChildren()
      let nodes = isInventoryLink ? inner.first?.asElement?.removeChildren() ?? inner : inner
      try reference.append(nodes)
    } else if let title = first.title {
      if isInventoryLink {
        try reference.append(title)
      } else {
        try reference.append(Inline(title).with { $0.classes = ["iref", "myst"] })
      }
    } else {
      let literal = Literal(first.name)
      if !isInventoryLink { literal.classes = ["iref", "myst"] }
      try reference.append(literal)
    }
    return reference
  }

  /// - Parameter prefix: what stands before the name in the text and is not to be seen.
  func link(to fact: InventoryFact, prefix: String = "") throws -> Element {
    let reference = makeReference(to: fact)
    if reference.title == nil {
      let isNumber = fact.version.unicodeScalars.first?.properties.numericType != nil
      let version = fact.version.isEmpty ? "" : " " + (isNumber ? "v" : "") + fact.version
      reference.title = "(in \(fact.project)\(version))"
    }
    let content = xref.removeChildren()
    let text = content.map { $0.astext() }.joined()
    let shown: String?
    if xref.refexplicit == true || xref.reftype == "keyword" {
      shown = nil
    } else if let title = fact.title {
      shown = title
    } else {
      shown = !prefix.isEmpty && text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }
    guard let shown else {
      try reference.append(content)
      return reference
    }
    let inner = content.first is Literal ? Literal(shown) : Inline(shown) as Element
    try reference.append(inner)
    return reference
  }

  private func makeReference(to fact: InventoryFact) -> Reference {
    let reference = Reference()
    reference.position = xref.position
    reference["internal"] = .flag(false)
    reference.refuri = fact.address
    reference.title = xref.title
    return reference
  }
}
