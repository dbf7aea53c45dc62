import DocTree

extension TextFormat {
  func addTables(to registry: inout Registry) {
    registry.add(Table.self, text: Self.block())
    registry.add(
      Tgroup.self,
      text: NodeHandler(
        visit: { node, text in
          text.openTable(widths: TextFormat.givenWidths(node))
          return .continue
        },
        depart: { _, text in
          text.closeTable()
          return .continue
        }))
    registry.add(Colspec.self, text: .skipped)
    registry.add(Thead.self, text: .childrenOnly)
    registry.add(Tbody.self, text: .childrenOnly)
    registry.add(
      Row.self,
      text: NodeHandler(visit: { node, text in
        text.openRow(isHeading: node.parent is Thead)
        return .continue
      }))
    registry.add(
      Entry.self,
      text: NodeHandler(
        visit: { node, text in
          text.openCell(
            columns: TextFormat.span(node.morecols), rows: TextFormat.span(node.morerows),
            alignment: TextFormat.alignment(of: node))
          return .continue
        },
        depart: { _, text in
          text.closeCell()
          return .continue
        }))
  }

  /// The columns or rows that a cell has, if there are so many more.
  private static func span(_ more: Int?) -> Int { min(max(more ?? 0, 0), Int.max - 1) + 1 }

  /// The widths of a table whose author has given them.
  private static func givenWidths(_ node: Tgroup) -> [Int] {
    guard let table = node.parent, table.classes.contains("colwidths-given") else { return [] }
    return node.children.compactMap { child in
      (child as? Colspec).map { Int($0.colwidth ?? "") ?? 1 }
    }.map { min(max($0, 1), 10_000) }
  }

  /// What a cell says of its alignment, as docutils does or, in a pipe table, MyST.
  private static func alignment(of node: Entry) -> TextTranslator.Alignment {
    let classes = node.hasRareAttributes ? node.classes : []
    if node.align == "right" || classes.contains("text-right") { return .right }
    if node.align == "center" || classes.contains("text-center") { return .center }
    return .left
  }
}
