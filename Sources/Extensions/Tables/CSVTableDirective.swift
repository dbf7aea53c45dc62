import DocTree

/// A table whose cells stand between commas. (docutils: directives.tables.CSVTable.)
struct CSVTableDirective: Directive {
  struct Options: TableOptions {
    var align: HorizontalAlignment?
    var `class`: ClassNames?
    var delim: Separator?
    var encoding: TextEncoding?
    var escape: SingleCharacter?
    var file: RequiredPath?
    var header: String?
    var headerRows: UInt?
    var keepspace: Flag?
    var name: String?
    var quote: SingleCharacter?
    var stubColumns: UInt?
    var url: RequiredPath?
    var width: Length?
    var widths: ColumnWidths?
  }

  /// One character, or its number. (docutils: directives.single_char_or_unicode.)
  struct SingleCharacter: OptionValue {
    static let allowed = "one character, or its number as in U+0041"
    let character: Character

    init?(_ text: String) {
      let hexadecimal = ["0x", "\\x", "u+", "\\u", "x", "u"].lazy
        .compactMap { text.lowercased().hasPrefix($0) ? text.dropFirst($0.count) : nil }.first
      let number =
        hexadecimal.flatMap { $0.isEmpty ? nil : UInt32($0, radix: 16) } ?? UInt32(text)
      if let scalar = number.flatMap(Unicode.Scalar.init) {
        character = Character(scalar)
      } else {
        guard text.count == 1, let first = text.first else { return nil }
        character = first
      }
    }
  }

  /// The same, `tab` or `space`.
  struct Separator: OptionValue {
    static let allowed = "tab, space, \(SingleCharacter.allowed)"
    let character: Character

    init?(_ text: String) {
      switch text {
      case "tab": character = "\t"
      case "space": character = " "
      default:
        guard let single = SingleCharacter(text) else { return nil }
        character = single.character
      }
    }
  }

  let argument = DirectiveArgument.optionalInline
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    var format = CSVFormat()
    if let delimiter = options.delim { format.delimiter = delimiter.character }
    if let quote = options.quote { format.quote = quote.character }
    format.escape = options.escape?.character
    format.skipsSpace = options.keepspace == nil

    var rows: [[[Node]]] = []
    if let header = options.header {
      rows = try parse(header, at: call.position(of: "header"), format, context)
      // A line end behind the last row begins another, as in docutils.
      if header.last?.isNewline ?? false { rows.append([]) }
    }
    let headings = rows.count
    let (text, position) = try data(of: call, context)
    rows += try parse(text, at: position, format, context)
    let table = try TableBuilder(
      rows: rows, headings: headings, headerRows: options.headerRows ?? 0,
      stubColumns: options.stubColumns ?? 0, widths: options.widths, directive: call.name
    ).build(at: call.position, options: call.position(of:))
    try options.finish(
      table, title: call.argumentElement(Title.self, in: context), in: context)
    return [table]
  }

  /// The rows' text and where it begins.
  private func data(
    of call: DirectiveCall<Options>, _ context: any ParseContext
  ) throws -> (String, SourcePosition) {
    let hasText = !call.text.allSatisfy(\.isWhitespace)
    if call.options.url != nil {
      throw MarkupError(
        "\"\(call.name)\" reads nothing from the network; use the option \"file\"",
        at: call.position(of: "url"))
    }
    if let file = call.options.file?.text {
      let place = call.position(of: "file")
      if hasText {
        throw MarkupError(
          "\"\(call.name)\" has both the option \"file\" and content; use one", at: place)
      }
      let source = try context.readFile(file, namedAt: place)
      return (
        (call.options.encoding ?? .utf8).decode(source.bytes),
        SourcePosition(file: source.file, line: 1, column: 1)
      )
    }
    guard hasText else {
      throw MarkupError("The \"\(call.name)\" directive requires content; none supplied.")
    }
    return (call.text, call.contentPosition)
  }

  private func parse(
    _ text: String, at position: SourcePosition, _ format: CSVFormat, _ context: any ParseContext
  ) throws -> [[[Node]]] {
    var rows: [[[Node]]] = []
    for row in try format.rows(of: text, at: position) {
      var cells: [[Node]] = []
      for cell in row { cells.append(try context.parseBlocks(cell.text, at: cell.position)) }
      rows.append(cells)
    }
    return rows
  }
}

/// How cells are told apart. (Python: csv.Dialect, strict.)
struct CSVFormat {
  var delimiter: Character = ","
  var quote: Character = "\""
  var escape: Character?
  /// Whether white space behind a delimiter is left out.
  var skipsSpace = true

  struct Cell {
    var text = ""
    var position: SourcePosition
  }

  /// - Parameter position: where `text` begins.
  func rows(of text: String, at position: SourcePosition) throws(MarkupError) -> [[Cell]] {
    var rows: [[Cell]] = []
    var row: [Cell] = []
    var place = position
    var cell = Cell(position: place)
    /// Where the last quotation mark stood that began a cell.
    var opening = place
    enum State { case start, plain, quoted, closed }
    var state = State.start
    var isEscaped = false

    func endCell() {
      row.append(cell)
      state = .start
    }
    func endRow(isEnd: Bool = false) {
      let isBlank = row.isEmpty && state == .start && cell.text.isEmpty
      if !isBlank { endCell() }
      // A blank line is an empty row; behind the last line there is none.
      if !isBlank || !isEnd { rows.append(row) }
      row = []
      state = .start
    }

    for character in text {
      if state == .start { cell = Cell(position: place) }
      let characterPosition = place
      place.column += character.utf8.count
      if isEscaped {
        cell.text.append(character)
        isEscaped = false
        if state == .start { state = .plain }
      } else if character == escape {
        isEscaped = true
        if state == .start { state = .plain }
      } else if state == .quoted, character != quote {
        cell.text.append(character)
      } else if character.isNewline {
        endRow()
        cell = Cell(position: place)
      } else if character == quote, state != .plain {
        switch state {
        case .start, .plain:
          state = .quoted
          opening = characterPosition
          cell.position = place
        case .quoted: state = .closed
        case .closed:
          cell.text.append(quote)
          state = .quoted
        }
      } else if character == delimiter {
        endCell()
        cell = Cell(position: place)
      } else if state == .closed {
        throw MarkupError(
          "'\(delimiter)' expected after '\(quote)', but there is '\(character)'",
          at: characterPosition)
      } else if state == .start, skipsSpace, character == " " {
        continue
      } else {
        cell.text.append(character)
        state = .plain
      }
      if character.isNewline {
        place = SourcePosition(
          file: place.file, line: place.line + 1, column: position.column)
      }
    }
    if state == .quoted {
      throw MarkupError("a cell in \(quote) is not closed", at: opening)
    }
    endRow(isEnd: true)
    return rows
  }
}
