import DocTree

/// Lines that end where their author ends them; indentation puts them into blocks of their own.
/// (docutils: directives.body.LineBlock, Body.nest_line_block_lines.)
struct LineBlockDirective: Directive {
  typealias Options = CommonOptions

  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let block = LineBlock(children: [], position: call.position)
    call.options.apply(to: block, in: context)
    // The blocks that are open, with the indentation of their lines.
    var open: [(block: LineBlock, indent: Int)] = []
    for (offset, line) in call.text.lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      let indent =
        isBlank ? open.last?.indent ?? 0 : line.prefix(while: \.isWhitespace).count
      let position = call.contentPosition.advanced(
        lines: offset, columns: line.prefix(while: \.isWhitespace).utf8.count)
      if open.isEmpty { open.append((block, indent)) }
      while let last = open.last, indent < last.indent, open.count > 1 { open.removeLast() }
      if let last = open.last, indent > last.indent {
        let inner = LineBlock(children: [], position: position)
        try last.block.append(inner)
        open.append((inner, indent))
      }
      let text = isBlank ? "" : line.trimmed
      try open.last?.block.append(try context.parseInline(text, as: Line.self, at: position))
    }
    return [block]
  }
}
