/// Which of the two forms of one tree is meant.
///
/// The native one is what Sphinx holds. docutils' own differs in places: code is marked by classes,
/// a lone title becomes the document's.
public enum Dialect: String, Codable, Sendable, CaseIterable {
  case sphinx, docutils

  /// The dialect that documents are read in.
  public static let key = ConfigKey("dialect", default: Dialect.sphinx, affects: .read)
}

/// Marks code as docutils does: by the classes `code` and the language's name, where Sphinx has an
/// attribute `language`. (docutils: directives.body.CodeBlock.)
public struct CodeClasses: Transform {
  public let phase = Phase.read
  public let priority = 900
  public let kinds: [Node.Type]? = [LiteralBlock.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var visitor = Visitor()
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    mutating func visit(_ node: Node) -> VisitAction {
      guard let block = node as? LiteralBlock, let language = block.language else {
        return node is TextElement ? .skipChildren : .continue
      }
      let name = ["none", "default"].contains(language) ? [] : [language]
      block.classes = (["code"] + name + block.classes).uniqued
      block.language = nil
      block.force = nil
      block.linenos = false
      block.highlightArguments = nil
      return .skipChildren
    }
  }
}

/// A transform that is for documents of one dialect.
struct DialectTransform: Transform {
  let base: any Transform
  let dialect: Dialect

  var phase: Phase { base.phase }
  var priority: Int { base.priority }
  var kinds: [Node.Type]? { base.kinds }

  func isEnabled(in configuration: Configuration) -> Bool {
    configuration[Dialect.key] == dialect && base.isEnabled(in: configuration)
  }

  func apply(to document: Document, in context: TransformContext) throws {
    try base.apply(to: document, in: context)
  }
}

extension Transform {
  /// The transform, for documents of a dialect only.
  public func only(in dialect: Dialect) -> any Transform {
    DialectTransform(base: self, dialect: dialect)
  }
}

extension [String] {
  /// Each of the strings once, where it is first.
  fileprivate var uniqued: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
