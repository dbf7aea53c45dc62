import DocTree

/// What the attributes before a code block, and the configuration, say of its lines.
/// (myst-parser: create_highlighted_code_block.)
struct CodeAttributes: Transform {
  /// Languages whose code blocks have numbered lines. (MyST: myst_number_code_blocks.)
  static let numberedLanguages = ConfigKey(
    "myst.number_code_blocks", default: [String](), affects: .read)

  let phase = Phase.read
  let priority = 880
  let kinds: [Node.Type]? = [LiteralBlock.self]

  func apply(to document: Document, in context: TransformContext) throws {
    // docutils would put the numbers into the code, as text.
    let isNumbered = context.configuration[Dialect.key] == .sphinx
    let numbered = isNumbered ? Set(context.configuration[Self.numberedLanguages]) : []
    for block in document.findAll(LiteralBlock.self) {
      if let info = block.info, let language = block.language, !info.isEmpty,
        numbered.contains(language)
      {
        block.linenos = true
      }
      guard block.hasRareAttributes else { continue }
      let start = take("lineno-start", from: block).flatMap { Int($0.trimmed) }
      if isNumbered, let start {
        block.linenos = true
        if start != 1 { block.highlightArguments = HighlightArguments(firstLine: start) }
      }
      if let lines = take("emphasize-lines", from: block), isNumbered {
        emphasize(lines, in: block, document)
      }
    }
  }

  private func take(_ name: String, from block: LiteralBlock) -> String? {
    defer { block[name] = nil }
    return block[name]?.text
  }

  private func emphasize(_ lines: String, in block: LiteralBlock, _ document: Document) {
    let count = block.astext().lines.count
    do {
      let ranges = try LineRanges(lines)
      guard !ranges.reach(beyond: count) else {
        throw MarkupError("out of range(1-\(count))")
      }
      var arguments = block.highlightArguments ?? HighlightArguments()
      arguments.emphasizedLines = ranges.numbers(upTo: count)
      block.highlightArguments = arguments
    } catch {
      let problem = (error as? MarkupError)?.message ?? "\(error)"
      document.report(
        .warning, "emphasize_lines: \(problem)", at: block, category: "myst.attribute")
    }
  }
}
