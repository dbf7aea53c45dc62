import DocTree

/// A role of a domain whose target is looked for in inventories alone: `{external+python:py:class}`,
/// and `{external:py:class}` for any of them. (Sphinx: IntersphinxRole.)
struct ExternalRole: Role {
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    var name = call.name.dropFirst("external".count)
    var inventory: String?
    if name.first == "+" {
      inventory = String(name.dropFirst().prefix { $0 != ":" })
      name = name.drop { $0 != ":" }
    }
    name = name.dropFirst()
    if let inventory {
      let known = context.configuration[Inventories.mapping].keys
      guard known.contains(inventory) else {
        let hint =
          nearestName(to: inventory, among: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
        throw MarkupError(
          "inventory for external cross-reference not found: '\(inventory)'\(hint)",
          severity: .warning)
      }
    }
    guard let role = context.role(String(name), at: call.position), !(role is ExternalRole)
    else {
      throw MarkupError(
        "role for external cross-reference not found: '\(name)'", severity: .warning)
    }
    let nodes = try role.run(
      RoleCall(name: String(name), text: call.text, position: call.position), in: context)
    for case let xref as PendingXref in nodes {
      xref["intersphinx"] = .flag(true)
      xref["inventory"] = inventory.map { .string($0) } ?? AttributeValue.none
    }
    return nodes
  }
}
