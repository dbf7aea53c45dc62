public import DocTree

/// Sphinx's domain `py`: Python's modules, classes and functions.
public struct PythonDomain: Extension {
  public let name = "py"

  public init() {}

  public func register(in registry: inout Registry) {
    for type in [
      "mod", "func", "data", "const", "class", "meth", "attr", "exc", "obj", "type", "deco",
    ] {
      var role = CrossReferenceRole(domain: "py", type: type)
      role.addsParentheses = type == "func" || type == "meth"
      if type == "deco" { role.prefix = "@" }
      role.style = .scoped(separator: ".", searchesAll: true)
      role.contextAttributes = ["py:module", "py:class"]
      registry.add(role: "py:\(type)", role)
    }
    let domain = PythonObjects()
    for type in [
      "function", "data", "class", "exception", "method", "classmethod", "staticmethod",
      "attribute", "property", "type", "decorator", "decoratormethod",
    ] {
      let plain =
        ["classmethod", "staticmethod", "decoratormethod"].contains(type)
        ? "method" : type == "decorator" ? "function" : type
      registry.add(
        directive: "py:\(type)",
        ObjectDirective(domain: domain, objectType: plain, options: Self.options(of: type)))
    }
    registry.add(directive: "py:module", ModuleDirective(domain: "py"))
    registry.add(transform: PlaceModules())
    registry.add(directive: "py:currentmodule", CurrentModuleDirective(domain: "py"))
  }
}

extension PythonDomain {
  /// The options that a directive has besides those of all descriptions.
  /// (Sphinx: PyObject.option_spec, and those of its subclasses.)
  private static func options(of type: String) -> [String] {
    let own =
      switch type {
      case "function", "decorator": ["async"]
      case "data", "attribute": ["type", "value"]
      case "class", "exception": ["abstract", "final"]
      case "method", "decoratormethod":
        ["abstract", "abstractmethod", "async", "classmethod", "final", "staticmethod"]
      case "property": ["abstract", "abstractmethod", "classmethod", "type"]
      default: [String]()
      }
    return own + [
      "annotation", "canonical", "module", "single-line-parameter-list",
      "single-line-type-parameter-list",
    ]
  }
}

/// How Python's things are described.
struct PythonObjects: ObjectDomain {
  let name = "py"

  func describe(_ text: String, _ subject: Subject) throws {
    let signature = subject.signature
    let options = subject.options
    let parts = try PythonSignature(text)
    let words = keywords(subject)
    if !words.isEmpty {
      let annotation = DescAnnotation()
      for word in words { try annotation.append(DescSigKeyword(word), DescSigSpace(" ")) }
      try signature.append(annotation)
    }
    if subject.desc.desctype?.hasPrefix("decorator") == true {
      try signature.append(DescAddname("@"))
    }
    if !parts.prefix.isEmpty { try signature.append(DescAddname(parts.prefix)) }
    try signature.append(DescName(parts.name))
    signature.fullname = parts.prefix + parts.name
    signature["module"] = options.module.map { .string($0) }
    let isCallable = subject.type == "function" || subject.type == "method"
    if !parts.typeParameters.isEmpty {
      do {
        try signature.append(PythonSignature.typeParameterList(parts.typeParameters))
      } catch let error as MarkupError {
        subject.report(error.message)
      }
    }
    if !parts.parameters.isEmpty {
      try signature.append(PythonSignature.parameterList(parts.parameters))
    } else if isCallable, subject.desc.desctype?.hasPrefix("decorator") != true {
      try signature.append(DescParameterlist())
    }
    if let returns = parts.returns {
      let element = DescReturns()
      try element.append(PythonAnnotation.nodes(returns))
      try signature.append(element)
    }
    if let note = options.annotation, !note.isEmpty {
      try signature.append(DescAnnotation(DescSigSpace(" "), Text(note)))
    }
    if let type = options.type {
      let element = DescAnnotation(DescSigPunctuation(":"), DescSigSpace(" "))
      try element.append(PythonAnnotation.nodes(type))
      try signature.append(element)
    }
    if let value = options.value ?? (subject.type == "type" ? options.canonical : nil) {
      let element = DescAnnotation(DescSigSpace(" "), DescSigPunctuation("="), DescSigSpace(" "))
      let nodes = subject.type == "type" ? PythonAnnotation.nodes(value) : [Text(value)]
      try element.append(nodes)
      try signature.append(element)
    }
    // The desctype is that of the sort which the directive is short for.
    subject.desc.desctype = subject.type
  }

  private func keywords(_ subject: Subject) -> [String] {
    let options = subject.options
    let directive = subject.desc.desctype ?? ""
    var words: [String] = []
    if options.final != nil { words.append("final") }
    if options.abstract != nil || options.abstractmethod != nil {
      words.append(subject.type == "method" ? "abstractmethod" : "abstract")
    }
    if options.async != nil { words.append("async") }
    if options.classmethod != nil || directive == "classmethod" {
      words.append(subject.type == "property" ? "class" : "classmethod")
    }
    if options.staticmethod != nil || directive == "staticmethod" { words.append("static") }
    if ["class", "exception", "property", "type"].contains(subject.type) {
      words.append(subject.type)
    }
    subject.index["method"] =
      subject.type == "method" && words.contains("classmethod")
      ? "class method" : words.contains("static") ? "static method" : nil
    return words
  }

  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {
    let owner = scope.owners["py"]?.last ?? ""
    let methodKind = index["method"]?.text ?? "method"
    index["method"] = nil
    var inner = owner
    let moduleAround = scope.modules["py"]
    for case let signature as DescSignature in desc.children {
      guard var name = signature.fullname else { continue }
      let own = signature["module"]?.text
      let module = own ?? moduleAround ?? ""
      // What stands below it belongs to its module, and to the class whose name is written before it.
      // (Sphinx: PyObject.before_content.)
      if let own,
        scope.modulesAround.updateValue(moduleAround, forKey: ObjectIdentifier(desc)) == nil
      {
        scope.modules["py"] = own
      }
      let isInOwner = !owner.isEmpty && name.hasPrefix(owner + ".")
      let written = isInOwner ? name.dropFirst(owner.count + 1) : name[...]
      inner = written.lastIndex(of: ".").map { String(written[..<$0]) } ?? owner
      if !owner.isEmpty, !isInOwner { name = "\(owner).\(name)" }
      let path = name.split(separator: ".").map(String.init)
      let ownerName = path.dropLast().joined(separator: ".")
      if ["class", "exception"].contains(desc.objtype) { inner = name }
      signature.fullname = name
      signature.set("module", to: module.isEmpty ? AttributeValue.none : .string(module))
      signature["class"] = .string(ownerName)
      if !module.isEmpty, ownerName.isEmpty,
        let place = signature.children.firstIndex(where: { $0 is DescName })
      {
        try signature.insert(DescAddname(module + "."), at: place)
      }
      let isCallable = desc.objtype == "function" || desc.objtype == "method"
      signature.tocName = name + (isCallable ? "()" : "")
      signature.tocParts = PythonLiteral.tuple((module.isEmpty ? [] : [module]) + path)
      let full = module.isEmpty ? name : "\(module).\(name)"
      for xref in signature.findAll(PendingXref.self) {
        xref.set("py:module", to: moduleAround.map { .string($0) } ?? AttributeValue.none)
        xref.set("py:class", to: owner.isEmpty ? AttributeValue.none : .string(owner))
      }
      guard !desc.noIndex else { continue }
      let id = Identifier.makeKeepingCase(from: full)
      signature.ids = [id]
      guard !desc.noIndexEntry else { continue }
      index.entries.items.append(
        entry(desc.objtype ?? "", path.last ?? name, ownerName, module, id, methodKind))
    }
    scope.owners["py", default: []].append(inner)
  }

  private func entry(
    _ type: String, _ name: String, _ owner: String, _ module: String, _ id: String,
    _ methodKind: String
  ) -> IndexEntry {
    let holder = module.isEmpty ? owner : owner.isEmpty ? module : "\(module).\(owner)"
    let full = owner.isEmpty ? name : "\(owner).\(name)"
    let shown = ["function", "method"].contains(type) ? name + "()" : name
    switch type {
    case "function":
      return module.isEmpty
        ? IndexEntry("pair", "built-in function; \(full)()", to: id)
        : IndexEntry("single", "\(full)() (in module \(module))", to: id)
    case "data":
      return IndexEntry(
        "single",
        module.isEmpty ? "\(full) (built-in variable)" : "\(full) (in module \(module))", to: id)
    case "class":
      return IndexEntry(
        "single", module.isEmpty ? "\(full) (built-in class)" : "\(full) (class in \(module))",
        to: id)
    case "exception":
      return IndexEntry("single", full, to: id)
    case "method" where !owner.isEmpty:
      return IndexEntry("single", "\(shown) (\(holder) \(methodKind))", to: id)
    case "attribute" where !owner.isEmpty, "property" where !owner.isEmpty:
      return IndexEntry("single", "\(shown) (\(holder) \(type))", to: id)
    case "type" where !owner.isEmpty:
      return IndexEntry("single", "\(shown) (type alias in \(holder))", to: id)
    default:
      return IndexEntry(
        "single", module.isEmpty ? shown : "\(shown) (in module \(module))", to: id)
    }
  }
}
