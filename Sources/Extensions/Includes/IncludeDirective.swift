public import DocTree

/// `include`: the content of another file, as Markdown, as literal text or as code.
/// (myst-parser: MockIncludeDirective.)
public struct IncludeDirectives: Extension {
  public let name = "include"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "include", IncludeDirective())
    registry.add(transform: NestedHeadings())
  }
}

struct IncludeDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var code: String?
    var encoding: TextEncoding?
    var endBefore: RequiredText?
    var endLine: Int?
    var headingOffset: UInt?
    var literal: Flag?
    var name: String?
    var numberLines: OptionalNumber?
    var relativeDocs: RequiredPath?
    var relativeImages: Flag?
    var startAfter: RequiredText?
    var startLine: Int?
    var tabWidth: Int?
  }

  /// How many times included files may include others in a document. Long ones count as several.
  private static let limit = 2000

  /// The files that are being included, the innermost last. It is a task-local value because nothing
  /// else is the same for a directive and for those in what it parses.
  @TaskLocal private static var openFiles: [SourceFile] = []

  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let source = try read(call, in: context)
    let part = try select(from: (options.encoding ?? .utf8).decode(source.bytes), call)
    if options.literal != nil || options.code != nil {
      return [literal(part.text, source.file, call, context)]
    }
    let open = Self.openFiles.isEmpty ? [call.position.file] : Self.openFiles
    guard
      open.count == 1
        || context.document.expand(
          "include", cost: 1 + part.text.utf8.count / 4096, limit: Self.limit)
    else {
      throw MarkupError(
        "Directive \"include\": included files include others more than \(Self.limit) times; "
          + "this one is left out", at: call.argumentPosition, severity: .severe)
    }
    if open.contains(source.file) {
      throw MarkupError(
        "Directive \"include\": circular inclusion: "
          + (open + [source.file]).map(\.name).joined(separator: " > "),
        at: call.argumentPosition, severity: .severe)
    }
    let start = SourcePosition(file: source.file, line: part.firstLine, column: 1)
    let nodes = try Self.$openFiles.withValue(open + [source.file]) {
      try context.parseBlocks(part.text, at: start)
    }
    let moved = MovedLinks(
      folder: Self.folder(of: call.argument, in: context), images: options.relativeImages != nil,
      documents: options.relativeDocs?.text, headings: Int(clamping: options.headingOffset ?? 0))
    let result = SectionHeadings.titles(in: nodes)
    moved.apply(to: result, in: context)
    return result
  }

  private func read(
    _ call: DirectiveCall<Options>, in context: any ParseContext
  ) throws -> Source {
    do {
      return try context.readFile(call.argument.filter { !$0.isWhitespace || $0 == " " })
    } catch let error as MarkupError {
      throw MarkupError(
        "Directive \"include\": \(error.message)", at: call.argumentPosition, severity: .severe)
    }
  }

  /// The folder of the file, as seen from the document.
  private static func folder(of path: String, in context: any ParseContext) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard path.hasPrefix("/"), context.configuration[Dialect.key] == .sphinx else { return folder }
    // From the project's folder: out of the document's to the one that both are in, and down again.
    let place = context.documentName.split(separator: "/").dropLast()
    let parts = folder.split(separator: "/")
    let shared = zip(place, parts).prefix { $0 == $1 }.count
    return String(repeating: "../", count: place.count - shared)
      + parts.dropFirst(shared).map { $0 + "/" }.joined()
  }

  private func literal(
    _ text: String, _ file: SourceFile, _ call: DirectiveCall<Options>,
    _ context: any ParseContext
  ) -> Node {
    let options = call.options
    // A negative width keeps tabs (docutils: directives.misc.Include), and so does none (MyST:
    // MockIncludeDirective).
    let width = options.tabWidth ?? -1
    let lines = text.lines.map {
      width < 0 ? String($0) : TextEncoding.expandTabs($0, max(width, 1))
    }
    let block = LiteralBlock(lines.joined(separator: "\n"))
    block.position = call.position
    block.source = file.name
    if let language = options.code {
      block.language = language.isEmpty ? nil : language
      block.classes = ["code"] + Identifiers.classes(of: [language])
    }
    if let start = options.numberLines {
      block.linenos = true
      block.highlightArguments = HighlightArguments(firstLine: start.value ?? 1)
    }
    options.apply(to: block, in: context)
    return block
  }

  private struct Part {
    var text: String
    var firstLine: Int
  }

  /// Takes the lines and then the text between the marks that the options name.
  private func select(
    from text: String, _ call: DirectiveCall<Options>
  ) throws(MarkupError) -> Part {
    let options = call.options
    var lines = text.lines
    func index(_ number: Int?, default other: Int) -> Int {
      guard let number else { return other }
      return number < 0 ? max(0, lines.count + number) : min(number, lines.count)
    }
    let start = index(options.startLine, default: 0)
    let end = max(start, index(options.endLine, default: lines.count))
    var firstLine = start + 1
    lines = Array(lines[start..<end])
    // Front matter is about the included file, not about this document.
    let isMarkup = options.literal == nil && options.code == nil
    if isMarkup, firstLine == 1, lines.first == "---",
      let close = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." })
    {
      lines.removeFirst(close + 1)
      firstLine += close + 1
    }
    var part = lines.joined(separator: "\n")[...]
    if let mark = options.startAfter?.text {
      guard let found = part.firstRange(of: mark) else {
        throw MarkupError(
          "Directive \"include\"; option \"start-after\": text not found \"\(mark)\".",
          at: call.position(of: "start-after"), severity: .severe)
      }
      firstLine += part[..<found.upperBound].count(where: \.isNewline)
      part = part[found.upperBound...]
    }
    if let mark = options.endBefore?.text {
      guard let found = part.firstRange(of: mark) else {
        throw MarkupError(
          "Directive \"include\"; option \"end-before\": text not found \"\(mark)\".",
          at: call.position(of: "end-before"), severity: .severe)
      }
      part = part[..<found.lowerBound]
    }
    return Part(text: String(part), firstLine: firstLine)
  }
}

extension StringProtocol {
  /// Where `text` begins and ends for the first time. An empty one is nowhere.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    var start = startIndex
    while let first = self[start...].firstIndex(of: text[text.startIndex]) {
      if let end = index(first, offsetBy: text.count, limitedBy: endIndex),
        self[first..<end] == text
      {
        return first..<end
      }
      start = index(after: first)
    }
    return nil
  }
}
