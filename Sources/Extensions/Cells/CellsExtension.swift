public import DocTree
import Translators

/// The directives of notebooks and books: `code-cell`, whose code is shown and not run, and
/// `tableofcontents`. (MyST-NB, Jupyter Book.)
public struct Cells: Extension {
  public let name = "cells"

  /// The language of cells that name none. (MyST-NB: that of the document's kernel.)
  public static let language = ConfigKey("nb_cell_language", default: "ipython3", affects: .read)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.language)
    registry.add(directive: "code-cell", CodeCellDirective())
    registry.add(directive: "raw-cell", RawCellDirective())
    registry.add(directive: "tableofcontents", TableOfContentsDirective())
    registry.add(CellHTML.self)
    registry.add(Cell.self, text: .childrenOnly)
    registry.add(Cell.self, man: .childrenOnly)
    registry.add(ContentsPlace.self, html: .childrenOnly, text: .childrenOnly)
    registry.add(ContentsPlace.self, man: .childrenOnly)
    registry.add(transform: ShowTableOfContents())
  }
}

/// A cell of a notebook, or a part of one.
public final class Cell: Element {
  public override class var schema: Schema { Schema([.general, .body], content: .body) }
}

enum CellHTML: NodeTranslator {
  static func visit(_ node: Cell, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    html.open("div", node, classes: ["docutils", "container"])
    html.newline()
    return .continue
  }

  static func depart(_ node: Cell, _ html: inout HTMLTranslator) -> DepartAction {
    html.newline()
    html.raw("</div>\n")
    return .continue
  }
}

/// Code with what a notebook says of it. The argument is the language.
struct CodeCellDirective: Directive {
  struct Options: NamingOptions {
    var caption: String?
    var `class`: ClassNames?
    var emphasizeLines: String?
    var label: String?
    var linenoStart: Int?
    var linenos: Flag?
    var load: String?
    var mystnb: String?
    var name: String?
    var numberSourceLines: String?
    var tags: String?

    /// The tags: between commas or spaces, in brackets or not, or one a line as YAML has lists.
    var tagNames: [String] {
      (tags ?? "").split { !($0.isLetter || $0.isNumber || "-_.:".contains($0)) }.map(String.init)
        .filter { $0 != "-" }
    }
  }

  let argument = DirectiveArgument.optional
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let tags = options.tagNames
    if tags.contains("remove-cell") || tags.contains("remove-input") { return [] }
    var text = call.text
    if let file = options.load {
      let source = try context.readFile(file, namedAt: call.position(of: "load"))
      text = TextEncoding.utf8.decode(source.bytes)
    }
    let lines = text.lines
    let block = LiteralBlock(lines.joined(separator: "\n"))
    block.position = call.contentPosition
    block.language =
      call.argument.isEmpty ? context.configuration[Cells.language] : call.argument
    block.linenos =
      options.linenos != nil || options.linenoStart != nil || options.numberSourceLines != nil
    if options.emphasizeLines != nil || options.linenoStart != nil {
      let ranges = try options.emphasizeLines.map { text throws(MarkupError) in
        try LineRanges(text, at: call.position(of: "emphasize-lines"))
      }
      block.highlightArguments = HighlightArguments(
        emphasizedLines: ranges?.numbers(upTo: lines.count) ?? [], firstLine: options.linenoStart)
    }
    let input = Cell(children: [block], position: call.position)
    input.classes = ["cell_input"]
    let cell = Cell(children: [input], position: call.position)
    cell.classes = ["cell"] + tags.map { "tag_\($0)" } + options.classNames
    if let caption = options.caption {
      try cell.append(
        try context.parseInline(
          caption, as: Paragraph.self, at: call.position(of: "caption")))
    }
    if let name = options.name ?? options.label {
      cell.names.append(ReferenceName.normalized(name))
    }
    return [cell]
  }
}

/// Text for one output format, as notebooks have it.
struct RawCellDirective: Directive {
  struct Options: Decodable, Sendable {
    var format: String?
  }

  let argument = DirectiveArgument.optional
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let raw = Raw(text: call.text.lines.joined(separator: "\n"))
    raw.position = call.position
    let format = call.options.format ?? call.argument
    raw.format = format.split(separator: "/").last.map(String.init) ?? "html"
    return [raw]
  }
}
