import DocTree

/// A sort of field that descriptions have: what it is called in text, and which nodes its parts
/// become. (Sphinx: util.docfields.Field, GroupedField, TypedField.)
struct DocField: Sendable {
  enum Shape: Sendable {
    /// Each field stands alone: `:returns:`.
    case single
    /// Those of a sort are one list: `:raises KeyError:`. One alone is a paragraph if it may be.
    case grouped(collapses: Bool)
    /// As ``grouped(collapses:)``, with a type for each: `:param int x:`.
    case typed(collapses: Bool)
  }

  /// The English heading.
  let label: String
  /// The names that authors write.
  let names: [String]
  /// The names of fields that only hold a type: `:type x:`.
  var typeNames: [String] = []
  var shape = Shape.single
  /// The roles of the domain for the argument, the body, and the type; nil where nothing links.
  var role: String?
  var bodyRole: String?
  var typeRole: String?

  /// Whether something stands behind the name.
  var hasArgument: Bool { if case .single = shape { false } else { true } }
  var isTyped: Bool { if case .typed = shape { true } else { false } }
  var collapses: Bool {
    switch shape {
    case .single: false
    case .grouped(let collapses), .typed(let collapses): collapses
    }
  }

  static let returns = DocField(label: "Returns", names: ["returns", "return"])
  static let returnType = DocField(label: "Return type", names: ["rtype"])
  static let returnValues = DocField(
    label: "Return values", names: ["retvals", "retval"], shape: .grouped(collapses: true))
}

extension ObjectDomain {
  func fields(_ type: String) -> [DocField] { [] }
  func link(
    _ text: String, role: String, as inner: LinkText, in context: any ParseContext
  ) throws -> [Node] { [inner.node(text)] }
}

/// What the text of a link in a field becomes.
enum LinkText {
  case plain, strong, emphasis

  func node(_ text: String) -> Node {
    switch self {
    case .plain: Text(text)
    case .strong: LiteralStrong(text)
    case .emphasis: LiteralEmphasis(text)
    }
  }
}
