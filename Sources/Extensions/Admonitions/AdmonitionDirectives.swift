public import DocTree

/// The remarks: `note`, `warning` and the others whose name is their title, and `admonition`, which
/// has a title of its own.
public struct AdmonitionDirectives: Extension {
  public let name = "admonitions"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "attention", SpecificAdmonitionDirective<Attention>())
    registry.add(directive: "caution", SpecificAdmonitionDirective<Caution>())
    registry.add(directive: "danger", SpecificAdmonitionDirective<Danger>())
    registry.add(directive: "error", SpecificAdmonitionDirective<ErrorAdmonition>())
    registry.add(directive: "hint", SpecificAdmonitionDirective<Hint>())
    registry.add(directive: "important", SpecificAdmonitionDirective<Important>())
    registry.add(directive: "note", SpecificAdmonitionDirective<Note>())
    registry.add(directive: "tip", SpecificAdmonitionDirective<Tip>())
    registry.add(directive: "warning", SpecificAdmonitionDirective<Warning>())
    registry.add(directive: "admonition", AdmonitionDirective())
  }
}

/// The options that many directives have.
public struct CommonOptions: Decodable, Sendable {
  /// Classes, separated by spaces.
  public var `class`: [String]?
  /// A name that references can use.
  public var name: String?
}

/// A remark whose kind is its title.
struct SpecificAdmonitionDirective<Kind: SpecificAdmonition>: Directive {
  typealias Options = CommonOptions

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    let admonition = Kind(children: call.nodes, position: call.position)
    admonition.classes = call.options.class ?? []
    return [admonition]
  }
}

/// A remark with a title of its own.
struct AdmonitionDirective: Directive {
  typealias Options = CommonOptions

  let argument = DirectiveArgument.requiredInline

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    let admonition = Admonition(
      children: [Title(children: call.argumentNodes, position: call.position)] + call.nodes,
      position: call.position)
    admonition.classes = call.options.class ?? []
    return [admonition]
  }
}
