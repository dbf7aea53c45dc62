public import DocTree

/// Directives that MyST has and DocTree cannot have: they are errors that say so.
public struct UnsupportedDirectives: Extension {
  public let name = "unsupported"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(
      directive: "eval-rst",
      UnsupportedDirective(
        reason: "'eval-rst' is not supported: DocTree reads no reStructuredText. "
          + "Write the content in MyST."))
    for name in ["date", "replace", "unicode"] {
      registry.add(
        directive: name,
        UnsupportedDirective(
          argument: .optional,
          reason: "Invalid context: the \"\(name)\" directive can only be used within a "
            + "substitution definition."))
    }
  }
}

struct UnsupportedDirective: Directive {
  var argument = DirectiveArgument.none
  let content = DirectiveContent.text
  let reason: String

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    throw MarkupError(reason)
  }
}
