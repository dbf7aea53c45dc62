public import DocTree

/// Descriptions in no language: command-line options, environment and configuration values, and
/// `rst:directive` and `rst:role`; and the domains' transform.
public struct ObjectDescriptions: Extension {
  public let name = "domains"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(kinds: ScopeMark.self)
    registry.add(transform: DescriptionClasses())
    let std = StandardObjects()
    for type in ["option", "cmdoption", "envvar", "confval"] {
      let directive =
        type == "confval"
        ? ObjectDirective(
          domain: std, objectType: type,
          allOptions: [
            "default", "no-contents-entry", "no-index", "no-index-entry", "no-typesetting", "type",
          ])
        : ObjectDirective(domain: std, objectType: type)
      registry.add(directive: type, directive)
      registry.add(directive: "std:\(type)", directive)
    }
    registry.add(directive: "program", ProgramDirective())
    registry.add(directive: "std:program", ProgramDirective())
    let plain = PlainObjects()
    for type in ["describe", "object"] {
      registry.add(directive: type, ObjectDirective(domain: plain, objectType: type))
    }
    let rst = DirectiveObjects()
    for type in ["directive", "role", "directive:option"] {
      registry.add(
        directive: "rst:\(type)",
        ObjectDirective(
          domain: rst, objectType: type, options: type == "directive:option" ? ["type"] : []))
    }
    for type in ["role", "dir"] {
      registry.add(role: "rst:\(type)", CrossReferenceRole(domain: "rst", type: type))
    }
    let domains: [any ObjectDomain] = [
      std, plain, rst, PythonObjects(), CObjects(), CppObjects(), JavaScriptObjects(),
    ]
    registry.add(pageData: DeclarationData.self)
    registry.add(globalStep: DeclarationStep())
    registry.add(transform: ExpandAliases())
    registry.add(
      transform: PlaceDescriptions(
        domains: Dictionary(uniqueKeysWithValues: domains.map { ($0.name, $0) })))
  }
}

/// What is described as it is written.
struct PlainObjects: ObjectDomain {
  let name = ""

  func describe(_ text: String, _ subject: Subject) throws {
    subject.signature.tocName = ""
    subject.signature.tocParts = "()"
    try subject.signature.append(DescName(text))
  }
}

/// Command-line options, environment variables and configuration values.
/// (Sphinx: domains.std.Cmdoption, EnvVar, ConfigurationValue.)
struct StandardObjects: ObjectDomain {
  let name = "std"

  func describe(_ text: String, _ subject: Subject) throws {
    let signature = subject.signature
    let isValue = subject.type == "confval"
    signature.tocName = isValue ? text : ""
    signature.tocParts = isValue ? PythonLiteral.tuple([text]) : "()"
    guard subject.type.hasSuffix("option") else {
      let prefix = isValue ? "confval" : "envvar"
      let id = "\(prefix)-\(text)"
      if isValue { signature.fullname = text }
      if !subject.desc.noIndex { signature.ids = [id] }
      subject.addEntry(
        isValue
          ? IndexEntry("pair", "\(text); configuration value", to: id)
          : IndexEntry("single", "environment variable; \(text)", to: id))
      try signature.append(DescName(text))
      return
    }
    try describeOptions(text, subject)
  }

  /// `-p, --patch=VALUE`: what stands behind the first space or equals sign is no part of a name, nor
  /// is the bracket of a value that may be left out. (Sphinx: Cmdoption.handle_signature.)
  private func describeOptions(_ text: String, _ subject: Subject) throws {
    let signature = subject.signature
    var names: [String] = []
    for spelling in text.parts(separatedBy: ", ") {
      let option = spelling.stripped
      var name = option.prefix { !$0.isWhitespace && $0 != "=" }
      guard !name.isEmpty else {
        subject.report(
          "Malformed option description '\(option)', should look like \"opt\", \"-opt args\", "
            + "\"--opt args\", \"/opt args\" or \"+opt args\"")
        continue
      }
      if name.last == "[", option.last == "]", name.endIndex < option.endIndex {
        name = name.dropLast()
      }
      if !names.isEmpty { try signature.append(DescAddname(", ")) }
      let argument = DescAddname()
      if name.endIndex < option.endIndex { try argument.append(String(option[name.endIndex...])) }
      try signature.append(DescName(String(name)), argument)
      names.append(String(name))
    }
    if names.isEmpty { return try signature.append(DescName(text)) }
    signature.allnames = names.joined(separator: " ")
  }

  func content(
    _ call: DirectiveCall<ObjectDirective.Options>, _ type: String, in context: any ParseContext
  ) throws -> [Node] {
    guard type == "confval" else { return call.nodes }
    let fields = FieldList()
    for (name, value) in [("Type", call.options.type), ("Default", call.options.default?.text)] {
      guard let value else { continue }
      let body = FieldBody(children: try context.parseInline(value, at: call.position))
      try fields.append(Field(FieldName(name), body))
    }
    return fields.children.isEmpty ? call.nodes : [fields] + call.nodes
  }

  func idPrefix(_ signature: DescSignature, _ type: String) -> String? {
    guard type.hasSuffix("option") else { return "\(type)-" }
    return Identifier.make(from: "cmdoption-\(signature.program ?? "")") + "-"
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    guard desc.objtype?.hasSuffix("option") == true, !desc.noIndex else { return }
    let program = scope.program.map { $0 + "-" } ?? ""
    for case let signature as DescSignature in desc.children {
      let names = (signature.allnames ?? "").split(separator: " ").map(String.init)
      signature.program = scope.program
      signature.ids = names.map { name in
        let isPlain = !name.hasPrefix("-") && !name.hasPrefix("/")
        return Identifier.make(from: "cmdoption-\(program)\(isPlain ? "arg-" : "")\(name)")
      }
      guard !desc.noIndexEntry else { continue }
      for name in names {
        let what = scope.program.map { "\($0) command line option" } ?? "command line option"
        index.entries.items.append(
          IndexEntry("pair", "\(what); \(name)", to: signature.ids.first ?? ""))
      }
    }
  }
}

/// Directives and roles. (Sphinx: domains.rst.)
struct DirectiveObjects: ObjectDomain {
  let name = "rst"

  func idPrefix(_ signature: DescSignature, _ type: String) -> String? {
    type == "directive:option" ? "directive-option-" : "\(type)-"
  }

  func describe(_ text: String, _ subject: Subject) throws {
    let signature = subject.signature
    var name = text
    var argument = ""
    switch subject.type {
    case "directive":
      if text.hasPrefix(".."), let end = text.parts(separatedBy: "::").first {
        name = String(end.dropFirst(2)).stripped
        argument = String(text.dropFirst(end.count + 2))
      }
      try signature.append(DescName(".. \(name)::"))
      if !argument.isEmpty { try signature.append(DescAddname(argument)) }
    case "role":
      name = text.filter { $0 != ":" }
      try signature.append(DescName(":\(name):"))
    default:
      let (head, tail) = text.split(at: ":")
      name = head.stripped
      try signature.append(DescName(":\(name):"))
      if let tail { try signature.append(DescAnnotation(tail)) }
      if let type = subject.options.type { try signature.append(DescAnnotation(" (\(type))")) }
    }
    signature.fullname = name
    signature.tocName = signature.firstName
    signature.tocParts = PythonLiteral.tuple([name])
    let prefix = subject.type == "directive:option" ? "directive-option" : subject.type
    let id = Identifier.make(from: "\(prefix)-\(name)")
    if !subject.desc.noIndex { signature.ids = [id] }
    let sort = subject.type == "directive:option" ? "directive option" : subject.type
    subject.addEntry(
      subject.type == "directive:option"
        ? IndexEntry(
          "single", ":\(name): (\(sort))", to: id, key: name.prefix(1).uppercased())
        : IndexEntry("single", "\(name) (\(sort))", to: id))
  }
}
