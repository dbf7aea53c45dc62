public import DocTree

/// Code: `code-block`, `sourcecode`, `code`, `parsed-literal`, `literalinclude`, and `highlight` for
/// what language code is in. (Sphinx: directives.code.)
public struct CodeDirectives: Extension {
  public let name = "code"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "code-block", CodeBlockDirective())
    registry.add(directive: "sourcecode", CodeBlockDirective())
    registry.add(directive: "code", CodeDirective())
    registry.add(directive: "parsed-literal", ParsedLiteralDirective())
    registry.add(directive: "highlight", HighlightDirective())
    registry.add(directive: "literalinclude", LiteralIncludeDirective())
    registry.add(config: HighlightLanguages.defaultLanguage)
    registry.add(config: CodeAttributes.numberedLanguages)
    registry.add(transform: CodeAttributes())
    registry.add(transform: HighlightLanguages())
    registry.add(transform: HighlightLineNumbers())
  }
}

struct CodeBlockDirective: Directive {
  struct Options: NamingOptions {
    var caption: RequiredText?
    var `class`: ClassNames?
    var dedent: OptionalNumber?
    var emphasizeLines: RequiredText?
    var force: Flag?
    var linenos: Flag?
    var linenoStart: Int?
    var name: String?
  }

  let argument = DirectiveArgument.optionalWord
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    var lines = call.text.lines
    if let dedent = options.dedent {
      lines = Dedenting.dedent(lines, by: dedent.value) { message in
        context.document.report(.warning, message, position: call.position(of: "dedent"))
      }
    }
    let block = LiteralBlock(lines.joined(separator: "\n"))
    block.position = call.position
    block.language =
      call.argument.isEmpty
      ? context.configuration[HighlightLanguages.defaultLanguage] : call.argument
    block.force = options.force != nil
    block.linenos = options.linenos != nil || options.linenoStart != nil
    block.classes = options.classNames

    var highlighting = HighlightArguments(firstLine: options.linenoStart)
    if let emphasized = options.emphasizeLines?.text {
      let place = call.position(of: "emphasize-lines")
      let ranges = try LineRanges(emphasized, at: place)
      if ranges.reach(beyond: lines.count) {
        context.document.report(
          .warning,
          "line number spec is out of range(1-\(lines.count)): '\(emphasized)'", position: place)
      }
      highlighting.emphasizedLines = ranges.numbers(upTo: lines.count)
    }
    block.highlightArguments = highlighting

    let result = try Captions.wrap(
      block, caption: options.caption?.text, at: call.position(of: "caption"), in: context)
    options.applyName(to: result, in: context)
    return [result]
  }
}

/// docutils' own directive for code. (Sphinx: directives.patches.Code.)
struct CodeDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var force: Flag?
    var name: String?
    var numberLines: OptionalNumber?
  }

  let argument = DirectiveArgument.optionalWord
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let block = LiteralBlock(call.text.lines.joined(separator: "\n"))
    block.position = call.position
    block.language =
      call.argument.isEmpty
      ? context.configuration[HighlightLanguages.defaultLanguage] : call.argument
    block.force = call.options.force != nil
    block.highlightArguments = HighlightArguments(firstLine: call.options.numberLines?.value)
    block.linenos = call.options.numberLines != nil
    call.options.apply(to: block, in: context)
    return [block]
  }
}

/// Text whose lines are kept and whose markup is read.
struct ParsedLiteralDirective: Directive {
  typealias Options = CommonOptions

  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let block = LiteralBlock(children: [], position: call.position)
    // Inline text has no indentation, so what stands between indented lines is read by itself.
    var position = call.contentPosition
    var run: [Substring] = []
    func finishRun() throws {
      guard !run.isEmpty else { return }
      let indentation = run[0].prefix { $0 == " " || $0 == "\t" }
      if !indentation.isEmpty { try block.append(String(indentation)) }
      // The reader skips the indentation, and counts it for columns.
      try block.append(try context.parseInline(run.joined(separator: "\n"), at: position))
      position = position.advanced(lines: run.count)
      run = []
    }
    for (index, line) in call.text.lines.enumerated() {
      if index > 0, line.first.map(\.isWhitespace) ?? true || run.isEmpty {
        try finishRun()
        try block.append("\n")
      }
      if line.allSatisfy(\.isWhitespace) {
        position = position.advanced(lines: 1)
      } else {
        run.append(line)
      }
    }
    try finishRun()
    try Self.joinTexts(in: block)
    context.document.noteRawSource(
      call.text.lines.joined(separator: "\n"), of: block)
    call.options.apply(to: block, in: context)
    return [block]
  }

  /// Makes one text of those that stand side by side.
  private static func joinTexts(in block: LiteralBlock) throws {
    var children: [Node] = []
    for child in block.removeChildren() {
      if let text = child as? Text, let last = children.last as? Text {
        last.string += text.string
      } else {
        children.append(child)
      }
    }
    try block.append(children)
  }
}

/// Says what language the code that follows is in.
struct HighlightDirective: Directive {
  struct Options: Decodable {
    var force: Flag?
    var linenothreshold: PositiveNumber?
  }

  let argument = DirectiveArgument.requiredWord
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let node = Highlightlang(children: [], position: call.position)
    node.lang = call.argument
    node.force = call.options.force != nil
    node.linenothreshold = call.options.linenothreshold?.value
    return [node]
  }
}

enum Captions {
  /// Puts a caption above code.
  ///
  /// - Parameters:
  ///   - caption: inline text; nil for none.
  ///   - position: where the caption begins.
  /// - Returns: the block, or what it and its caption stand in.
  static func wrap(
    _ block: LiteralBlock, caption: String?, at position: SourcePosition,
    in context: any ParseContext
  ) throws -> Element {
    guard let caption else { return block }
    let text = try context.parseInline(caption, as: Caption.self, at: position)
    let container = Container(children: [text, block], position: block.position)
    container.classes = ["literal-block-wrapper"]
    container["literal_block"] = true
    return container
  }
}
