import DocTree

/// The rules of a grammar: `name: definition`, with other rules in backticks; a line that begins with
/// a colon continues the one above. A first line without a colon names the grammar.
/// (Sphinx: domains.std.ProductionList.)
struct ProductionListDirective: Directive {
  let argument = DirectiveArgument.required
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    var lines = ([call.argument[...]] + call.text.lines)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    var group = ""
    if let first = lines.first, !first.contains(":") {
      group = first.trimmed
      lines.removeFirst()
    }
    let rules = lines.map { line -> (name: String, text: String) in
      guard let colon = line.firstIndex(of: ":") else { return ("", line.trimmed) }
      return (line[..<colon].trimmed, line[line.index(after: colon)...].trimmed)
    }
    guard let width = rules.map(\.name.count).max() else {
      throw MarkupError("\"productionlist\" needs at least one rule")
    }
    let list = Productionlist(children: [], position: call.position)
    for (name, text) in rules {
      let production = Production(children: [], position: call.position)
      production.tokenname = name
      if name.isEmpty {
        try production.append(String(repeating: " ", count: width + 5))
      } else {
        let strong = LiteralStrong(name)
        let prefix = group.isEmpty ? "grammar-token" : "grammar-token-\(group)"
        strong.ids = [SphinxID.make(prefix, name, in: context.document)]
        context.document.noteImplicitTarget(strong, messagesIn: strong)
        let padding = String(repeating: " ", count: width - name.count)
        try production.append(strong, padding + " ::= ")
      }
      try production.append(Self.tokens(of: text, group, at: call.position), "\n")
      try list.append(production)
    }
    return [list]
  }

  /// The text with references for what stands in backticks.
  private static func tokens(
    of text: String, _ group: String, at position: SourcePosition
  ) -> [Node] {
    var nodes: [Node] = []
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index % 2 == 0 || index == parts.count - 1 {
        // A backtick without a partner stays.
        let literal = (index % 2 == 0 ? "" : "`") + part
        if !literal.isEmpty { nodes.append(Text(literal, position: position)) }
        continue
      }
      let isShort = part.first == "~"
      let name = isShort ? part.dropFirst() : part
      let token = name.split(separator: ":").last ?? name
      let reference = PendingXref(
        Literal(String(isShort ? token : name)).with { $0.classes = ["xref"] })
      reference.position = position
      reference.refdomain = "std"
      reference.reftype = "token"
      reference.reftarget = name.contains(":") || group.isEmpty ? String(name) : "\(group):\(name)"
      nodes.append(reference)
    }
    return nodes
  }
}
