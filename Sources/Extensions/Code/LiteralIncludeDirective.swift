import DocTree

/// Code from a file, or a part of it. (Sphinx: directives.code.LiteralInclude.)
struct LiteralIncludeDirective: Directive {
  struct Options: NamingOptions {
    var append: String?
    var caption: String?
    var `class`: ClassNames?
    var dedent: OptionalNumber?
    var diff: String?
    var emphasizeLines: String?
    var encoding: String?
    var endAt: String?
    var endBefore: String?
    var force: Flag?
    var language: String?
    var linenoMatch: Flag?
    var linenoStart: Int?
    var linenos: Flag?
    var lines: String?
    var name: String?
    var prepend: String?
    var pyobject: String?
    var startAfter: String?
    var startAt: String?
    var tabWidth: Int?
  }

  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    try refuseContradictions(options)
    let source = try context.readFile(call.argument)
    var excerpt = FileExcerpt(try decode(source, options))
    let block = LiteralBlock(children: [], position: call.position)
    block.source = source.file.name

    if let other = options.diff {
      let old = try context.readFile(other)
      excerpt.lines = UnifiedDiff.lines(
        from: try decode(old, options), old.file.name, to: excerpt.lines, source.file.name)
      block.language = "udiff"
    } else {
      try excerpt.select(options, warn: { warn($0, call, context) })
    }
    if let language = options.language { block.language = language }

    try block.append(excerpt.lines.joined(separator: "\n"))
    block.force = options.force != nil
    block.linenos =
      options.linenos != nil || options.linenoStart != nil || options.linenoMatch != nil
    block.classes = options.classNames
    var highlighting = HighlightArguments(
      firstLine: options.linenoMatch != nil ? excerpt.firstLine : options.linenoStart ?? 1)
    if let emphasized = options.emphasizeLines {
      let ranges = try LineRanges(emphasized)
      let count = excerpt.lines.count
      if ranges.reach(beyond: count) {
        warn("line number spec is out of range(1-\(count)): '\(emphasized)'", call, context)
      }
      highlighting.emphasizedLines = ranges.numbers(upTo: count)
    }
    block.highlightArguments = highlighting

    // A caption without text is the name of the file.
    let caption = options.caption.map { $0.isEmpty ? call.argument : $0 }
    let result = try Captions.wrap(block, caption: caption, at: call.position, in: context)
    options.applyName(to: result, in: context)
    return [result]
  }

  private func warn(_ message: String, _ call: DirectiveCall<Options>, _ context: any ParseContext)
  {
    context.document.report(.warning, message, position: call.position)
  }

  private func decode(_ source: Source, _ options: Options) throws(MarkupError) -> [Substring] {
    let lines = try TextEncoding.decode(source.bytes, options.encoding).lines
    guard let width = options.tabWidth, width > 0 else { return lines }
    return lines.map { Substring(TextEncoding.expandTabs($0, width)) }
  }

  private func refuseContradictions(_ options: Options) throws(MarkupError) {
    let given: [(String, Bool)] = [
      ("append", options.append != nil), ("diff", options.diff != nil),
      ("dedent", options.dedent != nil), ("end-at", options.endAt != nil),
      ("end-before", options.endBefore != nil), ("lineno-match", options.linenoMatch != nil),
      ("lineno-start", options.linenoStart != nil), ("lines", options.lines != nil),
      ("prepend", options.prepend != nil), ("pyobject", options.pyobject != nil),
      ("start-after", options.startAfter != nil), ("start-at", options.startAt != nil),
    ]
    let excluded: [String: [String]] = [
      "lineno-match": ["append", "lineno-start", "prepend"], "start-after": ["start-at"],
      "end-before": ["end-at"],
      "diff": [
        "dedent", "end-at", "end-before", "lineno-match", "lines", "pyobject", "start-after",
        "start-at",
      ],
    ]
    for (name, isGiven) in given where isGiven {
      for other in excluded[name] ?? [] where given.contains(where: { $0 == (other, true) }) {
        throw MarkupError(
          "Cannot use both \"\(name)\" and \"\(other)\" options", severity: .warning)
      }
    }
  }
}
