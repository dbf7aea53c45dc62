/// Where a table's cells are, while it is written.
struct HTMLTable {
  /// What the columns say of their cells.
  var columns: [Align?] = []
  var stubColumns: Set<Int> = []
  var isHead = false
  /// The column that the next cell of the row begins in.
  var column = 0
  /// How many rows from above still reach into each column.
  var spans: [Int: Int] = [:]
  var rowIsOdd = false

  enum Align: String { case left, center, right }

  /// Goes to the next row.
  mutating func beginRow() {
    column = 0
    rowIsOdd.toggle()
    skipSpans()
  }

  /// Goes past a cell.
  mutating func advance(columns: Int, rows: Int) {
    if rows > 1 { for index in column..<(column + columns) { spans[index] = rows } }
    column += columns
    skipSpans()
  }

  mutating func endRow() {
    spans = spans.compactMapValues { $0 > 1 ? $0 - 1 : nil }
  }

  private mutating func skipSpans() {
    while spans[column] != nil { column += 1 }
  }
}
