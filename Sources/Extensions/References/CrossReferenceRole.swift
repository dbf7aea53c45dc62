public import DocTree

/// A role that points to something by its name: `` {ref}`label` ``, `` {py:func}`title <name>` ``.
/// It makes a ``PendingXref``. (Sphinx: roles.XRefRole.)
public struct CrossReferenceRole: Role {
  /// How the text and the target are changed before they become nodes.
  public enum Style: Sendable {
    case plain
    /// `~a.b` shows `b`; a dot before the target searches in all scopes. The separator is `.` or `::`.
    case scoped(separator: String, searchesAll: Bool)
    /// `~group:token` shows `token`.
    case token
    /// An entry of the index comes with it.
    case environmentVariable
  }

  /// The domain; empty for none.
  public let domain: String
  /// What sort of thing it points to.
  public let type: String
  /// The class names of its text, where they are not made of domain and type.
  var classes: [String]?
  /// Whether its text is code.
  var isCode = true
  var warns = false
  var lowercases = false
  /// Whether parentheses stand behind the text.
  var addsParentheses = false
  /// What stands before the text.
  var prefix = ""
  var style = Style.plain
  /// Attributes that say where it stands; they are filled in when the document is read.
  var contextAttributes: [String] = []

  public let dialect: Dialect? = .sphinx

  public init(domain: String, type: String) {
    self.domain = domain
    self.type = type
  }

  public func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    if call.text.hasPrefix("!") {
      var title = String(call.text.dropFirst())
      if addsParentheses { title = withParentheses(title) }
      return [inner(title, at: call.position)]
    }
    let text = ExplicitTitle(call.text)
    var title = text.title
    var target = text.target
    if lowercases { target = target.lowercased() }
    if addsParentheses {
      if !text.isExplicit { title = withParentheses(title) }
      if target.hasSuffix("()") { target.removeLast(2) }
    }
    let reference = type == "download" ? DownloadReference() : PendingXref() as Element
    reference.position = call.position
    var searchesAll = false
    switch style {
    case .plain, .environmentVariable: break
    case .scoped(let separator, let dots):
      if !text.isExplicit { shorten(&title, &target, separator, dots: dots) }
      if dots, target.hasPrefix(".") {
        target.removeFirst()
        searchesAll = true
      }
    case .token: if !text.isExplicit { shorten(&title, &target, ":", dots: false) }
    }
    if !text.isExplicit, !prefix.isEmpty { title = prefix + title }
    target = target.whitespaceCollapsed
    fill(
      reference, target, isExplicit: text.isExplicit,
      context.document.docname ?? context.documentName)
    if searchesAll { reference["refspecific"] = .flag(true) }
    for name in contextAttributes { reference.set(name, to: AttributeValue.none) }
    try reference.append(inner(title, at: call.position))
    guard case .environmentVariable = style else { return [reference] }
    return indexed(
      [
        IndexEntry("single", target, to: ""),
        IndexEntry("single", "environment variable; \(target)", to: ""),
      ], [reference], at: call.position)
  }

  private func fill(_ element: Element, _ target: String, isExplicit: Bool, _ docname: String?) {
    if let reference = element as? PendingXref {
      reference.refdoc = docname
      reference.refdomain = domain
      reference.reftype = type
      reference.reftarget = target
      reference.refexplicit = isExplicit
      reference.refwarn = warns
    } else if let reference = element as? DownloadReference {
      reference.refdoc = docname
      reference.refdomain = domain
      reference.reftype = type
      reference.reftarget = target
      reference.refexplicit = isExplicit
      reference["refwarn"] = .flag(warns)
    }
  }

  private func inner(_ title: String, at position: SourcePosition) -> Element {
    let text = [Text(title)]
    for node in text { node.position = position }
    let element: Element =
      isCode
      ? Literal(children: text, position: position) : Inline(children: text, position: position)
    element.classes =
      classes ?? (domain.isEmpty ? ["xref", type] : ["xref", domain, "\(domain)-\(type)"])
    return element
  }

  private func withParentheses(_ title: String) -> String {
    title.hasSuffix("()") ? title : title + "()"
  }

  private func shorten(
    _ title: inout String, _ target: inout String, _ separator: String, dots: Bool
  ) {
    if dots { title = String(title.drop { $0 == "." }) }
    target = String(target.drop { $0 == "~" })
    guard title.hasPrefix("~") else { return }
    title.removeFirst()
    if let last = title.parts(separatedBy: separator).last { title = String(last) }
  }
}
