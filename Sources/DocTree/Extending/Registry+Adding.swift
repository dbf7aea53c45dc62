extension Registry {
  /// Adds a transform. Transforms of one phase run in the order of their priorities, those with
  /// equal priority in the order in which they are added.
  public mutating func add(transform: any Transform) {
    transforms.append(transform)
    queues[transform.phase.rawValue].add(RegisteredTransform(transform))
  }

  /// Lets the elements of documents keep the text that they were written as, which costs time and
  /// memory: where the condition holds, ``Element/rawSource`` is there.
  public mutating func keepRawSource(where condition: @escaping @Sendable (ReadContext) -> Bool) {
    rawSourceUses.append(condition)
  }

  /// Adds a kind of data that is collected from each page.
  public mutating func add<Data: PageData>(pageData: Data.Type) {
    if claim("page data \(Data.key)") { self.pageData.append(pageData) }
  }

  /// Adds a step that makes facts of what was collected. Those with equal priority run in the order
  /// in which they are added.
  public mutating func add(globalStep step: any GlobalStep) { globalSteps.append(step) }

  /// Adds a page without a source.
  public mutating func add(page: any GeneratedPage) {
    if claim("page \(page.name)") { generatedPages.append(page) }
  }

  /// Adds something that makes further files.
  public mutating func add(outputStep step: any OutputStep) { outputSteps.append(step) }

  /// Adds a place where references that point to nothing in the project are looked up.
  public mutating func add(referenceSource source: any ReferenceSource) {
    referenceSources.append(source)
  }

  /// Adds a builder.
  public mutating func add(builder: any Builder) {
    if claim("builder \(builder.name)") { builders[builder.name] = builder }
  }

  /// The builder of that name.
  public func builder(_ name: String) -> (any Builder)? { builders[name] }
  /// The names of the builders, sorted.
  public var builderNames: [String] { builders.keys.sorted() }

  /// Adds a config value.
  public mutating func add<Value: Codable & Equatable>(config key: ConfigKey<Value>) {
    if let known = configKeys[key.name] {
      return refuse("config value \(key.name)", first: known.owner)
    }
    configKeys[key.name] = Owned(value: ConfigDeclaration(key), owner: owner)
  }

  /// Adds an output format.
  public mutating func add<Output: Translator>(format: Output.Type) {
    if let known = formats[Output.format] {
      return refuse("format \(Output.format)", first: known.owner)
    }
    formats[Output.format] = Owned(value: format, owner: owner)
  }

  /// Adds a source format with its suffixes.
  public mutating func add(sourceFormat format: any SourceFormat) {
    for (name, sort) in format.suffixes.map({ ($0, "suffix") }) + [(format.name, "format")] {
      if let known = sourceFormats[name] {
        refuse("source \(sort) \(name)", first: known.owner)
      } else {
        sourceFormats[name] = Owned(value: format, owner: owner)
      }
    }
  }

  /// Adds a directive. Names are matched without regard to case.
  public mutating func add(directive name: String, _ directive: any Directive) {
    let name = Self.lowercased(name)
    if let known = directives[name] { return refuse("directive \(name)", first: known.owner) }
    directives[name] = Owned(value: directive, owner: owner)
  }

  /// Adds a role. Names are matched without regard to case.
  public mutating func add(role name: String, _ role: any Role) {
    let name = Self.lowercased(name)
    if let known = roles[name] { return refuse("role \(name)", first: known.owner) }
    roles[name] = Owned(value: role, owner: owner)
  }

  /// Most names are in lower case already.
  static func lowercased(_ name: String) -> String {
    let isLower = name.utf8.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }
    return isLower ? name : name.lowercased()
  }

  /// Adds a role for all names that begin alike and are no other role's: `external+`.
  public mutating func add(rolesBeginningWith prefix: String, _ role: any Role) {
    let prefix = prefix.lowercased()
    if let known = roleFamilies.first(where: { $0.prefix == prefix }) {
      return refuse("role \(prefix)…", first: known.role.owner)
    }
    roleFamilies.append((prefix, Owned(value: role, owner: owner)))
  }

  /// Adds a rule of block syntax.
  public mutating func add(syntax rule: any BlockRule) {
    if claim("block syntax \(rule.name)") { blockRules.append(rule) }
  }

  /// Adds a rule of inline syntax.
  public mutating func add(syntax rule: any InlineRule) {
    if claim("inline syntax \(rule.name)") { inlineRules.append(rule) }
  }

  /// Adds a rule of what becomes of HTML.
  public mutating func add(syntax rule: any HTMLRule) {
    if claim("HTML syntax \(rule.name)") { htmlRules.append(rule) }
  }

  /// The output format of that name.
  public func format(_ name: String) -> (any Translator.Type)? { formats[name]?.value }
  /// The names of the output formats, sorted.
  public var formatNames: [String] { formats.keys.sorted() }
  /// The source format of that name or suffix (`.md`).
  public func sourceFormat(_ nameOrSuffix: String) -> (any SourceFormat)? {
    sourceFormats[nameOrSuffix]?.value
  }
  /// The names of the source formats, sorted.
  public var sourceFormatNames: [String] {
    sourceFormats.keys.filter { !$0.hasPrefix(".") }.sorted()
  }
  /// The suffixes that some source format has, sorted.
  public var sourceSuffixes: [String] { sourceFormats.keys.filter { $0.hasPrefix(".") }.sorted() }
  public func directive(_ name: String) -> (any Directive)? {
    directives[Self.lowercased(name)]?.value
  }
  public var directiveNames: [String] { directives.keys.sorted() }
  public func role(_ name: String) -> (any Role)? {
    let name = Self.lowercased(name)
    return roles[name]?.value ?? roleFamilies.first { name.hasPrefix($0.prefix) }?.role.value
  }
  public var roleNames: [String] { roles.keys.sorted() }
  /// The names of the roles that documents of the dialect have.
  public func roleNames(in dialect: Dialect) -> [String] {
    roleNames.filter { role($0, in: dialect) != nil }
  }
  package func hasConfigValue(_ name: String) -> Bool { configKeys[name] != nil }
  public var configDeclarations: [ConfigDeclaration] {
    configKeys.values.map(\.value).sorted { $0.name < $1.name }
  }
}
