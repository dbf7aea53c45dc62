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
    let nodes = SectionHeadings.titles(in: call.nodes)
    guard call.options.noIndex == nil, call.options.noindex == nil else {
      return [mark] + nodes
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
    return [mark] + entries + [target] + nodes
  }
}

/// Gives the ids of modules to the sections that begin with them. The targets stay, as they know what
/// the modules are. (Sphinx: transforms.MoveModuleTargets.)
struct PlaceModules: Transform {
  let priority = 210
  let kinds: [Node.Type]? = [Target.self]

  func apply(to document: Document, in context: TransformContext) {
    for target in document.findAll(Target.self) where target.module != nil {
      guard let id = target.ids.first, let section = target.parent as? Section,
        let place = section.index(of: target), place <= 2
      else { continue }
      section.ids.insert(contentsOf: target.ids, at: 0)
      target.ids = []
      target.refid = id
      document.setID(for: section)
    }
  }
}

extension Target {
  /// Where the module is that it is the place of.
  var moduleID: String? { module == nil ? nil : ids.first ?? refid }
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
