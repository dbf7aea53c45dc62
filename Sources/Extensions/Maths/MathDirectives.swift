public import DocTree

/// `math`: a displayed formula. (Sphinx: directives.patches.MathDirective.)
public struct MathDirectives: Extension {
  public let name = "math"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: EquationNumbers.numbersAll)
    registry.add(config: EquationNumbers.numbersAsFigures)
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
    let body = call.text.lines.joined(separator: "\n")
    let text = call.argument.isEmpty ? body : call.argument + "\n\n" + body
    if context.configuration[Dialect.key] == .docutils { return blocks(of: text, call, context) }
    let math = MathBlock(text: text)
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
    guard let label, !label.isEmpty else { return [math] }
    let place = call.position(of: options.label == nil ? "name" : "label")
    return [EquationNumbers.target(for: math, at: place, in: context.document), math]
  }
}

extension MathDirective {
  /// docutils' formulas: one for each part between blank lines, the first of which has the name.
  /// (docutils: directives.body.MathBlock.)
  private func blocks(
    of text: String, _ call: DirectiveCall<Options>, _ context: any ParseContext
  ) -> [Node] {
    let formulas = text.parts(separatedBy: "\n\n").map(\.trimmed).filter { !$0.isEmpty }
      .map { part in
        let math = MathBlock(text: String(part))
        math.position = call.position
        math.classes = call.options.classNames
        return math
      }
    if let first = formulas.first { call.options.applyName(to: first, in: context) }
    return formulas
  }
}
