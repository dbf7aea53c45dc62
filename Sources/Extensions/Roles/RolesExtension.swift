public import DocTree

/// The roles that only mark up text: `emphasis`, `kbd`, `abbr`, `file` and the like; and those that
/// point to documents elsewhere: `rfc`, `pep`, `cve`, `cwe`.
public struct TextRoles: Extension {
  public let name = "roles"

  public init() {}

  public func register(in registry: inout Registry) {
    addStandardRoles(to: &registry)
    addSphinxRoles(to: &registry)
    registry.add(directive: "role", RoleDirective())
    registry.add(directive: "default-role", DefaultRoleDirective())
    registry.add(role: "sub-ref", SubstitutionRole())
    for name in UnimplementedRole.names { registry.add(role: name, UnimplementedRole()) }
    registry.add(config: DefaultSubstitutions.today)
    registry.add(transform: NumberIndexTargets())
    registry.add(transform: FillSubstitutions())
  }

  /// docutils' roles.
  private func addStandardRoles(to registry: inout Registry) {
    registry.add(role: "abbreviation", PlainRole<Abbreviation>())
    registry.add(role: "acronym", PlainRole<Acronym>())
    registry.add(role: "emphasis", PlainRole<Emphasis>())
    registry.add(role: "literal", PlainRole<Literal>())
    registry.add(role: "strong", PlainRole<Strong>())
    for name in ["subscript", "sub"] { registry.add(role: name, PlainRole<Subscript>()) }
    for name in ["superscript", "sup"] { registry.add(role: name, PlainRole<Superscript>()) }
    for name in ["title-reference", "title", "t"] {
      registry.add(role: name, PlainRole<TitleReference>())
    }
    registry.add(role: "code", CodeRole())
    registry.add(role: "math", MathRole())
    registry.add(role: "raw", RawRole())
    registry.add(role: "rfc", NumberedPageRole.rfc)
    registry.add(role: "pep", NumberedPageRole.pep)
    registry.add(role: "rfc-reference", StandardReferenceRole(series: .rfc))
    registry.add(role: "pep-reference", StandardReferenceRole(series: .pep))
  }

  /// Sphinx' roles.
  private func addSphinxRoles(to registry: inout Registry) {
    registry.add(role: "dfn", PlainRole<Emphasis>(class: "dfn"))
    registry.add(role: "command", PlainRole<LiteralStrong>(class: "command"))
    registry.add(role: "program", PlainRole<LiteralStrong>(class: "program"))
    registry.add(role: "makevar", PlainRole<LiteralStrong>(class: "makevar"))
    registry.add(role: "mailheader", PlainRole<LiteralEmphasis>(class: "mailheader"))
    registry.add(role: "mimetype", PlainRole<LiteralEmphasis>(class: "mimetype"))
    registry.add(role: "newsgroup", PlainRole<LiteralEmphasis>(class: "newsgroup"))
    registry.add(role: "regexp", PlainRole<Literal>(class: "regexp"))
    registry.add(role: "abbr", AbbreviationRole())
    registry.add(role: "kbd", KeyboardRole())
    registry.add(role: "guilabel", InterfaceRole(class: "guilabel"))
    registry.add(role: "menuselection", InterfaceRole(class: "menuselection"))
    registry.add(role: "file", PlaceholderRole(class: "file"))
    registry.add(role: "samp", PlaceholderRole(class: "samp"))
    registry.add(role: "manpage", ManpageRole())
    registry.add(role: "index", IndexRole())
    registry.add(role: "cve", NumberedPageRole.cve)
    registry.add(role: "cwe", NumberedPageRole.cwe)
  }
}
