public import DocTree

/// Turns the cross references of a document into links to what they point to in it. What is not found
/// is warned of, and only its text stays. (Sphinx: ReferencesResolver.)
public struct ResolveReferences: Transform {
  public let phase = Phase.resolve
  public let kinds: [Node.Type]? = [PendingXref.self]

  /// Whether figures and tables are numbered. (Sphinx: numfig.)
  public static let numbersFigures = ConfigKey("numfig", default: false, affects: .resolve)

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let targets = try DocumentTargets(of: document)
    guard !targets.pending.isEmpty else { return }
    let numbers = context.configuration[Self.numbersFigures]
    for xref in targets.pending {
      // One that stood in the text of another went with it.
      guard xref.document === document else { continue }
      let resolver = ReferenceResolver(
        document: document, targets: targets, xref: xref, numbersFigures: numbers)
      try resolver.resolve()
    }
  }
}

/// Resolves one reference.
struct ReferenceResolver {
  let document: Document
  let targets: DocumentTargets
  let xref: PendingXref
  let numbersFigures: Bool

  private var target: String { xref.reftarget ?? "" }
  private var isExplicit: Bool { xref.refexplicit == true }

  func resolve() throws {
    let type = xref.reftype ?? ""
    switch (xref.refdomain ?? "", type) {
    case (_, "myst"): try resolveMyST()
    case ("std", "ref"): try resolveLabel()
    case ("std", "numref"): try resolveNumber()
    case ("std", "doc"):
      guard let title = titleOfThisDocument(target) else {
        return try miss("unknown document: '\(target)'", "ref.doc")
      }
      try link(uri: "", [inner(isExplicit ? nil : title, ["doc"])])
    case ("std", "term"):
      if let id = targets.terms[target] ?? targets.terms[target.lowercased()] {
        return try link(id, xref.children)
      }
      try miss("term not in glossary: '\(target)'", "ref.term", among: targets.terms.keys.sorted())
    case ("math", "eq"), ("math", "numref"):
      guard let equation = targets.equations[target] else {
        return try miss(
          "equation not found: \(target)", "ref.eq", among: targets.equations.keys.sorted())
      }
      try link(equation.id, [Text("(\(equation.number))")])
    case ("", "any"): try resolveAny()
    case (let domain, _): try resolveObject(domain, type)
    }
  }

  // MARK: Kinds of references

  private func resolveMyST() throws {
    if xref.refdomain == "doc" {
      guard let title = titleOfThisDocument("/" + target) else {
        return try missMyST("Unknown source document '\(target)'")
      }
      guard let anchor = xref.reftargetid else {
        return try link(uri: "", [inner(isExplicit ? nil : title, ["std", "std-doc"])])
      }
      guard let found = targets.labels[ReferenceName.normalized(anchor)] ?? targets.slugs[anchor]
      else { return try missMyST("local id not found in doc '\(target)': '\(anchor)'") }
      return try link(
        found.id, [inner(isExplicit ? nil : found.title ?? anchor, ["std", "std-ref"])])
    }
    if let found = targets.labels[ReferenceName.normalized(target)] {
      return try link(
        found.id, [inner(isExplicit ? nil : found.title ?? target, ["std", "std-ref"])])
    }
    if let title = titleOfThisDocument(target) {
      return try link(uri: "", [inner(isExplicit ? nil : title, ["std", "std-doc"])])
    }
    if let found = targets.ids[target] {
      return try link(
        found.id, [inner(isExplicit ? nil : found.title ?? target, ["xref", "myst"])])
    }
    try missMyST("'myst' cross-reference target not found: '\(target)'")
  }

  private func resolveLabel() throws {
    guard let found = targets.labels[target] else {
      return try miss(
        "undefined label: '\(target)'", "ref.ref", among: targets.labels.keys.sorted())
    }
    guard isExplicit || found.title != nil else {
      return try miss(
        "Failed to create a cross reference. A title or caption not found: '\(target)'", "ref.ref")
    }
    try link(found.id, [inner(isExplicit ? nil : found.title, ["std", "std-ref"])])
  }

  private func resolveNumber() throws {
    guard let label = targets.labels[target], let number = targets.numbers[label.id] else {
      return try miss(
        "undefined label: '\(target)'", "ref.numref", among: targets.labels.keys.sorted())
    }
    guard numbersFigures else {
      return try miss("numfig is disabled. :numref: is ignored.", "ref.numref")
    }
    let words = ["figure": "Fig.", "table": "Table", "code-block": "Listing"]
    let format = isExplicit ? xref.astext() : "\(words[number.kind] ?? "") %s"
    let text = format.parts(separatedBy: "%s").joined(separator: String(number.number))
      .parts(separatedBy: "{number}").joined(separator: String(number.number))
      .parts(separatedBy: "{name}").joined(separator: number.title)
    let reference = NumberReference()
    reference.format = format
    try link(label.id, [inner(text, ["std", "std-numref"])], as: reference)
  }

  private func resolveAny() throws {
    let name = ReferenceName.normalized(target)
    if let found = targets.labels[name], isExplicit || found.title != nil {
      return try link(found.id, [inner(isExplicit ? nil : found.title, ["std", "std-ref"])])
    }
    if let title = titleOfThisDocument(target) {
      return try link(uri: "", [inner(isExplicit ? nil : title, ["doc"])])
    }
    if let id = targets.terms[target] ?? targets.terms[target.lowercased()] {
      return try link(id, xref.children)
    }
    if let equation = targets.equations[target] {
      return try link(equation.id, [Text("(\(equation.number))")])
    }
    let domains = Set(targets.objects.keys.map { $0.prefix { $0 != ":" } }).sorted()
    for domain in domains {
      if let object = targets.objects["\(domain):\(target)"]?.first {
        return try link(object.id, xref.children, title: object.name)
      }
    }
    try miss(
      "'any' reference target not found: \(target)", "ref.any", among: targets.labels.keys.sorted())
  }

  /// A reference to something described: as it is written, then in the scopes around the reference.
  private func resolveObject(_ domain: String, _ type: String) throws {
    var names: [String] = []
    func scope(_ key: String) -> String? {
      guard let value = xref["\(domain):\(key)"], value != AttributeValue.none else { return nil }
      return value.text
    }
    let module = scope("module")
    let owner = scope("class") ?? scope("object")
    if let module, let owner { names.append("\(module).\(owner).\(target)") }
    if let module { names.append("\(module).\(target)") }
    if let owner { names.append("\(owner).\(target)") }
    names.append(target)
    if let first = target.split(separator: " ").first, domain == "std" {
      names.append(String(first))
    }
    for name in names {
      guard let object = targets.objects["\(domain):\(name)"]?.first else { continue }
      return try link(object.id, xref.children, title: domain == "std" ? nil : object.name)
    }
    switch type {
    case "option": try miss("unknown option: '\(target)'", "ref.option", among: objectNames)
    case "keyword": try miss("unknown keyword: '\(target)'", "ref.keyword", among: objectNames)
    default:
      try miss(
        "\(domain):\(type) reference target not found: \(target)", "ref.\(type)", among: objectNames
      )
    }
  }

  private var objectNames: [String] { targets.objects.values.joined().map(\.name).sorted() }

  // MARK: What becomes of it

  private func titleOfThisDocument(_ path: String) -> String? {
    guard let docname = document.docname, !path.isEmpty else { return nil }
    var parts = path.hasPrefix("/") ? [] : Array(docname.split(separator: "/").dropLast())
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    guard parts.joined(separator: "/") == docname else { return nil }
    return targets.title ?? "<no title>"
  }

  /// The element for the text.
  ///
  /// - Parameter text: nil for what the author wrote.
  private func inner(_ text: String?, _ classes: [String]) -> Inline {
    let inner = Inline()
    inner.position = xref.position
    inner.classes = classes
    let old = xref.children.first?.asElement
    let nodes = text.map { [Text($0)] } ?? old?.removeChildren() ?? []
    // New nodes make no cycle.
    try? inner.append(nodes)
    return inner
  }

  private func link(
    _ id: String? = nil, uri: String? = nil, _ content: [Node], title: String? = nil,
    as reference: Reference = Reference()
  ) throws {
    reference.position = xref.position
    reference["internal"] = .flag(true)
    reference.refid = id
    reference.refuri = uri
    reference.title = title ?? xref.title
    try reference.append(content)
    try xref.replace(with: reference)
  }

  private func missMyST(_ message: String) throws {
    document.report(
      .warning, message + suggestion(for: xref.reftargetid ?? target, in: targets), at: xref,
      category: "myst.xref_missing")
    let reference = Reference()
    reference.position = xref.position
    reference.refid = target
    if isExplicit {
      try reference.append(xref.removeChildren())
    } else {
      let literal = Literal(children: [Text(target)], position: xref.position)
      literal.classes = ["xref", "myst"]
      try reference.append(literal)
    }
    try xref.replace(with: reference)
  }

  private func miss(
    _ message: String, _ category: String, among names: @autoclosure () -> [String] = []
  ) throws {
    if xref.refwarn == true {
      let count = targets.labels.count + targets.terms.count + targets.objects.count
      let hint =
        targets.canSearch(count)
        ? nearestName(to: target, among: names()).map { "; did you mean '\($0)'?" } : nil
      document.report(.warning, message + (hint ?? ""), at: xref, category: category)
    }
    try xref.replace(with: xref.removeChildren())
  }
}
