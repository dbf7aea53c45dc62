public import DocTree

/// Writes the tree as docutils' pseudo-XML; see `Node.pseudoXML(indent:)`.
/// (docutils: writers.pseudoxml; Sphinx: the `pseudoxml` builder.)
///
/// It needs no handlers: kinds of your own are written by their names and attributes.
public struct PseudoXMLTranslator: Translator {
  public static let format = "pseudoxml"
  public static let suffix = ".pseudoxml"

  public var handlers: HandlerTable<PseudoXMLTranslator>
  public var diagnostics: [Diagnostic] = []
  private var output: [UInt8] = []

  public init(_ context: TranslationContext) { handlers = HandlerTable(context) }

  public mutating func visit(_ node: Node) -> VisitAction {
    node.writePseudoXML(to: &output)
    return .skipNode
  }

  public mutating func depart(_ node: Node) -> DepartAction { .continue }

  public mutating func finish() -> [UInt8] { output }
}

/// docutils' pseudo-XML, out only: it does not escape anything, so it cannot be read back.
public struct PseudoXMLFormat: Extension {
  public let name = "pseudoxml"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(format: PseudoXMLTranslator.self)
  }
}
