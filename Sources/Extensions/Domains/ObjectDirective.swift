import DocTree

/// A directive that describes something which programs can name. Its domain says how the signature is
/// read. (Sphinx: directives.ObjectDescription.)
struct ObjectDirective: Directive {
  /// The options of all domains; ``optionNames`` says which ones a directive takes.
  struct Options: Decodable, Sendable {
    var noIndex: String?
    var noindex: String?
    var noIndexEntry: String?
    var noindexentry: String?
    var noContentsEntry: String?
    var nocontentsentry: String?
    var noTypesetting: String?
    var module: String?
    var canonical: String?
    var annotation: String?
    var final: String?
    var abstract: String?
    var async: String?
    var abstractmethod: String?
    var classmethod: String?
    var staticmethod: String?
    var singleLineParameterList: String?
    var singleLineTypeParameterList: String?
    var tparamLineSpec: String?
    var type: String?
    var value: String?
    var `default`: RequiredText?
  }

  let domain: any ObjectDomain
  /// What sort of thing it describes.
  let objectType: String
  let optionNames: [String]?

  /// - Parameter options: those that it takes besides ``commonOptions``.
  init(domain: any ObjectDomain, objectType: String, options: [String] = []) {
    self.init(domain: domain, objectType: objectType, allOptions: Self.commonOptions + options)
  }

  init(domain: any ObjectDomain, objectType: String, allOptions: [String]) {
    self.domain = domain
    self.objectType = objectType
    optionNames = allOptions
  }

  /// (Sphinx: ObjectDescription.option_spec.)
  static let commonOptions = [
    "no-contents-entry", "no-index", "no-index-entry", "no-typesetting", "nocontentsentry",
    "noindex", "noindexentry",
  ]

  let argument = DirectiveArgument.required
  let content = DirectiveContent.blocks

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let desc = Desc()
    desc.position = call.position
    desc.domain = domain.name
    desc.desctype = call.name.split(separator: ":", maxSplits: 1).last.map(String.init)
    if domain.name.isEmpty || !call.name.contains(":") { desc.desctype = call.name }
    desc.objtype = objectType
    desc.classes = (domain.name.isEmpty ? [] : [domain.name]) + [objectType]
    desc.noIndex = options.noIndex != nil || options.noindex != nil
    desc.noIndexEntry = options.noIndexEntry != nil || options.noindexentry != nil
    desc.noContentsEntry = options.noContentsEntry != nil || options.nocontentsentry != nil
    desc.noTypesetting = options.noTypesetting != nil
    let index = DocTree.Index()
    index.position = call.position
    for line in call.argument.split(whereSeparator: \.isNewline) {
      let text = line.trimmed
      guard !text.isEmpty else { continue }
      let signature = DescSignature()
      signature.position = call.position
      do {
        try domain.describe(
          text,
          Subject(
            signature: signature, desc: desc, index: index, options: options, type: objectType,
            context: context))
      } catch let error as MarkupError {
        context.document.report(
          .warning, error.message, position: call.argumentPosition,
          category: "\(domain.name).signature")
        signature.removeChildren()
        try signature.append(DescName(text))
        signature.tocName = ""
        signature.tocParts = "()"
      }
      try desc.append(signature)
    }
    let content = DescContent(children: try domain.content(call, objectType, in: context))
    try GatherFields(domain, objectType, in: context).apply(to: content)
    content.position = call.contentPosition
    try desc.append(content)
    return [index, desc]
  }
}

/// One signature that is being read, and what it belongs to.
struct Subject {
  let signature: DescSignature
  let desc: Desc
  let index: DocTree.Index
  let options: ObjectDirective.Options
  let type: String
  let context: any ParseContext

  /// Warns of what is wrong with a part of the signature.
  func report(_ message: String) {
    context.document.report(
      .warning, message, position: signature.position,
      category: "\(desc.domain ?? "").signature")
  }

  /// Adds an entry to the index, unless the author wants none.
  func addEntry(_ entry: IndexEntry) {
    if !desc.noIndex, !desc.noIndexEntry { index.entries.items.append(entry) }
  }
}

/// What belongs together in one language: how its things are described and how references find them.
/// (Sphinx: domains.Domain.)
protocol ObjectDomain: Sendable {
  /// Empty for none.
  var name: String { get }
  /// Fills the signature. What depends on the place in the document, such as the module, is added when
  /// all of the document is read; see ``place(_:in:)``.
  func describe(_ text: String, _ subject: Subject) throws
  /// What stands below the signature.
  func content(
    _ call: DirectiveCall<ObjectDirective.Options>, _ type: String, in context: any ParseContext
  ) throws -> [Node]
  /// The fields that gather in lists below descriptions of a type.
  func fields(_ type: String) -> [DocField]
  /// A link from a field.
  func link(
    _ text: String, role: String, as inner: LinkText, in context: any ParseContext
  ) throws -> [Node]
  /// What a number follows if the id of a description is taken; nil if it then has none, and its page
  /// is warned.
  ///
  /// - Parameter place: which one of its ids it is.
  func idPrefix(_ signature: DescSignature, _ type: String, at place: Int) -> String?
  /// The scopes around a place, as references show them that are looked up in these; nil for none, and
  /// for a domain that says it otherwise.
  func parentKey(in scope: DomainScope) -> String?
  /// Gives a description its names and ids.
  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws
}

extension ObjectDomain {
  func content(
    _ call: DirectiveCall<ObjectDirective.Options>, _ type: String, in context: any ParseContext
  ) throws -> [Node] { call.nodes }
  func idPrefix(_ signature: DescSignature, _ type: String, at place: Int) -> String? { "id" }
  func parentKey(in scope: DomainScope) -> String? { nil }
  func place(_ desc: Desc, _ index: DocTree.Index, in scope: inout DomainScope) throws {}
}

/// What the directives before a place in the document have set.
struct DomainScope {
  /// The module, by domain.
  var modules: [String: String] = [:]
  /// The classes or objects around the place, by domain.
  var owners: [String: [String]] = [:]
  /// The program whose options follow.
  var program: String?
  /// The domains of which something was described, or a namespace named.
  var known: Set<String> = []
  /// The modules around descriptions that have one of their own, by these.
  var modulesAround: [ObjectIdentifier: String?] = [:]

  /// What a place stands in, where names alone do not say it.
  struct Frame {
    /// The names from the outermost one, with the ids of those that are described.
    var path: [(name: String, id: String?)] = []
    /// The names of the descriptions that it stands in.
    var names: [String] = []
  }
  /// The ids of what was described so far, by domain and full name: `c:Data.a`.
  var ids: [String: String] = [:]
  /// By domain, the innermost one last.
  var frames: [String: [Frame]] = [:]
  /// The modules that were left for others, by domain.
  private var stacks: [String: [String?]] = [:]

  /// How many names a namespace may have: all that stands in it has each of them in its own name.
  static let depthLimit = 100

  /// - Returns: whether it could be done.
  mutating func apply(_ mark: ScopeMark) -> Bool {
    let value = mark.value.isEmpty ? nil : mark.value
    let domain = String(mark.scope.dropLast())
    known.insert(mark.scope)
    known.insert(domain)
    if mark.scope == "program" {
      program = value
    } else if mark.scope.hasSuffix(ScopeMark.push) {
      stacks[domain, default: []].append(modules[domain])
      let separator = domain == "cpp" ? "::" : "."
      let names = [modules[domain], value].compactMap { $0 }.joined(separator: separator)
      guard names.parts(separatedBy: separator).count <= Self.depthLimit else { return false }
      modules[domain] = names
    } else if mark.scope.hasSuffix(ScopeMark.pop) {
      modules[domain] = stacks[domain]?.popLast() ?? nil
    } else {
      modules[mark.scope] = value
    }
    return true
  }
}

/// Says which module or program what follows belongs to. It leaves the tree when the document has been
/// read.
final class ScopeMark: Element {
  /// `py`, `js`, or `program`.
  var scope = ""
  /// Empty for none.
  var value = ""

  override class var schema: Schema {
    Schema(
      [.special, .body, .invisible], content: .empty,
      attributes: [
        Attribute("scope", \ScopeMark.scope, default: ""),
        Attribute("value", \ScopeMark.value, default: ""),
      ])
  }
}
