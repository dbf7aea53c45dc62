import DocTree

/// Makes a table of rows of cells.
struct TableBuilder {
  /// The content of each cell, by row.
  var rows: [[[Node]]]
  /// How many of the rows are headings, whatever the option says.
  var headings = 0
  /// How many of the others are, as the option says.
  var headerRows: UInt = 0
  /// How many columns at the left are headings.
  var stubColumns: UInt = 0
  var widths: ColumnWidths?
  /// The name of the directive, for messages.
  let directive: String

  /// - Parameters:
  ///   - position: where the table begins.
  ///   - place: where an option begins.
  func build(
    at position: SourcePosition, options place: (String) -> SourcePosition
  ) throws(MarkupError) -> Table {
    let columns = rows.map(\.count).max() ?? 0
    let stubColumns = Int(clamping: stubColumns)
    let asked = self.headerRows
    let headerRows = headings + Int(min(asked, UInt(rows.count) + 1))
    guard rows.count > headerRows else {
      throw MarkupError(
        headerRows > rows.count
          ? "\(asked) header rows were asked for, and \"\(directive)\" has only "
            + "\(rows.count - headings) rows"
          : "\"\(directive)\" has \(rows.count) rows, all of them header rows; the table needs a body",
        at: place("header-rows"))
    }
    guard columns > stubColumns else {
      throw MarkupError(
        "\(stubColumns) stub columns were asked for, and \"\(directive)\" has only "
          + "\(columns) columns; the table needs others as well", at: place("stub-columns"))
    }
    var numbers = Array(repeating: 100 / max(columns, 1), count: columns)
    if case .given(let given)? = widths {
      guard given.count == columns else {
        throw MarkupError(
          "\"\(directive)\" has \(columns) columns, and \(given.count) widths were given",
          at: place("widths"))
      }
      numbers = given
    }
    var parts: [Node] = numbers.enumerated().map { index, number in
      let column = Colspec(children: [], position: position)
      column.colwidth = String(number)
      if index < stubColumns { column.stub = 1 }
      return column
    }
    let elements = rows.map { row(of: $0, columns, position) }
    if headerRows > 0 {
      parts.append(Thead(children: Array(elements[..<headerRows]), position: position))
    }
    parts.append(Tbody(children: Array(elements[headerRows...]), position: position))
    let group = Tgroup(children: parts, position: position)
    group.cols = columns
    return Table(children: [group], position: position)
  }

  private func row(of cells: [[Node]], _ columns: Int, _ position: SourcePosition) -> Node {
    var entries = cells.map { cell -> Node in
      Entry(children: cell, position: cell.first?.position ?? position)
    }
    while entries.count < columns { entries.append(Entry(children: [], position: position)) }
    return Row(children: entries, position: entries.first?.position ?? position)
  }
}
