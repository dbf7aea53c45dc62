import DocTree

/// A format that DocTree knows nothing of: `(paragraph "text" (strong "more"))`.
struct LispTranslator: Translator {
  static let format = "lisp"
  static let suffix = ".lisp"

  var handlers: HandlerTable<LispTranslator>
  var diagnostics: [Diagnostic] = []
  private var output = ""

  init(_ context: TranslationContext) { handlers = HandlerTable(context) }

  mutating func open(_ name: String) {
    separate()
    output += "(" + name
  }

  mutating func close() { output += ")" }

  mutating func string(_ string: String) {
    separate()
    output += "\"" + string + "\""
  }

  mutating func finish() -> [UInt8] { Array(output.utf8) }

  private mutating func separate() {
    if let last = output.last, last != "(" { output += " " }
  }
}

extension NodeHandler where Output == LispTranslator, Subject: Element {
  /// A list with a name and the children.
  static func list(_ name: String) -> NodeHandler {
    NodeHandler { _, lisp in
      lisp.open(name)
      return .continue
    } depart: { _, lisp in
      lisp.close()
      return .continue
    }
  }
}

/// The format as an extension, with handlers for three standard kinds.
struct LispFormat: Extension {
  let name = "lisp"

  func register(in registry: inout Registry) {
    registry.add(format: LispTranslator.self)
    registry.add(LispText.self)
    registry.add(Document.self, .list("document"))
    registry.add(Paragraph.self, .list("paragraph"))
    registry.add(Strong.self, .list("strong"))
  }
}

/// A handler as a type of its own.
enum LispText: NodeTranslator {
  static func visit(_ node: Text, _ lisp: inout LispTranslator) -> VisitAction {
    lisp.string(node.string)
    return .continue
  }
}

/// An extension that is made in a test.
struct TestExtension: Extension {
  let name: String
  let body: @Sendable (inout Registry) throws -> Void

  init(_ name: String, _ body: @escaping @Sendable (inout Registry) throws -> Void) {
    self.name = name
    self.body = body
  }

  func register(in registry: inout Registry) throws { try body(&registry) }
}

extension Document {
  /// The document in the format, and the warnings, with these extensions besides the format's.
  func lisp(
    _ extensions: any Extension..., builder: String? = nil
  ) throws -> (text: String, warnings: [String]) {
    let registry = try Registry(extensions: [LispFormat()] + extensions)
    let (output, diagnostics) = try translate(
      to: LispTranslator.self, registry: registry, builder: builder)
    return (String(decoding: output, as: UTF8.self), diagnostics.map(\.description))
  }
}
