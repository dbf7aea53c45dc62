import DocTree

/// Shows declarations that stand elsewhere once more, with links to them.
/// (Sphinx: domains.c.CAliasObject, domains.cpp.CPPAliasObject.)
struct AliasDirective: Directive {
  struct Options: Decodable, Sendable {
    /// How many levels of members are shown, from 1 for none; 0 for all.
    var maxdepth: UInt?
    /// Whether the members are shown without what they are in.
    var noroot: String?
  }

  static let objectType = "alias"
  static let reference = "alias"

  let domain: String
  let argument = DirectiveArgument.required

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let depth = call.options.maxdepth ?? 1
    let hasNoRoot = call.options.noroot != nil
    if hasNoRoot, depth == 1 {
      context.document.report(
        .warning,
        "option 'noroot' leaves nothing of an alias with 'maxdepth' 1; write 0 for all levels, or "
          + "2 or more", position: call.position, category: "\(domain).alias")
    }
    let desc = Desc(children: [], position: call.position)
    desc.domain = domain
    desc.desctype = Self.objectType
    desc.objtype = Self.objectType
    desc.noIndex = domain == "c"
    for line in call.argument.split(whereSeparator: \.isNewline) {
      let text = line.trimmed
      guard !text.isEmpty else { continue }
      let xref = PendingXref(DescName(text))
      xref.position = call.position
      xref.refdomain = domain
      xref.reftype = Self.reference
      xref.reftarget = text
      xref["maxdepth"] = .string(String(depth))
      xref["noroot"] = .flag(hasNoRoot)
      try desc.append(DescSignature(xref))
    }
    if domain == "cpp" { try desc.append(DescContent(children: call.nodes)) }
    return [desc]
  }
}
