extension TextLayout {
  /// Draws a table.
  mutating func set(table: TextTape.Table) {
    guard !table.cells.isEmpty else { return }
    var grid = TextGrid(table)
    let contents = table.cells.map { Self.lines(of: $0, in: tape, width: 0) }
    grid.chooseWidths(contents, available: available)
    for (index, cell) in table.cells.enumerated() {
      let width = grid.width(of: index)
      grid.lines[index] =
        contents[index].natural <= width
        ? contents[index].lines : Self.lines(of: cell, in: tape, width: width).lines
    }
    grid.widen()
    noteWord(width: grid.totalWidth)
    grid.draw { addLine($0) }
    oweBlankLine()
  }

  /// What is known of a cell's contents when it is not wrapped.
  struct Contents {
    /// Each line with its width.
    var lines: [(text: ArraySlice<UInt8>, width: Int)]
    /// The width of the longest line.
    var natural: Int
    /// The width of the widest word, with its indentation.
    var widestWord: Int
  }

  /// Sets a cell's contents by themselves.
  ///
  /// This goes one level deeper for a table in the cell; `TextTape.maximumTableDepth` is the
  /// limit of that.
  private static func lines(
    of cell: TextTape.Cell, in tape: TextTape, width: Int
  ) -> Contents {
    var layout = TextLayout(tape, width: width)
    layout.run(cell.contents)
    var contents = Contents(lines: [], natural: 0, widestWord: layout.widestWord)
    for line in layout.output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let width = DisplayWidth.of(line)
      contents.lines.append((line, width))
      contents.natural = max(contents.natural, width)
    }
    return contents
  }
}
