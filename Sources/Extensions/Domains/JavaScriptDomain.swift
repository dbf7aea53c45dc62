public import DocTree

/// Sphinx's domain `js`: JavaScript's modules, functions and classes.
public struct JavaScriptDomain: Extension {
  public let name = "js"

  public init() {}

  public func register(in registry: inout Registry) {
    for type in ["function", "method", "class", "data", "attribute"] {
      registry.add(
        directive: "js:\(type)",
        ObjectDirective(
          domain: JavaScriptObjects(), objectType: type, options: ["single-line-parameter-list"]))
    }
    registry.add(directive: "js:module", ModuleDirective(domain: "js"))
    for type in ["func", "meth", "class", "data", "attr", "mod"] {
      registry.add(role: "js:\(type)", Self.role(type))
    }
  }

  static func role(_ type: String) -> CrossReferenceRole {
    var role = CrossReferenceRole(domain: "js", type: type)
    role.addsParentheses = type == "func" || type == "meth"
    role.style = .scoped(separator: ".", searchesAll: true)
    role.contextAttributes = ["js:module", "js:object"]
    return role
  }
}

/// How JavaScript's things are described. (Sphinx: domains.javascript.JSObject.)
struct JavaScriptObjects: ObjectDomain {
  let name = "js"

  func describe(_ text: String, _ subject: Subject) throws {
    let (head, parameters) = try split(text)
    guard let last = head.split(separator: ".").last else {
      throw MarkupError("'\(text)' is no JavaScript signature; write name or name(parameters)")
    }
    let signature = subject.signature
    if subject.type == "class" {
      try signature.append(DescAnnotation(DescSigKeyword("class"), DescSigSpace(" ")))
    }
    try signature.append(DescName(DescSigName(String(last))))
    if ["function", "method", "class"].contains(subject.type) {
      let text = parameters?.trimmed ?? ""
      try signature.append(
        text.isEmpty ? DescParameterlist() : PythonSignature.looseParameterList(text))
    }
    // The whole name, until the place in the document is known.
    signature.fullname = head
  }

  private func split(_ text: String) throws(MarkupError) -> (head: String, parameters: String?) {
    guard let open = text.firstIndex(of: "(") else { return (text.trimmed, nil) }
    guard text.last == ")" else {
      throw MarkupError("the signature '\(text)' has a parenthesis that is not closed")
    }
    let parameters = text[text.index(after: open)...].dropLast()
    return (text[..<open].trimmed, String(parameters))
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    let around = scope.owners["js"]?.last ?? ""
    let module = scope.modules["js"] ?? ""
    let isCallable = desc.objtype == "function" || desc.objtype == "method"
    var inner = around
    for case let signature as DescSignature in desc.children {
      guard let written = signature.fullname else { continue }
      let path = written.split(separator: ".").map(String.init)
      let object = ([around] + path.dropLast()).filter { !$0.isEmpty }.joined(separator: ".")
      let fullname = object.isEmpty ? path.last ?? "" : "\(object).\(path.last ?? "")"
      if desc.objtype == "class" { inner = fullname }
      signature.fullname = fullname
      signature.set("module", to: module.isEmpty ? AttributeValue.none : .string(module))
      signature.set("object", to: object.isEmpty ? AttributeValue.none : .string(object))
      try addPrefix(object.isEmpty ? module : object, to: signature)
      signature.tocName = fullname + (isCallable ? "()" : "")
      signature.tocParts = PythonLiteral.tuple(
        (module.isEmpty ? [] : [module]) + fullname.split(separator: ".").map(String.init))
      guard !desc.noIndex else { continue }
      let id = Self.id(module.isEmpty ? fullname : "\(module).\(fullname)")
      if !id.isEmpty { signature.ids = [id] }
      guard !desc.noIndexEntry, let entry = entry(desc.objtype ?? "", fullname, object) else {
        continue
      }
      index.entries.items.append(IndexEntry("single", entry, to: id))
    }
    scope.owners["js", default: []].append(inner)
  }

  /// What the name is in stands before it.
  private func addPrefix(_ prefix: String, to signature: DescSignature) throws {
    guard !prefix.isEmpty,
      let place = signature.children.firstIndex(where: { $0 is DescName })
    else { return }
    let element = DescAddname()
    for part in prefix.split(separator: ".") {
      try element.append(DescSigName(String(part)), DescSigPunctuation("."))
    }
    try signature.insert(element, at: place)
  }

  /// (Sphinx: util.nodes._make_id.)
  private static func id(_ name: String) -> String {
    let kept = name.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "._".contains(character))
        ? character : "-"
    }
    let text = kept.split(separator: "-").map { String($0) }.joined(separator: "-")
    return String(text.drop { !$0.isLetter })
  }

  private func entry(_ type: String, _ name: String, _ object: String) -> String? {
    switch type {
    case "function":
      object.isEmpty ? "\(name)() (built-in function)" : "\(name)() (\(object) method)"
    case "class": "\(name)() (class)"
    case "data": "\(name) (global variable or constant)"
    case "attribute": "\(name) (\(object.isEmpty ? "None" : object) attribute)"
    default: nil
    }
  }
}
