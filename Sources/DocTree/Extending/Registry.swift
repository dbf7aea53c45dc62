/// Everything that extensions have registered, for one application.
///
/// It is made by ``init(extensions:)`` and does not change afterwards: being a value, a `let` of it
/// is frozen, and it can be shared between tasks.
public struct Registry: Sendable {
  /// A kind of node and the extension that claimed its name.
  public struct KindEntry: Sendable {
    public let kind: Kind
    public let owner: String
  }

  /// The registered kinds by name.
  public private(set) var kinds: [String: KindEntry] = [:]
  /// The extensions in the order in which they registered.
  public private(set) var extensions: [any Extension] = []
  /// The transforms in the order in which they were registered.
  public internal(set) var transforms: [any Transform] = []
  /// The transforms in the order in which they run, by the number of the phase.
  var queues = Array(repeating: TransformQueue(), count: Phase.allCases.count)
  /// What is collected from each page.
  public internal(set) var pageData: [any PageData.Type] = []

  /// The steps between collecting and resolving, in the order in which they were registered.
  public internal(set) var globalSteps: [any GlobalStep] = []
  /// Pages without a source, in the order in which they were registered.
  public internal(set) var generatedPages: [any GeneratedPage] = []
  /// What makes further files, in the order of registration.
  public internal(set) var outputSteps: [any OutputStep] = []
  var builders: [String: any Builder] = [:]

  var handlers = HandlerList()
  var formats: [String: Owned<any Translator.Type>] = [:]
  var sourceFormats: [String: Owned<any SourceFormat>] = [:]
  var configKeys: [String: Owned<ConfigDeclaration>] = [:]
  var directives: [String: Owned<any Directive>] = [:]
  var roles: [String: Owned<any Role>] = [:]
  /// Roles for all names that begin alike.
  var roleFamilies: [(prefix: String, role: Owned<any Role>)] = []
  /// Where references that point to nothing in the project are looked up, in the order of registration.
  public internal(set) var referenceSources: [any ReferenceSource] = []
  /// Who asks whether the elements of a document have to keep the text that they were written as.
  var rawSourceUses: [@Sendable (ReadContext) -> Bool] = []
  /// The syntax rules in the order in which they were registered.
  public internal(set) var blockRules: [any BlockRule] = [] {
    didSet { identity = Identity() }
  }
  public internal(set) var inlineRules: [any InlineRule] = [] {
    didSet { identity = Identity() }
  }
  public internal(set) var htmlRules: [any HTMLRule] = [] {
    didSet { identity = Identity() }
  }
  /// Another one for each set of syntax rules and handlers.
  private(set) var identity = Identity()

  /// Forgets the handlers that were found before there is another one.
  mutating func forgetKnownHandlers() {
    // Hundreds are registered before the first is asked for.
    if identity.knowsHandlers { identity = Identity() }
  }

  /// What there can be but one of, and the extension that has it.
  struct Owned<Value: Sendable>: Sendable {
    let value: Value
    let owner: String
  }

  /// Who claimed what has no table of its own, for the messages about clashes.
  private var owners: [String: String] = [:]
  /// The extension that registers.
  private(set) var owner = ""
  private var problems: [RegistryError.Problem] = []

  /// Lets the extensions register, in this order.
  ///
  /// - Throws: ``RegistryError`` with every clash there is, or what an extension throws.
  public init(extensions: [any Extension]) throws {
    // What DocTree comes with fits; growing the tables step by step would cost more than filling them.
    // (Made with a capacity: the library's `reserveCapacity` looks for the types at run time.)
    kinds = Dictionary(minimumCapacity: 256)
    directives = Dictionary(minimumCapacity: 190)
    roles = Dictionary(minimumCapacity: 190)
    configKeys = Dictionary(minimumCapacity: 140)
    add(kinds: Document.self, Text.self, UnknownElement.self)
    for item in extensions {
      owner = item.name
      try item.register(in: &self)
      self.extensions.append(item)
    }
    owner = ""
    guard problems.isEmpty else { throw RegistryError(problems: problems) }
  }

  /// Claims the names of kinds, so that they can be read back from XML and JSON.
  ///
  /// A kind for which a handler is registered is claimed by that. Claiming a kind again does nothing.
  public mutating func add(kinds types: Node.Type...) {
    for type in types { add(kind: type.kind) }
  }

  mutating func add(kind: Kind) {
    if let known = kinds[kind.name] {
      if known.kind !== kind {
        problems.append(
          .init(what: "kind <\(kind.name)>", first: known.owner, second: owner))
      }
      return
    }
    kinds[kind.name] = KindEntry(kind: kind, owner: owner)
  }

  /// Records that the current extension is the owner of something that only one can have.
  ///
  /// - Returns: whether nobody else is.
  mutating func claim(_ what: String) -> Bool {
    if let first = owners[what] {
      refuse(what, first: first)
      return false
    }
    owners[what] = owner
    return true
  }

  /// Records that something is there already.
  mutating func refuse(_ what: String, first: String) {
    problems.append(.init(what: what, first: first, second: owner))
  }

  /// Whether a format has a handler of its own for a kind, not only one of its superkind.
  package func hasHandler(for kind: Kind, in format: any Translator.Type) -> Bool {
    handlers.entry(ObjectIdentifier(format), builder: nil, kind: kind.index) != nil
  }

  /// The extension that registered a kind, or that would have to: nil if nobody claimed its name.
  public func owner(of kind: Kind) -> String? {
    guard let entry = kinds[kind.name], entry.kind === kind else { return nil }
    return entry.owner
  }
}

/// Two extensions that want the same thing.
public struct RegistryError: Error, CustomStringConvertible {
  public struct Problem: Sendable {
    /// What both want, such as `directive note`.
    public let what: String
    public let first: String
    public let second: String
  }

  public let problems: [Problem]

  public var description: String {
    problems.map {
      "\($0.what) is registered by both extension '\($0.first)' and extension '\($0.second)'"
    }.joined(separator: "\n")
  }
}
