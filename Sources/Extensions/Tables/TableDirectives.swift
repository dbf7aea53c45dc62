public import DocTree

/// Tables that Markdown has no syntax for: `list-table`, `csv-table`, `table`, which adds a title to
/// one, and `tabularcolumns`.
public struct TableDirectives: Extension {
  public let name = "tables"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "table", TableDirective())
    registry.add(directive: "list-table", ListTableDirective())
    registry.add(directive: "csv-table", CSVTableDirective())
    registry.add(directive: "tabularcolumns", TabularColumnsDirective())
  }
}

/// The options that tables have.
protocol TableOptions: NamingOptions {
  var align: HorizontalAlignment? { get }
  var width: Length? { get }
  var widths: ColumnWidths? { get }
}

extension TableOptions {
  /// Gives a table its title and what the options say.
  func finish(_ table: Table, title: Title, in context: any ParseContext) throws {
    table.align = align?.rawValue
    if let width { table.width = width.text }
    switch widths {
    case .auto?: table.classes.append("colwidths-auto")
    case .given?: table.classes.append("colwidths-given")
    case nil: break
    }
    apply(to: table, in: context)
    if !title.children.isEmpty { try table.insert(title, at: 0) }
  }
}

/// How wide the columns of a table are that has its widths: as it says, or as ``ColumnWidths``.
struct GridWidths: OptionValue {
  static let allowed = "grid, \(ColumnWidths.allowed)"
  /// Nil for those that the table has.
  let widths: ColumnWidths?

  init?(_ text: String) {
    widths = ColumnWidths(text)
    if widths == nil, text != "grid" { return nil }
  }
}

/// How wide the columns are: `auto`, or a number for each.
enum ColumnWidths: OptionValue {
  static let allowed = "auto, or a whole number from 1 for each column"
  case auto
  case given([Int])

  init?(_ text: String) {
    switch text {
    case "auto": self = .auto
    default:
      let items = text.split { $0 == " " || $0 == "," || $0.isNewline }
      let numbers = items.compactMap { Int($0) }.filter { $0 > 0 }
      guard !numbers.isEmpty, numbers.count == items.count else { return nil }
      self = .given(numbers)
    }
  }
}

/// Adds a title to a table, and says what Markdown cannot say of it.
struct TableDirective: Directive {
  struct Options: TableOptions {
    var align: HorizontalAlignment?
    var `class`: ClassNames?
    var name: String?
    var width: Length?
    /// The option `widths`.
    var grid: GridWidths?
    var widths: ColumnWidths? { grid?.widths }

    enum CodingKeys: String, CodingKey {
      case align, name, width, `class`
      case grid = "widths"
    }
  }

  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    guard call.nodes.count == 1, let table = call.nodes.first as? Table else {
      throw MarkupError(
        call.nodes.isEmpty
          ? "The \"table\" directive is empty; it needs a table as its content."
          : "The \"table\" directive takes exactly one table as its content.")
    }
    if case .given(let numbers)? = call.options.widths {
      let columns = table.findAll(Colspec.self).filter { $0.parent?.parent === table }
      guard columns.count == numbers.count else {
        throw MarkupError(
          "\"table\" has \(columns.count) columns, and \(numbers.count) widths were given",
          at: call.position(of: "widths"))
      }
      for (column, number) in zip(columns, numbers) { column.colwidth = String(number) }
    } else if call.options.grid != nil, call.options.widths == nil {
      // The widths that the table has count as given; other tables have none for this.
      table.classes.append("colwidths-given")
    }
    try call.options.finish(
      table, title: call.argumentElement(Title.self, in: context), in: context)
    return [table]
  }
}

/// The columns of the table that follows, for LaTeX.
struct TabularColumnsDirective: Directive {
  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let node = TabularColSpec(children: [], position: call.position)
    node.spec = call.argument
    return [node]
  }
}
