import DocTree

/// A module, as a place and as where what follows belongs. (Sphinx: PyModule, JSModule.)
struct ModuleDirective: Directive {
  struct Options: Decodable, Sendable {
    var synopsis: String?
    var platform: String?
    var deprecated: Flag?
    var noIndex: Flag?
    var noIndexEntry: Flag?
    var noContentsEntry: Flag?
    var noTypesetting: Flag?
    var noindex: Flag?
    var nocontentsentry: Flag?
  }

  let domain: String
  let argument = DirectiveArgument.requiredWord
  let optionNames: [String]?

  init(domain: String) {
    self.domain = domain
    let common = ObjectDirective.commonOptions.filter { $0 != "noindexentry" }
    optionNames = domain == "py" ? common + ["deprecated", "platform", "synopsis"] : common
  }

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let name = call.argument.stripped
    let mark = ScopeMark(domain, name, at: call.position)
    guard call.options.noIndex == nil, call.options.noindex == nil else {
      return [mark] + call.nodes
    }
    let index = DocTree.Index()
    index.position = call.position
    let entry =
      domain == "py"
      ? IndexEntry("pair", "module; \(name)", to: "module-\(name)")
      : IndexEntry("single", "\(name) (module)", to: "module-\(name)")
    index.entries = IndexEntries([entry])
    let target = Target()
    target.position = call.position
    target.ids = ["module-\(name)"]
    target["ismod"] = .flag(true)
    var module = ModuleEntry(domain: domain, name: name)
    module.synopsis = call.options.synopsis ?? ""
    module.platform = call.options.platform ?? ""
    module.isDeprecated = call.options.deprecated != nil
    target.module = module
    context.document.noteExplicitTarget(target)
    let entries: [Node] = call.options.noIndexEntry == nil ? [index] : []
    return [mark] + entries + [target] + call.nodes
  }
}

/// Says which module what follows belongs to.
struct CurrentModuleDirective: Directive {
  let domain: String
  let argument = DirectiveArgument.requiredWord
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    let name = call.argument.stripped
    return [ScopeMark(domain, name == "None" ? "" : name, at: call.position)]
  }
}

/// Says whose options follow.
struct ProgramDirective: Directive {
  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    let name = call.argument.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    return [ScopeMark("program", name == "None" ? "" : name, at: call.position)]
  }
}

extension ScopeMark {
  /// What stands behind the domain in ``scope`` where a namespace is added, or the last one left.
  static let push = "+"
  static let pop = "-"

  convenience init(_ scope: String, _ value: String, at position: SourcePosition) {
    self.init()
    self.scope = scope
    self.value = value
    self.position = position
  }
}
