internal import DocTree

/// Tables of cells between bars. (GitHub; markdown-it: table.)
struct TableRule: BlockRule {
  let name = "table"
  let triggers: [Character] = []
  let nextLineTriggers: [Character] = ["|", "-", ":"]

  /// A table ends where more cells than that are missing, as few bytes stand for all of them; cells
  /// beyond the last column make up for missing ones. (markdown-it: MAX_AUTOCOMPLETED_CELLS.)
  private static let missingLimit = 65_536
  /// Whether a field ends a table.
  private var hasFields = false

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    var rule = self
    rule.hasFields = MystBlocks.isEnabled("fieldlist", in: configuration)
    return rule
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let header = lines[0], let delimiter = lines[1], delimiter.indent < 4,
      let alignments = Self.alignments(delimiter)
    else { return nil }
    let cells = Self.cells(header)
    guard cells.count == alignments.count, header.bytes.contains(0x7C) else { return nil }
    var rows: [Node] = []
    var missing = 0
    var index = 2
    while let line = lines[index], !line.isBlank, line.indent < 4, !endsTable(line) {
      let cells = Self.cells(line)
      missing += alignments.count - cells.count
      guard missing <= Self.missingLimit else { break }
      rows.append(row(cells, alignments, line, lines))
      index += 1
    }
    // The header's text comes first.
    lines.consumed = index
    return .nodes([table(row(cells, alignments, header, lines), rows, alignments, header)])
  }

  private func table(
    _ header: Node, _ rows: [Node], _ alignments: [String?], _ line: BlockLine
  ) -> Table {
    let width = String(100 / alignments.count)
    var parts: [Node] = alignments.map { _ in
      let column = Colspec()
      column.colwidth = width
      column.position = line.position
      return column
    }
    parts.append(Thead(children: [header], position: line.position))
    if let first = rows.first { parts.append(Tbody(children: rows, position: first.position)) }
    let group = Tgroup(children: parts, position: line.position)
    group.cols = alignments.count
    let table = Table(children: [group], position: line.position)
    table.classes = ["colwidths-auto"]
    return table
  }

  private func row(
    _ cells: [BlockLine], _ alignments: [String?], _ line: BlockLine, _ lines: BlockLines
  ) -> Row {
    let entries: [Node] = alignments.enumerated().map { index, alignment in
      let paragraph = Paragraph()
      let entry = Entry(children: [paragraph], position: line.position)
      if let alignment { entry.classes = ["text-\(alignment)"] }
      guard index < cells.count else { return entry }
      paragraph.position = cells[index].position
      entry.position = cells[index].position
      if !cells[index].bytes.isEmpty { lines.readInline(cells[index], into: paragraph) }
      return entry
    }
    return Row(children: entries, position: line.position)
  }

  /// - Returns: `left`, `right`, `center` or nil for each column; nil if the line is no delimiter.
  private static func alignments(_ line: BlockLine) -> [String?]? {
    guard line.bytes.count >= 2 else { return nil }
    var result: [String?] = []
    for byte in line.bytes {
      switch byte {
      case 0x7C, 0x2D, 0x3A, 0x20, 0x09: continue
      default: return nil
      }
    }
    for cell in cells(line) {
      guard let first = cell.bytes.first, let last = cell.bytes.last else { return nil }
      let dashes = cell.bytes.dropFirst(first == 0x3A ? 1 : 0).dropLast(last == 0x3A ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }) else { return nil }
      switch (first == 0x3A, last == 0x3A) {
      case (true, true): result.append("center")
      case (true, false): result.append("left")
      case (false, true): result.append("right")
      case (false, false): result.append(nil)
      }
    }
    // A line of hyphens alone underlines a heading, or is a break.
    let isBare = !line.bytes.contains(0x7C) && !line.bytes.contains(0x3A)
    return result.isEmpty || isBare ? nil : result
  }

  /// The parts between bars that no backslash stands before; the first and the last bar may have
  /// nothing outside. The backslash of `\|` is taken out.
  static func cells(_ line: BlockLine) -> [BlockLine] {
    var cells: [BlockLine] = []
    var removed: [Int] = []
    var start = 0
    let count = line.bytes.count
    func add(_ end: Int) {
      var cell = line.trimmed(start..<end)
      if !removed.isEmpty {
        let first = cell.bytes.startIndex - line.bytes.startIndex
        var bytes: [UInt8] = []
        var next = removed[...]
        for offset in first..<(first + cell.bytes.count) {
          if next.first == offset { next.removeFirst() } else { bytes.append(line[offset]) }
        }
        cell.removedAt = removed.enumerated().map { $1 - first - $0 }
        cell.bytes = bytes[...]
        removed.removeAll()
      }
      cells.append(cell)
    }
    var offset = 0
    while offset < count {
      if line[offset] == 0x5C {
        if line[offset + 1] == 0x7C { removed.append(offset) }
        offset += 2
        continue
      }
      if line[offset] == 0x7C {
        if offset > 0 { add(offset) }
        start = offset + 1
      }
      offset += 1
    }
    if start < count, !line.trimmed(start..<count).bytes.isEmpty { add(count) }
    return cells
  }

  /// Whether another block begins. (markdown-it asks the rules that can end a table.)
  private func endsTable(_ line: BlockLine) -> Bool {
    line.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return true }
      let scanner = BlockScanner(base: base, end: bytes.count)
      switch base[0] {
      case 0x3E: return true
      // MyST's comments, breaks, and places that references name.
      case 0x25: return true
      case 0x2B where bytes.lazy.filter({ $0 == 0x2B }).count >= 3:
        return bytes.prefix { $0 == 0x2B || $0 == 0x20 }.lazy.filter { $0 == 0x2B }.count >= 3
      case 0x28:
        return line.trimmed(0..<line.bytes.count).bytes.suffix(2).elementsEqual([0x29, 0x3D])
      case 0x23: return scanner.atxLevel(0) > 0
      case 0x60, 0x7E: return scanner.openingFence(0) > 0
      case 0x3A: return scanner.openingFence(0) > 0 || hasFields && line.fieldNameEnd != nil
      case 0x3C: return scanner.htmlKind(0, interrupts: true) > 0
      default:
        return scanner.thematicBreak(0).isOne || scanner.listMarker(0, interrupts: false) != nil
      }
    }
  }
}
