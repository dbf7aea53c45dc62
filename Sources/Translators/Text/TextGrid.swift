/// A table's cells at their places, and how wide and high everything is.
struct TextGrid {
  private let cells: [TextTape.Cell]
  private let headings: Int
  private let givenWidths: [Int]
  let columnCount: Int
  /// For each row and each column of it, the index of the cell that is there; -1 for none.
  private(set) var places: [[Int]]
  /// For each cell, its first row and column and the rows and columns that it has.
  private(set) var areas: [(row: Int, column: Int, rows: Int, columns: Int)]
  private(set) var widths: [Int] = []
  /// For each cell, its lines with their widths.
  var lines: [[(text: ArraySlice<UInt8>, width: Int)]]

  /// A span beyond this is cut, whatever an attribute says.
  private static let maximumSpan = 1000

  init(_ table: TextTape.Table) {
    cells = table.cells
    headings = table.headings
    givenWidths = table.widths
    lines = Array(repeating: [], count: cells.count)
    areas = Array(repeating: (0, 0, 1, 1), count: cells.count)
    let rowCount = max(1, table.rows.count)
    var places: [[Int]] = Array(repeating: [], count: rowCount)
    for row in 0..<rowCount {
      let first = row < table.rows.count ? table.rows[row] : 0
      let last = row + 1 < table.rows.count ? table.rows[row + 1] : cells.count
      var column = 0
      for cell in first..<last {
        while column < places[row].count, places[row][column] >= 0 { column += 1 }
        let rows = min(cells[cell].rows, rowCount - row)
        // As many columns as are free beside each other.
        var columns = 1
        while columns < min(cells[cell].columns, Self.maximumSpan),
          column + columns >= places[row].count || places[row][column + columns] < 0
        {
          columns += 1
        }
        areas[cell] = (row, column, rows, columns)
        for line in row..<row + rows {
          while places[line].count < column + columns { places[line].append(-1) }
          for index in column..<column + columns where places[line][index] < 0 {
            places[line][index] = cell
          }
        }
        column += columns
      }
    }
    columnCount = places.map(\.count).max() ?? 0
    for row in places.indices {
      places[row] += Array(repeating: -1, count: columnCount - places[row].count)
    }
    self.places = places
  }

  /// The columns of the terminal that the table takes.
  var totalWidth: Int { widths.reduce(0, +) + 3 * columnCount + 1 }

  /// The columns of the terminal that a cell's text has.
  func width(of cell: Int) -> Int {
    let area = areas[cell]
    return widths[area.column..<area.column + area.columns].reduce(0, +) + 3 * (area.columns - 1)
  }

  /// Makes each column as wide as its contents, or, if that is too much, shares out what is available.
  mutating func chooseWidths(_ contents: [TextLayout.Contents], available: Int) {
    let natural = columnWidths(contents.map(\.natural))
    widths = natural
    guard totalWidth > available else { return }
    let room = max(columnCount, available - 3 * columnCount - 1)
    if givenWidths.count == columnCount, givenWidths.allSatisfy({ $0 > 0 }) {
      let sum = givenWidths.reduce(0, +)
      widths = givenWidths.map { max(1, room * $0 / sum) }
      return
    }
    let least = zip(columnWidths(contents.map(\.widestWord)), natural).map { min($0, $1) }
    let leastSum = least.reduce(0, +)
    if leastSum <= room {
      // Every word fits; what is left goes to the columns by how much more they could use.
      let wanted = zip(natural, least).map { $0 - $1 }
      let wantedSum = max(1, wanted.reduce(0, +))
      widths = zip(least, wanted).map { $0 + (room - leastSum) * $1 / wantedSum }
      // What rounding leaves is less than a column for each.
      let rest = room - widths.reduce(0, +)
      let byWant = widths.indices.sorted { (wanted[$1], $0) < (wanted[$0], $1) }
      for column in byWant.prefix(rest) { widths[column] += 1 }
    } else {
      widths = Self.share(room, among: least)
    }
  }

  /// Makes columns wider where a cell's lines turned out to be: something in it could not be broken.
  mutating func widen() {
    widths = columnWidths(lines.map { $0.map(\.width).max() ?? 0 }, atLeast: widths)
  }

  private func columnWidths(_ cellWidths: [Int]) -> [Int] {
    columnWidths(cellWidths, atLeast: Array(repeating: 1, count: columnCount))
  }

  /// The narrowest columns that hold cells of these widths.
  private func columnWidths(_ cellWidths: [Int], atLeast minimum: [Int]) -> [Int] {
    var result = minimum
    for (cell, area) in areas.enumerated() where area.columns == 1 {
      result[area.column] = max(result[area.column], cellWidths[cell])
    }
    for (cell, area) in areas.enumerated() where area.columns > 1 {
      let range = area.column..<area.column + area.columns
      let missing = cellWidths[cell] - result[range].reduce(0, +) - 3 * (area.columns - 1)
      guard missing > 0 else { continue }
      for (place, column) in range.enumerated() {
        result[column] += missing / area.columns + (place < missing % area.columns ? 1 : 0)
      }
    }
    return result
  }

  /// Gives narrow columns what they need and the others equal parts of the rest.
  private static func share(_ room: Int, among needs: [Int]) -> [Int] {
    var result = needs
    var rest = room
    var left = needs.count
    for column in needs.indices.sorted(by: { (needs[$0], $0) < (needs[$1], $1) }) {
      result[column] = max(1, min(needs[column], rest / left))
      rest = max(0, rest - result[column])
      left -= 1
    }
    return result
  }
}

// MARK: - Drawing
extension TextGrid {
  /// Hands over the table line by line.
  func draw(_ addLine: ([UInt8]) -> Void) {
    let heights = self.heights
    var nextLine = Array(repeating: 0, count: cells.count)
    for row in places.indices {
      addLine(separator(above: row, &nextLine))
      for _ in 0..<heights[row] { addLine(line(of: row, &nextLine)) }
    }
    addLine(separator(above: places.count, &nextLine))
  }

  /// The lines that each row has: what its cells need, and for one over several rows, what it needs
  /// beyond these is added to the last.
  private var heights: [Int] {
    var result = Array(repeating: 1, count: places.count)
    for (cell, area) in areas.enumerated() where area.rows == 1 {
      result[area.row] = max(result[area.row], lines[cell].count)
    }
    for (cell, area) in areas.enumerated() where area.rows > 1 {
      let rows = area.row..<area.row + area.rows
      let missing = lines[cell].count - result[rows].reduce(0, +) - (area.rows - 1)
      if missing > 0 { result[rows.upperBound - 1] += missing }
    }
    return result
  }

  private func line(of row: Int, _ nextLine: inout [Int]) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    while column < columnCount {
      result.append(UInt8(ascii: "|"))
      column += append(row, column, &nextLine, to: &result)
    }
    result.append(UInt8(ascii: "|"))
    return result
  }

  /// Appends the next line of the cell at a place.
  ///
  /// - Returns: how many columns that was.
  private func append(
    _ row: Int, _ column: Int, _ nextLine: inout [Int], to result: inout [UInt8]
  ) -> Int {
    let cell = places[row][column]
    guard cell >= 0 else {
      result.append(contentsOf: repeatElement(0x20, count: widths[column] + 2))
      return 1
    }
    let total = width(of: cell)
    var text: ArraySlice<UInt8> = []
    var used = 0
    if nextLine[cell] < lines[cell].count { (text, used) = lines[cell][nextLine[cell]] }
    nextLine[cell] += 1
    let free = max(0, total - used)
    let before =
      switch cells[cell].alignment {
      case .left: 0
      case .center: free / 2
      case .right: free
      }
    result.append(contentsOf: repeatElement(0x20, count: 1 + before))
    result.append(contentsOf: text)
    result.append(contentsOf: repeatElement(0x20, count: free - before + 1))
    return areas[cell].columns
  }

  /// The line above a row, or below the last, in which cells that span it go on.
  private func separator(above row: Int, _ nextLine: inout [Int]) -> [UInt8] {
    let sign = UInt8(ascii: headings > 0 && row == headings && row < places.count ? "=" : "-")
    func goesOn(_ column: Int) -> Bool {
      row > 0 && row < places.count && places[row][column] >= 0
        && places[row][column] == places[row - 1][column]
    }
    var result: [UInt8] = []
    var previousIsDashes = false
    var column = 0
    while column < columnCount {
      let isDashes = !goesOn(column) && sign == UInt8(ascii: "-")
      result.append(UInt8(ascii: previousIsDashes || isDashes ? "+" : "|"))
      if goesOn(column) {
        column += append(row, column, &nextLine, to: &result)
      } else {
        result.append(contentsOf: repeatElement(sign, count: widths[column] + 2))
        column += 1
      }
      previousIsDashes = isDashes
    }
    result.append(UInt8(ascii: previousIsDashes ? "+" : "|"))
    return result
  }
}
