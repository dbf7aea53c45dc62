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
    registry.add(directive: "seealso", SpecificAdmonitionDirective<Seealso>())
    registry.add(directive: "tip", SpecificAdmonitionDirective<Tip>())
    registry.add(directive: "warning", SpecificAdmonitionDirective<Warning>())
    registry.add(directive: "admonition", AdmonitionDirective())
  }
}

/// The options of remarks. (Sphinx: directives.admonitions.SphinxAdmonition.)
struct AdmonitionOptions: NamingOptions {
  static let sphinxOptions = ["collapsible"]

  var `class`: ClassNames?
  var collapsible: Folding?
  var name: String?

  /// Whether a remark that readers can fold is open at first. (Sphinx: _collapsible_arg.)
  struct Folding: OptionValue {
    static let allowed = "open, closed, or nothing for open"
    let state: String

    init?(_ text: String) {
      state = text.isEmpty ? "open" : text.lowercased()
      guard state == "open" || state == "closed" else { return nil }
    }
  }

  func apply(to admonition: Element, in context: any ParseContext) {
    admonition.classes += classNames
    applyName(to: admonition, in: context)
    if let collapsible { admonition["collapsible"] = .string(collapsible.state) }
  }
}

/// A remark whose kind is its title.
struct SpecificAdmonitionDirective<Kind: SpecificAdmonition>: Directive {
  typealias Options = AdmonitionOptions

  let sphinxOptions = AdmonitionOptions.sphinxOptions

  func run(_ call: DirectiveCall<AdmonitionOptions>, in context: any ParseContext) throws -> [Node]
  {
    try requireContent(call)
    let admonition = Kind(children: call.nodes, position: call.position)
    call.options.apply(to: admonition, in: context)
    return [admonition]
  }
}

/// A remark with a title of its own.
struct AdmonitionDirective: Directive {
  typealias Options = AdmonitionOptions

  let argument = DirectiveArgument.requiredInline
  let sphinxOptions = AdmonitionOptions.sphinxOptions

  func run(_ call: DirectiveCall<AdmonitionOptions>, in context: any ParseContext) throws -> [Node]
  {
    try requireContent(call)
    let admonition = Admonition(
      children: [call.argumentElement(Title.self, in: context)] + call.nodes,
      position: call.position)
    call.options.apply(to: admonition, in: context)
    if call.options.class == nil {
      admonition.classes = ["admonition-" + Identifier.make(from: call.argument)]
    }
    return [admonition]
  }
}
