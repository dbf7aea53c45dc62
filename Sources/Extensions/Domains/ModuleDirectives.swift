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
    let name = call.argument.trimmed
    let mark = ScopeMark(domain, name, at: call.position)
    let nodes = SectionHeadings.titles(in: call.nodes)
    guard call.options.noIndex == nil, call.options.noindex == nil else {
      return [mark] + nodes
    }
    let id = FreeIDs(document: context.document).id("module", name)
    let index = DocTree.Index()
    index.position = call.position
    let entry =
      domain == "py"
      ? IndexEntry("pair", "module; \(name)", to: id)
      : IndexEntry("single", "\(name) (module)", to: id)
    index.entries = IndexEntries([entry])
    let target = Target()
    target.position = call.position
    target.ids = [id]
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

/// Gives the ids of modules to the sections that begin with them.
/// (Sphinx: transforms.MoveModuleTargets.)
struct PlaceModules: Transform {
  let priority = 210
  let kinds: [Node.Type]? = [Target.self]

  func apply(to document: Document, in context: TransformContext) {
    for target in document.findAll(Target.self) where target.module != nil {
      // Behind the heading and the entry of the index.
      guard let id = target.ids.first, let section = target.parent as? Section,
        section.children.count > 2, section.children[2] === target
      else { continue }
      section.ids.insert(contentsOf: target.ids, at: 0)
      target.ids = []
      target.refid = id
      document.setID(for: section)
      target.detach()
      document.detachedDescriptions.append(target)
    }
  }
}

extension Target {
  /// Where the module is that it is the place of.
  var moduleID: String? { module == nil ? nil : ids.first ?? refid }
}

extension ModuleEntry {
  /// What is shown where the pointer rests on a link to it; nil for the name.
  /// (Sphinx: PythonDomain._make_module_refnode.)
  var linkTitle: String? {
    guard domain == "py" else { return nil }
    let title = [
      name, synopsis.isEmpty ? "" : ": \(synopsis)", isDeprecated ? " (deprecated)" : "",
      platform.isEmpty ? "" : " (\(platform))",
    ].joined()
    return title == name ? nil : title
  }
}

/// Says which module what follows belongs to.
struct CurrentModuleDirective: Directive {
  let domain: String
  let argument = DirectiveArgument.requiredWord
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    let name = call.argument.trimmed
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
