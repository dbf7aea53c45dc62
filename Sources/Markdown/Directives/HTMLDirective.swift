internal import DocTree

/// A block of HTML that may stand for something else.
struct HTMLDirective: Directive {
  let rules: [any HTMLRule]
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    for rule in rules {
      do {
        if let nodes = try rule.nodes(
          of: call.text, isBlock: true, at: call.position, in: context)
        {
          return nodes
        }
      } catch let error as MarkupError {
        return [
          context.document.report(
            error.severity, error.message, position: error.position ?? call.position)
        ]
      }
    }
    let raw = Raw(text: call.text)
    raw.format = "html"
    raw.position = call.position
    return [raw]
  }
}
