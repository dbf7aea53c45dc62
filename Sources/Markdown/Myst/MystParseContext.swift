internal import DocTree

/// What directives, roles and rules get from the MyST reader.
final class MystParseContext: ParseContext {
  /// How many bodies may be inside each other.
  static let depthLimit = 100

  let document: Document
  let registry: Registry
  let configuration: Configuration
  var position: SourcePosition
  /// How many bodies are around what is parsed now.
  private(set) var depth = 0

  /// Attributes that wait for the blocks behind them.
  var attributeBlocks: [AttributeBlock] = []

  /// The domains of names without one in the text that is read.
  var domains: DefaultDomains
  /// The roles that the document defines.
  private var roles: [String: any Role] = [:]
  private let options: BlockOptions
  private let inlines: InlineStage
  private let html: HTMLReading

  private let files: (any ProjectFiles)?

  /// For more text of a document that was read, with what its text has defined.
  private init(of document: Document, like other: State) {
    self.document = document
    registry = other.registry
    configuration = other.configuration
    position = document.position
    options = other.options
    inlines = other.inlines
    html = other.html
    files = other.files
    roles = other.roles
    domains = other.domains
  }

  init(
    document: Document, registry: Registry, configuration: Configuration,
    files: (any ProjectFiles)? = nil
  ) {
    self.document = document
    self.registry = registry
    self.configuration = configuration
    self.files = files
    position = document.position
    domains = DefaultDomains(
      configuration[Dialect.key] == .sphinx ? configuration[Registry.primaryDomain] : nil)
    let syntax = configuration.derived(MystSyntax.self, registry) {
      MystSyntax(registry: registry, configuration: configuration)
    }
    options = syntax.blocks
    inlines = InlineStage(syntax.inlines)
    html = syntax.html
  }

  /// Reads a text: its blocks, then the inline markup of all of them, then its directives.
  ///
  /// - Parameter firstLine: the index of the first line to read.
  /// - Throws: what a rule or directive throws, `MarkupError` apart.
  func read(_ source: SourceBuffer, from firstLine: Int = 0, isNested: Bool) throws -> [Node] {
    var reading = BlockReading(
      source, options: options, context: self, inlines: inlines.syntax)
    let nodes = try reading.read(from: firstLine, isNested: isNested)
    // The inline parser takes out paragraphs of nothing but definitions, so they need a parent.
    let holder = Container(children: nodes)
    var leaves = reading.leaves
    if !attributeBlocks.isEmpty { leaves += try applyAttributes() }
    let runner = DirectiveRunner(context: self)
    try runner.runDeclarations(among: reading.directives)
    try inlines.fill(leaves, in: self)
    let arguments = reading.directives.flatMap { [$0.argumentElement, $0.contentElement] }
    try html.apply(to: [holder] + arguments.compactMap { $0 }, of: source, in: self)
    return try runner.run(reading.directives, in: holder.removeChildren())
  }

  func parseBlocks(_ text: String, at position: SourcePosition) throws -> [Node] {
    guard depth < Self.depthLimit else {
      throw MarkupError(
        "blocks are nested more than \(Self.depthLimit) levels deep", at: position)
    }
    let place = self.position
    let around = domains
    domains = DefaultDomains(around.domain(at: place, reader: place))
    depth += 1
    defer {
      depth -= 1
      self.position = place
      domains = around
    }
    return try read(SourceBuffer(Array(text.utf8), at: position), isNested: true)
  }

  func parseInline(_ text: String, at position: SourcePosition) throws -> [Node] {
    let buffer = SourceBuffer(Array(text.utf8), at: position)
    if !document.keepsRawSource,
      let nodes = PlainLeafReader.read(buffer, syntax: inlines.syntax, context: self)
    {
      return nodes
    }
    let lines = buffer.lines.map { line in
      let bytes = buffer.bytes[Int(line.start)..<Int(line.end)].drop(while: ByteClass.isBlank)
      return Leaf.Line(
        bytes: bytes, position: buffer.position(line: line, offset: bytes.startIndex))
    }
    guard !lines.isEmpty else { return [] }
    let element = Inline()
    try inlines.fill([Leaf(element, style: .line, lines: lines)], in: self)
    try html.apply(to: [element], of: buffer, in: self)
    return element.removeChildren()
  }

  func role(_ name: String, at position: SourcePosition) -> (any Role)? {
    roles[name.lowercased()]
      ?? registry.role(
        name, in: configuration[Dialect.key],
        inDomain: domains.domain(at: position, reader: self.position))
  }

  /// The directive of that name which stands at the place up to which blocks are read.
  func directive(_ name: String) -> (any Directive)? {
    registry.directive(name, inDomain: domains.current)
  }

  func directive(_ name: String, at position: SourcePosition) -> (any Directive)? {
    registry.directive(name, inDomain: domains.domain(at: position, reader: self.position))
  }

  /// The names that ``directive(_:)`` knows.
  var directiveNames: [String] {
    let names = registry.directiveNames
    guard let prefix = domains.current.map({ $0 + ":" }) else { return names }
    return names + names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  func setDefaultDomain(_ name: String?, from position: SourcePosition) {
    if configuration[Dialect.key] == .sphinx { domains.change(to: name, from: position) }
  }

  func define(role name: String, as role: any Role) { roles[name.lowercased()] = role }

  func hasFile(_ path: String) -> Bool { files?.hasFile(path) ?? false }

  func documentName(ofFile path: String) -> String? {
    if let files { return files.documentName(ofFile: path) }
    // A document without others lies in the folder of its project, and has a name if that was given.
    let parts = path.split(separator: "/").filter { $0 != "." }
    let own = document.source?.split(separator: "/").last
    return parts.count == 1 && parts.first == own && !documentName.isEmpty ? documentName : nil
  }

  func sharedFile<Value: AnyObject & Sendable>(
    _ path: String, _ make: @Sendable (Source) throws -> Value
  ) throws -> Value {
    guard let files else { return try make(try readFile(path)) }
    return try files.shared(path, make)
  }

  func readFile(_ path: String) throws -> Source {
    if let files {
      let source = try files.read(path)
      let name = source.file.name
      if !document.dependencies.contains(name) { document.dependencies.append(name) }
      return source
    }
    let file = SourcePath.resolve(
      path, from: document.source ?? "", configuration[Dialect.key])
    guard let bytes = SourcePath.read(file) else {
      throw MarkupError("file not found: '\(file)'", at: position)
    }
    if !document.dependencies.contains(file) { document.dependencies.append(file) }
    return Source(file: SourceFile(file), bytes: bytes)
  }
}

extension MystParseContext {
  /// What a text leaves for those that are read later.
  private struct State {
    let registry: Registry
    let configuration: Configuration
    let options: BlockOptions
    let inlines: InlineStage
    let html: HTMLReading
    let files: (any ProjectFiles)?
    let roles: [String: any Role]
    let domains: DefaultDomains
  }

  /// Makes a context like this one, which does not hold the document, as that holds what makes it.
  func makeSuccessor() -> (Document) -> any ParseContext {
    let state = State(
      registry: registry, configuration: configuration, options: options, inlines: inlines,
      html: html, files: files, roles: roles, domains: domains)
    return { MystParseContext(of: $0, like: state) }
  }
}

/// All syntax that a configuration switches on.
private final class MystSyntax: Sendable {
  let blocks: BlockOptions
  let inlines: InlineSyntax
  let html: HTMLReading

  init(registry: Registry, configuration: Configuration) {
    blocks = BlockOptions(registry: registry, configuration: configuration)
    inlines = InlineSyntax(registry: registry, configuration: configuration)
    html = HTMLReading(registry: registry, configuration: configuration)
  }
}
