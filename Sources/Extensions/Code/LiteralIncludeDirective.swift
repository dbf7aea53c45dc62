import DocTree

/// Code from a file, or a part of it. (Sphinx: directives.code.LiteralInclude.)
struct LiteralIncludeDirective: Directive {
  struct Options: NamingOptions {
    var append: RequiredText?
    var caption: String?
    var `class`: ClassNames?
    var dedent: OptionalNumber?
    var diff: RequiredText?
    var emphasizeLines: RequiredText?
    var encoding: TextEncoding?
    var endAt: RequiredText?
    var endBefore: RequiredText?
    var force: Flag?
    var language: RequiredText?
    var linenoMatch: Flag?
    var linenoStart: Int?
    var linenos: Flag?
    var lines: RequiredText?
    var name: String?
    var prepend: RequiredText?
    var pyobject: RequiredText?
    var startAfter: RequiredText?
    var startAt: RequiredText?
    var tabWidth: Int?
  }

  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    try refuseContradictions(call)
    let source = try context.readFile(call.argument, namedAt: call.argumentPosition)
    var excerpt = FileExcerpt(decode(source, options))
    let block = LiteralBlock(children: [], position: call.position)
    block.source = source.file.name

    if let other = options.diff?.text {
      let old = try context.readFile(other, namedAt: call.position(of: "diff"))
      excerpt.lines = UnifiedDiff.lines(
        from: decode(old, options), old.file.name, to: excerpt.lines, source.file.name)
      block.language = "udiff"
    } else {
      try excerpt.select(call, in: context)
    }
    if let language = options.language?.text { block.language = language }

    try block.append(excerpt.lines.joined(separator: "\n"))
    block.force = options.force != nil
    block.linenos =
      options.linenos != nil || options.linenoStart != nil || options.linenoMatch != nil
    block.classes = options.classNames
    var highlighting = HighlightArguments(
      firstLine: options.linenoMatch != nil ? excerpt.firstLine : options.linenoStart ?? 1)
    if let emphasized = options.emphasizeLines?.text {
      let place = call.position(of: "emphasize-lines")
      let ranges = try LineRanges(emphasized, at: place)
      let count = excerpt.lines.count
      if ranges.reach(beyond: count) {
        context.document.report(
          .warning, "line number spec is out of range(1-\(count)): '\(emphasized)'",
          position: place)
      }
      highlighting.emphasizedLines = ranges.numbers(upTo: count)
    }
    block.highlightArguments = highlighting

    // A caption without text is the name of the file.
    let caption = options.caption.map { $0.isEmpty ? call.argument : $0 }
    let result = try Captions.wrap(
      block, caption: caption, at: call.position(of: "caption"), in: context)
    options.applyName(to: result, in: context)
    return [result]
  }

  private func decode(_ source: Source, _ options: Options) -> [Substring] {
    let lines = (options.encoding ?? .utf8).decode(source.bytes).lines
    guard let width = options.tabWidth, width > 0 else { return lines }
    return lines.map { Substring(TextEncoding.expandTabs($0, width)) }
  }

  private func refuseContradictions(_ call: DirectiveCall<Options>) throws(MarkupError) {
    let options = call.options
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
          "Cannot use both \"\(name)\" and \"\(other)\" options", at: call.position(of: other),
          severity: .warning)
      }
    }
  }
}
