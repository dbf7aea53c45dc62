public import DocTree

/// What a version brought, changed or took away: `versionadded`, `versionchanged`, `deprecated`,
/// `versionremoved`. (Sphinx: domains.changeset.)
public struct VersionDirectives: Extension {
  public let name = "versions"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(transform: UnwrapTranslatable())
    for (names, label, name) in [
      (["versionadded", "version-added"], "Added in version %s", "added"),
      (["versionchanged", "version-changed"], "Changed in version %s", "changed"),
      (["deprecated", "version-deprecated"], "Deprecated since version %s", "deprecated"),
      (["versionremoved", "version-removed"], "Removed in version %s", "removed"),
    ] {
      for spelling in names {
        registry.add(
          directive: spelling, VersionDirective(type: names[0], label: label, class: name))
      }
    }
  }
}

struct VersionDirective: Directive {
  let argument = DirectiveArgument.required
  let type: String
  /// In English; `%s` stands for the version.
  let label: String
  let `class`: String

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let version = String(call.argument.prefix { !$0.isWhitespace })
    let node = Versionmodified(children: call.nodes, position: call.position)
    node.type = type
    node.version = version

    let rest = call.argument.dropFirst(version.count)
    if let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      let offset = rest.utf8.distance(from: call.argument.startIndex, to: start)
      // The argument and the content are one text.
      try node.insert(
        try context.parseInline(
          rest.trimmed, as: Paragraph.self, at: call.argumentPosition.advanced(columns: offset)),
        at: 0)
    }
    let label = Words(context.configuration)(label, version)
    let heading = Inline(children: [], position: call.position)
    heading.classes = ["versionmodified", `class`]
    if let first = node.children.first as? Paragraph {
      try heading.append(label + ": ")
      let text = Inline(contentOf: first)
      text["translatable"] = true
      try first.append(heading, text)
      first["translatable"] = false
    } else {
      try heading.append(node.children.isEmpty ? label + "." : label + ": ")
      let paragraph = Paragraph(children: [heading], position: call.position)
      paragraph["translatable"] = false
      try node.insert(paragraph, at: 0)
    }
    return [node]
  }
}
