import DocTree

extension JavaScriptObjects {
  func fields(_ type: String) -> [DocField] {
    guard ["function", "class", "method"].contains(type) else { return [] }
    return [
      DocField(
        label: "Arguments", names: ["argument", "arg", "parameter", "param"],
        typeNames: ["paramtype", "type"], shape: .typed(collapses: false), typeRole: "class"),
      DocField(
        label: "Throws", names: ["throws"], shape: .grouped(collapses: true), role: "class"),
      .returns, .returnType,
    ]
  }

  func link(
    _ text: String, role: String, as inner: LinkText, in context: any ParseContext
  ) throws -> [Node] {
    let call = RoleCall(name: "js:\(role)", text: text)
    return [Inline(children: try JavaScriptDomain.role(role).run(call, in: context))]
  }
}

extension CObjects {
  func fields(_ type: String) -> [DocField] {
    guard type == "function" || type == "macro" else { return [] }
    return [
      DocField(
        label: "Parameters", names: ["param", "parameter", "arg", "argument"],
        typeNames: ["type"], shape: .typed(collapses: false), typeRole: "expr"),
      .returnValues, .returns, .returnType,
    ]
  }

  func link(
    _ text: String, role: String, as inner: LinkText, in context: any ParseContext
  ) -> [Node] { ExpressionRole.link(text, domain: name, as: inner, in: context) }
}

extension CppObjects {
  func fields(_ type: String) -> [DocField] {
    let templates = DocField(
      label: "Template Parameters", names: ["tparam", "template parameter"],
      shape: .grouped(collapses: true))
    guard type == "function" else { return [templates] }
    return [
      templates,
      DocField(
        label: "Parameters", names: ["param", "parameter", "arg", "argument"],
        shape: .grouped(collapses: true)),
      DocField(
        label: "Throws", names: ["throws", "throw", "exception"],
        shape: .grouped(collapses: true), role: "expr"),
      .returnValues, .returns,
    ]
  }

  func link(
    _ text: String, role: String, as inner: LinkText, in context: any ParseContext
  ) -> [Node] { ExpressionRole.link(text, domain: name, as: inner, in: context) }
}

extension ExpressionRole {
  /// A type in a field; one that is none stays text.
  fileprivate static func link(
    _ text: String, domain: String, as inner: LinkText, in context: any ParseContext
  ) -> [Node] {
    let role = ExpressionRole(domain: domain, isCode: true)
    let nodes = try? role.run(RoleCall(name: "\(domain):expr", text: text), in: context)
    return nodes.map { [Inline(children: $0)] } ?? [inner.node(text)]
  }
}
