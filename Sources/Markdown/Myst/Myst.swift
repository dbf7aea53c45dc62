public import DocTree

/// Markdown with MyST's syntax: directives, roles, and blocks that CommonMark does not know.
///
/// Blocks are read here, inline markup by libcmark.
public struct Myst: SourceFormat {
  public let name = "myst"
  public let suffixes = [".md", ".markdown"]

  public init() {}

  /// Reads a document. Headings are titles among the document's children afterwards; the transform
  /// ``SectionNesting`` makes sections of them.
  ///
  /// Any bytes are a document: what is no UTF-8 is read as U+FFFD.
  /// - Throws: what a rule, role or directive throws, ``MarkupError`` apart.
  public func read(_ source: Source, in context: ReadContext) throws -> Document {
    let document = Document()
    document.source = source.file.name
    document.position = SourcePosition(file: source.file, line: 1, column: 1)
    if !context.documentName.isEmpty { document.docname = context.documentName }
    if context.configuration[Dialect.key] == .sphinx {
      document.nameTable.autoIDPrefix = "id"
    }
    document.keepsRawSource = context.needsRawSource
    let flavor = Flavor(context.configuration)
    let buffer = SourceBuffer(source.bytes, at: document.position)
    var matter = FrontMatterReader(
      document, registry: context.registry, configuration: context.configuration)
    var firstLine = 0
    if flavor == .myst, let (frontMatter, end) = FrontMatterScanner.scan(buffer) {
      document.frontMatter = frontMatter
      matter.read(frontMatter)
      firstLine = end
    }
    var configuration = matter.configuration
    if flavor != .myst {
      document.settings = flavor.configuration.merging(over: document.settings)
      configuration = flavor.configuration.merging(over: configuration)
    }
    let parseContext = MystParseContext(
      document: document, registry: context.registry, configuration: configuration,
      files: context.files)
    try document.append(matter.nodes(in: parseContext))
    let nodes = try parseContext.read(buffer, from: firstLine, isNested: false)
    // What a directive gives may stand somewhere already.
    if nodes.allSatisfy({ $0.parent == nil && $0 !== document }) {
      document.appendNew(nodes)
    } else {
      try document.append(nodes)
    }
    document.makeParser = parseContext.makeSuccessor()
    return document
  }
}

/// The blocks of MyST as an extension.
public struct MystBlocks: Extension {
  public let name = "myst.blocks"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(sourceFormat: Myst())
    MystSettings.register(in: &registry)
    registry.add(transform: TagFilter())
    registry.add(syntax: AlertRule())
    registry.add(syntax: SubstitutionRule())
    registry.add(syntax: AttributesRule())
    registry.add(syntax: TableRule())
    registry.add(syntax: MathBlockRule())
    registry.add(syntax: LatexBlockRule())
    registry.add(syntax: CommentRule())
    registry.add(syntax: TargetRule())
    registry.add(syntax: BlockBreakRule())
    registry.add(syntax: FootnoteRule())
    // The colon of a definition could begin a field, too.
    registry.add(syntax: DefinitionRule())
    registry.add(syntax: FieldRule())
    registry.add(syntax: TermRule())
  }

  static func isEnabled(_ name: String, in configuration: Configuration) -> Bool {
    configuration[MySTInline.extensions].contains(name)
  }
}
