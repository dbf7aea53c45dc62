/// What handlers have asked for, in order, before it is known how wide each thing will be.
///
/// A table's columns depend on the contents of all its cells, so handlers record, and
/// ``TextLayout`` sets lines when everything is there. Nothing in it is nested: an open and a close
/// are instructions like others.
struct TextTape {
  enum Instruction {
    /// - Parameters:
    ///   - prefix: the part of ``bytes`` that stands before the first line.
    ///   - outdents: whether it begins where the block around it is indented from.
    case open(
      indent: Int, prefix: Range<Int>?, style: TextTranslator.BlockStyle, isSpaced: Bool,
      outdents: Bool)
    case close
    /// The part of ``bytes`` from `start` to `end`.
    case text(start: Int, end: Int)
    case rule
    case blankLine
    case table(Int)
  }

  struct Cell {
    /// The instructions between its opening and its closing.
    var contents: Range<Int>
    var columns: Int
    var rows: Int
    var alignment: TextTranslator.Alignment
  }

  struct Table {
    /// The cells of all rows.
    var cells: [Cell] = []
    /// For each row, the index of its first cell.
    var rows: [Int] = []
    /// How many rows from the first are headings.
    var headings = 0
    /// The relative widths of the columns that an author has given; empty for none.
    var widths: [Int] = []
    var hasOpenCell = false
    /// The index of the instruction behind the table.
    var end = 0
  }

  private(set) var instructions: [Instruction] = []
  /// All text and prefixes, in UTF-8. In wrapped blocks white space is spaces, and a line feed is a line
  /// break that the author wants.
  private(set) var bytes: [UInt8] = []
  private(set) var tables: [Table] = []

  /// The styles of the open blocks.
  private var styles: [TextTranslator.BlockStyle] = [.wrapped]
  /// The open tables by index, nil for one that is written without a grid.
  private var openTables: [Int?] = []

  /// A table in a table in a table has a grid; below that cells are written one after the other,
  /// since each grid takes its cells' contents twice.
  static let maximumTableDepth = 3

  /// Whether the innermost block ends in text that another piece would join.
  var endsInText: Bool {
    guard case .text(_, let end) = instructions.last else { return false }
    return end == bytes.count
  }

  mutating func add(_ string: String) {
    guard !string.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: string.utf8)
    if case .verbatim = styles[styles.count - 1] {} else { replaceWhiteSpace(from: start) }
    appendText(from: start)
  }

  mutating func addLineBreak() {
    let start = bytes.count
    bytes.append(0x0A)
    appendText(from: start)
  }

  private mutating func appendText(from start: Int) {
    if case .text(let first, start) = instructions.last {
      instructions[instructions.count - 1] = .text(start: first, end: bytes.count)
    } else {
      instructions.append(.text(start: start, end: bytes.count))
    }
  }

  private mutating func replaceWhiteSpace(from start: Int) {
    var index = start
    let end = bytes.count
    while index < end {
      if bytes[index] &- 0x09 < 5 { bytes[index] = 0x20 }
      index += 1
    }
  }

  mutating func open(
    indent: Int?, prefix: String, style: TextTranslator.BlockStyle, isSpaced: Bool,
    outdents: Bool = false
  ) {
    var range: Range<Int>?
    if !prefix.isEmpty {
      let start = bytes.count
      bytes.append(contentsOf: prefix.utf8)
      replaceWhiteSpace(from: start)
      range = start..<bytes.count
    }
    styles.append(style)
    instructions.append(
      .open(
        indent: max(0, indent ?? DisplayWidth.of(prefix)), prefix: range, style: style,
        isSpaced: isSpaced, outdents: outdents))
  }

  mutating func close() {
    guard styles.count > 1 else { return }
    styles.removeLast()
    instructions.append(.close)
  }

  mutating func addRule() { instructions.append(.rule) }
  mutating func addBlankLine() { instructions.append(.blankLine) }
}

// MARK: - Tables
extension TextTape {
  mutating func openTable(widths: [Int]) {
    guard openTables.count < Self.maximumTableDepth else {
      openTables.append(nil)
      return
    }
    instructions.append(.table(tables.count))
    openTables.append(tables.count)
    tables.append(Table(widths: widths))
  }

  mutating func openRow(isHeading: Bool) {
    guard let table = openTables.last ?? nil else { return }
    tables[table].rows.append(tables[table].cells.count)
    if isHeading, tables[table].headings == tables[table].rows.count - 1 {
      tables[table].headings += 1
    }
  }

  mutating func openCell(columns: Int, rows: Int, alignment: TextTranslator.Alignment) {
    open(indent: 0, prefix: "", style: .wrapped, isSpaced: true)
    guard let table = openTables.last ?? nil else { return }
    endCell(of: table)
    tables[table].hasOpenCell = true
    if tables[table].rows.isEmpty { tables[table].rows.append(0) }
    tables[table].cells.append(
      Cell(
        contents: instructions.count..<instructions.count, columns: max(1, columns),
        rows: max(1, rows), alignment: alignment))
  }

  mutating func closeCell() {
    if let table = openTables.last ?? nil { endCell(of: table) }
    close()
  }

  /// Ends the last cell here, unless it has been ended.
  private mutating func endCell(of table: Int) {
    guard tables[table].hasOpenCell, let cell = tables[table].cells.indices.last else { return }
    let start = tables[table].cells[cell].contents.lowerBound
    tables[table].cells[cell].contents = start..<instructions.count
    tables[table].hasOpenCell = false
  }

  mutating func closeTable() {
    guard let table = openTables.popLast() ?? nil else { return }
    endCell(of: table)
    tables[table].end = instructions.count
  }

  /// Closes the tables that nobody has closed.
  mutating func finish() {
    while !openTables.isEmpty { closeTable() }
  }
}
