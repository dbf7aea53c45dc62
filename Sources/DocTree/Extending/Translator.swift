/// A visitor that writes a format.
///
/// It finds what to do with a node in the handlers that are registered for its kind; a format of
/// your own is a type that conforms to this, and others register handlers for it with the same
/// calls as for HTML. (Sphinx: SphinxTranslator with `add_node`.)
public protocol Translator: NodeVisitor, SendableMetatype {
  /// The name of the format: `html`.
  static var format: String { get }
  /// The suffix of files in it, with its dot: `.html`.
  static var suffix: String { get }

  /// Makes a translator for one document.
  init(_ context: TranslationContext)

  /// The handlers by kind; made by `HandlerTable(context)`.
  var handlers: HandlerTable<Self> { get set }
  /// What was found wrong while writing.
  var diagnostics: [Diagnostic] { get set }

  /// Everything written, in UTF-8. Called once, after the walk.
  mutating func finish() -> [UInt8]

  /// Writes a document: makes a translator, leads it over the tree and finishes. Every format wants
  /// the default; it is a requirement so that the walk is compiled for the format, not for any.
  ///
  /// - Throws: what a handler throws.
  static func write(
    _ context: TranslationContext
  ) throws -> (output: [UInt8], diagnostics: [Diagnostic])
}

/// What a translator is made with.
public struct TranslationContext {
  public let document: Document
  public let registry: Registry
  /// The values of the project, and before them those of the document.
  public let configuration: Configuration
  /// The builder whose own handlers come before the format's: `dirhtml`. Nil for none.
  public let builder: String?

  public init(
    _ document: Document, registry: Registry, configuration: Configuration = Configuration(),
    builder: String? = nil
  ) {
    self.document = document
    self.registry = registry
    self.configuration = document.settings.merging(over: configuration)
    self.builder = builder
  }
}

extension Translator {
  @inlinable
  public static func write(
    _ context: TranslationContext
  ) throws -> (output: [UInt8], diagnostics: [Diagnostic]) {
    var translator = Self(context)
    try context.document.walkabout(&translator)
    let output = translator.finish()
    return (output, translator.diagnostics)
  }

  /// Does what the handler for the node's kind says; a kind without one has its children written,
  /// and there is one warning for it.
  @inlinable
  public mutating func visit(_ node: Node) throws -> VisitAction {
    guard let handler = handlers.handler(for: node) else { return visitUnknown(node) }
    return try handler._withUnsafeGuaranteedRef { try $0.visit(node, &self) }
  }

  @inlinable
  public mutating func depart(_ node: Node) throws -> DepartAction {
    guard let handler = handlers.handler(for: node) else { return .continue }
    return try handler._withUnsafeGuaranteedRef { try $0.depart(node, &self) }
  }

  /// The generic handler.
  @usableFromInline
  mutating func visitUnknown(_ node: Node) -> VisitAction {
    if handlers.isFirstUnknown(node) {
      let kind = node.kind
      let name = node.nameInMessages
      let owner = handlers.registry.owner(of: kind).map { " (extension '\($0)')" } ?? ""
      diagnostics.append(
        Diagnostic(
          .warning,
          "no \(Self.format) handler for <\(name)>\(node is UnknownElement ? "" : owner); "
            + "its children are written without it", at: node.nearestPosition,
          category: "write.unknown"))
    }
    return .continue
  }
}

extension Document {
  /// Writes the document in a format.
  ///
  /// - Returns: the output in UTF-8, and what was found wrong while writing.
  /// - Throws: what a handler throws.
  public final func translate<Output: Translator>(
    to format: Output.Type, registry: Registry, configuration: Configuration = Configuration(),
    builder: String? = nil
  ) throws -> (output: [UInt8], diagnostics: [Diagnostic]) {
    try Output.write(
      TranslationContext(
        self, registry: registry, configuration: configuration, builder: builder))
  }
}
