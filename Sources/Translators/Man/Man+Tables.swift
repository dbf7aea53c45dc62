import DocTree

/// A table that is being written.
struct ManTable {
  /// How many rows below a cell of each column still reaches into.
  var reach: [Int]
  var column = 0
}

extension ManFormat {
  /// Tables for tbl(1). A cell that spans others has empty ones beside and below it; a table in a cell
  /// has its cells one below the other, as tbl knows no such thing.
  func addTables(to registry: inout Registry) {
    registry.add(Table.self, man: .childrenOnly)
    registry.add(Colspec.self, man: .skipped)
    registry.add(Thead.self, man: .childrenOnly)
    registry.add(Tbody.self, man: .childrenOnly)
    registry.add(
      Tgroup.self,
      man: NodeHandler { node, man in
        let columns = max(node.children.count { $0 is Colspec }, 1)
        man.tables.append(ManTable(reach: Array(repeating: 0, count: columns)))
        guard man.tables.count == 1 else { return .continue }
        man.macro(".TS")
        man.macro("allbox;")
        let headings = node.children.lazy.compactMap { $0 as? Thead }.first?.children.count ?? 0
        for _ in 0..<headings { man.macro(Self.format("lB", columns)) }
        man.macro(Self.format("l", columns) + ".")
        return .continue
      } depart: { _, man in
        if man.tables.count == 1 { man.macro(".TE") }
        _ = man.tables.popLast()
        return .continue
      })
    registry.add(
      Row.self,
      man: NodeHandler { _, man in
        if man.tables.count == 1 { man.tables[0].column = 0 }
        return .continue
      } depart: { _, man in
        guard man.tables.count == 1 else { return .continue }
        man.skipReachedCells()
        man.endLine()
        return .continue
      })
    registry.add(
      Entry.self,
      man: NodeHandler { node, man in
        guard man.tables.count == 1 else { return .continue }
        man.skipReachedCells()
        man.beginCell(reach: node.morerows ?? 0)
        man.raw("T{")
        man.endLine()
        man.blocks.append(.cell(isFirst: true))
        return .continue
      } depart: { node, man in
        guard man.tables.count == 1 else { return .continue }
        _ = man.blocks.popLast()
        man.endLine()
        man.raw("T}")
        let rest = man.tables[0].reach.count - man.tables[0].column
        for _ in 0..<min(max(node.morecols ?? 0, 0), max(rest, 0)) {
          man.beginCell(reach: node.morerows ?? 0)
        }
        return .continue
      })
  }

  private static func format(_ column: String, _ count: Int) -> String {
    Array(repeating: column, count: count).joined(separator: " ")
  }
}

extension ManTranslator {
  /// Begins a cell of the table, or leaves it empty if nothing follows.
  fileprivate mutating func beginCell(reach: Int) {
    let column = tables[0].column
    if column > 0 { raw("\t") }
    if column < tables[0].reach.count { tables[0].reach[column] = max(reach, 0) }
    tables[0].column += 1
  }

  /// Leaves the cells empty that those above reach into.
  fileprivate mutating func skipReachedCells() {
    while tables[0].column < tables[0].reach.count, tables[0].reach[tables[0].column] > 0 {
      beginCell(reach: tables[0].reach[tables[0].column] - 1)
    }
  }
}
