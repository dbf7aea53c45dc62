public import DocTree

/// What a version brought, changed or took away: `versionadded`, `versionchanged`, `deprecated`,
/// `versionremoved`. (Sphinx: domains.changeset.)
public struct VersionDirectives: Extension {
  public let name = "versions"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(transform: UnwrapTranslatable())
    registry.add(
      directive: "versionadded", VersionDirective(label: "Added in version", class: "added"))
    registry.add(
      directive: "versionchanged", VersionDirective(label: "Changed in version", class: "changed"))
    registry.add(
      directive: "deprecated",
      VersionDirective(label: "Deprecated since version", class: "deprecated"))
    registry.add(
      directive: "versionremoved", VersionDirective(label: "Removed in version", class: "removed"))
  }
}

struct VersionDirective: Directive {
  let argument = DirectiveArgument.required
  let label: String
  let `class`: String

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let version = String(call.argument.prefix { !$0.isWhitespace })
    let node = Versionmodified(children: call.nodes, position: call.position)
    node.type = call.name.lowercased()
    node.version = version

    let remark = call.argument.dropFirst(version.count).trimmed
    if !remark.isEmpty {
      // The argument and the content are one text.
      let inline = try context.parseInline(remark, at: call.position)
      try node.insert(Paragraph(children: inline, position: call.position), at: 0)
    }
    let heading = Inline(children: [], position: call.position)
    heading.classes = ["versionmodified", `class`]
    if let first = node.children.first as? Paragraph {
      try heading.append("\(label) \(version): ")
      let text = Inline(children: first.removeChildren(), position: first.position)
      text["translatable"] = true
      try first.append(heading, text)
      first["translatable"] = false
    } else {
      try heading.append(node.children.isEmpty ? "\(label) \(version)." : "\(label) \(version): ")
      let paragraph = Paragraph(children: [heading], position: call.position)
      paragraph["translatable"] = false
      try node.insert(paragraph, at: 0)
    }
    return [node]
  }
}
