import DocTree

/// A quotation of a sort that its class tells: `epigraph`, `highlights`, `pull-quote`. A paragraph
/// that begins with two or three dashes says whose it is, and ends it.
/// (docutils: directives.body.BlockQuote; myst-parser: MockState.block_quote.)
struct QuotationDirective: Directive {
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    var lines = call.text.lines
    var attribution: (text: String, position: SourcePosition)?
    var isBehindBlank = false
    for (index, line) in lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      defer { isBehindBlank = isBlank }
      guard isBehindBlank, let dash = Self.dash(of: line) else { continue }
      var text = [line.dropFirst(dash)]
      for next in lines[(index + 1)...] {
        guard !next.isEmpty, next.prefix(while: { $0 == " " }).count == dash else { break }
        text.append(next.dropFirst(dash))
      }
      let width = line.prefix(dash).utf8.count
      attribution = (
        text.joined(separator: "\n"),
        call.contentPosition.advanced(lines: index, columns: width)
      )
      lines.removeSubrange(index...)
      break
    }
    let nodes = try context.parseBlocks(
      lines.joined(separator: "\n"), at: call.contentPosition)
    let quotation = BlockQuote(children: nodes, position: call.position)
    quotation.classes = [call.name.lowercased()]
    if let (text, position) = attribution {
      try quotation.append(
        try context.parseInline(text, as: Attribution.self, at: position))
    }
    return [quotation]
  }

  /// How long the dash before an attribution is, with the spaces behind it; nil if there is none.
  private static func dash(of line: Substring) -> Int? {
    let dashes = line.prefix { $0 == "-" }.count
    let length = line.first == "\u{2014}" ? 1 : dashes
    guard length == 1 ? dashes == 0 : (2...3).contains(length) else { return nil }
    let rest = line.dropFirst(length)
    let spaces = rest.prefix { $0 == " " }.count
    return rest.count > spaces ? length + spaces : nil
  }
}
