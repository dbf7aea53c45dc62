import DocTree

/// A table written as a list of lists. (docutils: directives.tables.ListTable.)
struct ListTableDirective: Directive {
  struct Options: TableOptions {
    var align: HorizontalAlignment?
    var `class`: ClassNames?
    var headerRows: UInt?
    var name: String?
    var stubColumns: UInt?
    var width: Length?
    var widths: ColumnWidths?
  }

  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let table = try TableBuilder(
      rows: try rows(of: call), headerRows: call.options.headerRows ?? 0,
      stubColumns: call.options.stubColumns ?? 0, widths: call.options.widths,
      directive: call.name
    ).build(at: call.position, options: call.position(of:))
    try call.options.finish(
      table, title: call.argumentElement(Title.self, in: context), in: context)
    return [table]
  }

  /// Takes the cells out of the list.
  private func rows(of call: DirectiveCall<Options>) throws(MarkupError) -> [[[Node]]] {
    guard call.nodes.count == 1, let list = call.nodes.first as? BulletList else {
      throw MarkupError(
        "The \"\(call.name)\" directive takes exactly one bullet list as its content.")
    }
    var rows: [[[Node]]] = []
    for (index, item) in list.children.enumerated() {
      guard let children = item.asElement?.children, children.count == 1,
        let inner = children.first as? BulletList
      else {
        throw MarkupError(
          "\"\(call.name)\" needs a list in each item: row \(index + 1) has none, or more than it",
          at: item.position)
      }
      let cells = inner.children.compactMap { $0.asElement?.removeChildren() }
      if let first = rows.first, first.count != cells.count {
        throw MarkupError(
          "\"\(call.name)\" needs as many items in each row: row \(index + 1) has "
            + "\(cells.count), and row 1 has \(first.count)", at: item.position)
      }
      rows.append(cells)
    }
    return rows
  }
}
