public import DocTree

/// Cross references: the roles `ref`, `doc`, `numref`, `eq`, `term` and the like, and the transforms
/// that find what they point to.
public struct CrossReferences: Extension {
  public let name = "references"

  public init() {}

  public func register(in registry: inout Registry) {
    addTransforms(to: &registry)
    for type in ["ref", "numref", "doc", "term", "keyword", "option", "confval"] {
      var role = CrossReferenceRole(domain: "std", type: type)
      role.warns = true
      role.isCode = ["numref", "keyword", "option", "confval"].contains(type)
      role.lowercases = ["ref", "numref"].contains(type)
      if type == "option" { role.contextAttributes = ["std:program"] }
      add(role, type, "std", to: &registry)
    }
    var token = CrossReferenceRole(domain: "std", type: "token")
    token.style = .token
    add(token, "token", "std", to: &registry)
    var variable = CrossReferenceRole(domain: "std", type: "envvar")
    variable.style = .environmentVariable
    add(variable, "envvar", "std", to: &registry)

    var equation = CrossReferenceRole(domain: "math", type: "eq")
    equation.warns = true
    equation.classes = ["xref", "eq"]
    add(equation, "eq", "math", to: &registry)
    registry.add(role: "math:numref", CrossReferenceRole(domain: "math", type: "numref"))

    var any = CrossReferenceRole(domain: "", type: "any")
    any.warns = true
    registry.add(role: "any", any)
    registry.add(role: "download", CrossReferenceRole(domain: "", type: "download"))
  }

  private func addTransforms(to registry: inout Registry) {
    registry.add(config: HeadingSlug.key)
    registry.add(config: HeadingSlug.anchorLevels)
    registry.add(config: AnchorIDs.isWanted)
    registry.add(config: ResolveReferences.numbersFigures)
    registry.add(config: ResolveReferences.isNitpicky)
    registry.add(config: IgnoredReferences.names)
    registry.add(config: IgnoredReferences.patterns)
    registry.add(config: ResolveReferences.equationFormat)
    registry.add(config: ResolveReferences.searchedDomains)
    registry.add(pageData: PageTargets.self)
    registry.add(globalStep: TargetStep())
    registry.add(transform: CaptionIDs().only(in: .sphinx))
    registry.add(transform: HeadingAnchors())
    registry.add(transform: AnchorIDs())
    registry.add(transform: ResolveAnchors())
    registry.add(transform: ResolveReferences())
  }

  private func add(
    _ role: CrossReferenceRole, _ name: String, _ domain: String, to registry: inout Registry
  ) {
    registry.add(role: name, role)
    registry.add(role: "\(domain):\(name)", role)
  }
}
