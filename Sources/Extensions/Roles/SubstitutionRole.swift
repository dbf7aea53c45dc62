import DocTree

/// A text that is defined elsewhere in the document, by its name. (docutils: substitution references.)
struct SubstitutionRole: Role {
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let reference = SubstitutionReference(children: [Text(call.text)], position: call.position)
    reference.refname = call.text
    return [reference]
  }
}

/// Puts the texts where they are referred to. (docutils: transforms.references.Substitutions.)
struct FillSubstitutions: Transform {
  let priority = 220
  let kinds: [Node.Type]? = [SubstitutionReference.self]

  func apply(to document: Document, in context: TransformContext) throws {
    var definitions: [String: SubstitutionDefinition] = [:]
    for definition in document.findAll(SubstitutionDefinition.self) {
      for name in definition.names { definitions[name.lowercased()] = definition }
    }
    let references = document.findAll(SubstitutionReference.self)
    guard !references.isEmpty else { return }
    var defaults = DefaultSubstitutions(document, context.configuration)
    for reference in references {
      let name = reference.refname ?? ""
      if let definition = definitions[name.lowercased()], !definition.isAncestor(of: reference) {
        try reference.replace(with: definition.children.map { $0.deepCopy() })
        continue
      }
      if let text = defaults.text(name.lowercased()) {
        try reference.replace(with: DocTree.Text(text))
        continue
      }
      let hint = name.lowercased() == "today" ? " Set 'today' in the configuration." : ""
      let message = document.report(
        .error, "Undefined substitution referenced: \"\(name)\".\(hint)", at: reference)
      document.looseMessages.append(message)
      let problem = Problematic(children: reference.children, position: reference.position)
      problem.refid = document.setID(for: message)
      message.backrefs.append(document.setID(for: problem))
      try reference.replace(with: problem)
    }
  }
}

extension Element {
  fileprivate func isAncestor(of node: Node) -> Bool { node.ancestors.contains { $0 === self } }
}

/// Roles that docutils has names for and nothing else.
struct UnimplementedRole: Role {
  static let names = [
    "anonymous-reference", "citation-reference", "footnote-reference", "named-reference",
    "substitution-reference", "target", "uri-reference",
  ]

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    throw MarkupError("Interpreted text role \"\(call.name)\" not implemented.")
  }
}
