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
    let name = text.whitespaceCollapsed
    signature.tocName = isValue ? name : ""
    signature.tocParts = isValue ? PythonLiteral.tuple([name]) : "()"
    guard subject.type.hasSuffix("option") else {
      let id = FreeIDs.wanted(isValue ? "confval" : "envvar", name)
      if isValue { signature.fullname = name }
      if !subject.desc.noIndex { signature.ids = [id] }
      subject.addEntry(
        isValue
          ? IndexEntry("pair", "\(name); configuration value", to: id)
          : IndexEntry("single", "environment variable; \(name)", to: id))
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
      let option = spelling.trimmed
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

  func idPrefix(_ signature: DescSignature, _ type: String, at place: Int) -> String? {
    guard type.hasSuffix("option") else { return "\(type)-" }
    return optionPrefix(Self.options(signature)[place], of: signature.program) + "-"
  }

  private static func options(_ signature: DescSignature) -> [String] {
    (signature.allnames ?? "").split(separator: " ").map(String.init)
  }

  private func optionPrefix(_ name: String, of program: String?) -> String {
    let isPlain = !name.hasPrefix("-") && !name.hasPrefix("/")
    return "cmdoption" + (program.map { "-\($0)" } ?? "") + (isPlain ? "-arg" : "")
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    guard desc.objtype?.hasSuffix("option") == true, !desc.noIndex else { return }
    for case let signature as DescSignature in desc.children {
      let names = Self.options(signature)
      signature.program = scope.program
      signature.ids = names.map { FreeIDs.wanted(optionPrefix($0, of: scope.program), $0) }
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

  func idPrefix(_ signature: DescSignature, _ type: String, at place: Int) -> String? {
    prefix(signature, type) + "-"
  }

  private func prefix(_ signature: DescSignature, _ type: String) -> String {
    type + (signature.program.map { "-\($0)" } ?? "")
  }

  func describe(_ text: String, _ subject: Subject) throws {
    let signature = subject.signature
    var name = text
    var argument = ""
    switch subject.type {
    case "directive":
      if text.hasPrefix(".."), let end = text.parts(separatedBy: "::").first {
        name = String(end.dropFirst(2)).trimmed
        argument = String(text.dropFirst(end.count + 2))
      }
      try signature.append(DescName(".. \(name)::"))
      if !argument.isEmpty { try signature.append(DescAddname(argument)) }
    case "role":
      try signature.append(DescName(":\(name):"))
    default:
      let (head, tail) = text.split(at: ":")
      name = head.trimmed
      try signature.append(DescName(":\(name):"))
      if let tail { try signature.append(DescAnnotation(tail)) }
      if let type = subject.options.type { try signature.append(DescAnnotation(" (\(type))")) }
    }
    signature.fullname = name
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    let type = desc.objtype ?? ""
    let around = scope.frames["rst"]?.last ?? DomainScope.Frame()
    var inner = around
    defer { scope.frames["rst", default: []].append(inner) }
    for case let signature as DescSignature in desc.children {
      guard let name = signature.fullname else { continue }
      if type == "directive" { inner.names = around.names + [name] }
      let path = (around.names + [name]).flatMap { $0.parts(separatedBy: ":").map { String($0) } }
      signature.tocParts = PythonLiteral.tuple(path)
      signature.tocName =
        switch type {
        case "directive": ".. \(path.joined(separator: ":"))::"
        case "role": ":\(path.joined(separator: ":")):"
        default: ":\(path.last ?? name):"
        }
      let isOption = type == "directive:option"
      if isOption { signature.program = around.names.last }
      guard !desc.noIndex else { continue }
      let prefix = prefix(signature, type)
      let id = FreeIDs.wanted(prefix, name)
      signature.ids = [id]
      guard !desc.noIndexEntry else { continue }
      let text = isOption ? ":\(name): (directive option)" : "\(name) (\(type))"
      let key = isOption ? name.prefix(1).uppercased() : nil
      index.entries.items.append(
        signature.program.map {
          IndexEntry("pair", "\($0) (directive); \(text)", to: id, key: key)
        } ?? IndexEntry("single", text, to: id, key: key))
    }
  }
}
