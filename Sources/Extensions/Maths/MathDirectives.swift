public import DocTree

/// `math`: a displayed formula. (Sphinx: directives.patches.MathDirective.)
public struct MathDirectives: Extension {
  public let name = "math"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: EquationNumbers.numbersAll)
    registry.add(directive: "math", MathDirective())
    registry.add(transform: EquationNumbers())
  }
}

struct MathDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var label: String?
    var name: String?
    var noWrap: Flag?
    var nowrap: Flag?
  }

  let argument = DirectiveArgument.optional
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let text = call.text.lines.joined(separator: "\n")
    let math = MathBlock(text: call.argument.isEmpty ? text : call.argument + "\n\n" + text)
    math.position = call.position
    math.classes = options.classNames
    let label = options.label ?? options.name
    let isUnwrapped = options.nowrap != nil || options.noWrap != nil
    math["docname"] = .string(context.documentName)
    math["label"] = label.map { .string($0) } ?? AttributeValue.none
    math["number"] = AttributeValue.none
    math["no-wrap"] = .flag(isUnwrapped)
    math["nowrap"] = .flag(isUnwrapped)
    options.applyName(to: math, in: context)
    guard let label else { return [math] }
    let target = Target(children: [], position: call.position)
    target.ids = [Identifier.make(from: "equation-\(label)")]
    context.document.setID(for: target)
    return [target, math]
  }
}
