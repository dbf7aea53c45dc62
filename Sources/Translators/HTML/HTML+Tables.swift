internal import DocTree

extension HTMLFormat {
  func addTables(to registry: inout Registry) {
    registry.add(
      Table.self,
      html: NodeHandler { node, html in
        html.newline()
        html.tables.append(HTMLTable())
        html.open(
          "table", node,
          classes: html.isCommonMark ? [] : ["docutils", "align-\(node.align ?? "default")"],
          attributes: [("style", node.width.map { "width: \($0)" })])
        html.newline()
        return .continue
      } depart: { _, html in
        html.tables.removeLast()
        html.newline()
        html.raw("</table>\n")
        return .continue
      })
    registry.add(
      Tgroup.self,
      html: NodeHandler { node, html in
        html.withTable { table in
          for child in node.children {
            guard let column = child as? Colspec else { break }
            if column.stub == 1 { table.stubColumns.insert(table.columns.count) }
            table.columns.append(column.align.flatMap(HTMLTable.Align.init))
          }
        }
        return .continue
      })
    registry.add(
      Colspec.self,
      html: NodeHandler { node, html in
        // All of them are written with the first one.
        if !html.isCommonMark, !(node.previousSibling is Colspec) { html.writeColumns(node) }
        return .skipNode
      })
    registry.add(
      Thead.self,
      html: NodeHandler { node, html in
        html.withTable { $0.isHead = true }
        html.openPart("thead", node)
        return .continue
      } depart: { _, html in
        html.withTable { $0.isHead = false }
        html.closePart("thead")
        return .continue
      })
    registry.add(
      Tbody.self,
      html: NodeHandler { node, html in
        html.openPart("tbody", node)
        return .continue
      } depart: { _, html in
        html.closePart("tbody")
        return .continue
      })
    registry.add(
      Row.self,
      html: NodeHandler { node, html in
        html.withTable { $0.beginRow() }
        let isOdd = html.tables.last?.rowIsOdd ?? false
        html.openPart(
          "tr", node, classes: html.isCommonMark ? [] : [isOdd ? "row-odd" : "row-even"])
        return .continue
      } depart: { _, html in
        html.withTable { $0.endRow() }
        html.closePart("tr")
        return .continue
      })
    registry.add(EntryHTML.self)
  }
}

enum EntryHTML: NodeTranslator {
  static func visit(_ node: Entry, _ html: inout HTMLTranslator) -> VisitAction {
    let table = html.tables.last ?? HTMLTable()
    let columns = 1 + (node.morecols ?? 0)
    let rows = 1 + (node.morerows ?? 0)
    html.newline()
    if !html.isCommonMark, columns == 1, rows == 1, !node.hasRareAttributes {
      // Most cells have nothing to say.
      let isStub = table.stubColumns.contains(table.column)
      switch (table.isHead, isStub) {
      case (true, true): html.buffer.put("<th class=\"head stub\">")
      case (true, false): html.buffer.put("<th class=\"head\">")
      case (false, true): html.buffer.put("<th class=\"stub\">")
      case (false, false): html.buffer.put("<td>")
      }
      html.withTable { $0.advance(columns: columns, rows: rows) }
      return .continue
    }
    var attributes: [(String, String?)] = [
      ("colspan", columns > 1 ? String(columns) : nil),
      ("rowspan", rows > 1 ? String(rows) : nil),
    ]
    var classes: [String] = []
    if html.isCommonMark {
      let align =
        table.column < table.columns.count ? table.columns[table.column] ?? node.textAlign : nil
      switch html.configuration[HTMLTranslator.tableAlignment] {
      case .attribute: attributes.append(("align", align?.rawValue))
      case .style: attributes.append(("style", align.map { "text-align: \($0.rawValue)" }))
      }
    } else {
      if table.isHead { classes.append("head") }
      if table.stubColumns.contains(table.column) { classes.append("stub") }
    }
    html.open(tag(table), node, leading: classes, attributes: attributes)
    html.withTable { $0.advance(columns: columns, rows: rows) }
    return .continue
  }

  static func depart(_ node: Entry, _ html: inout HTMLTranslator) -> DepartAction {
    guard var table = html.tables.last else { return .continue }
    // The tag was chosen for the column that the cell begins in.
    table.column -= 1 + (node.morecols ?? 0)
    html.close(tag(table))
    html.newline()
    return .continue
  }

  private static func tag(_ table: HTMLTable) -> String {
    table.isHead || table.stubColumns.contains(table.column) ? "th" : "td"
  }
}

extension Entry {
  /// What its classes say of its text. (MyST: `text-center`.)
  fileprivate var textAlign: HTMLTable.Align? {
    classes.lazy.filter { $0.hasPrefix("text-") }.compactMap {
      HTMLTable.Align(rawValue: String($0.dropFirst(5)))
    }.first
  }
}

extension HTMLTranslator {
  /// Writes how wide the columns are, if an author said so. (docutils: depart_colspec.)
  fileprivate mutating func writeColumns(_ first: Colspec) {
    guard let group = first.parent, let table = group.parent,
      table.classes.contains("colwidths-given"), !table.classes.contains("colwidths-auto")
    else { return }
    let widths = group.children.compactMap { ($0 as? Colspec)?.colwidth.flatMap { Double($0) } }
    let total = widths.reduce(0, +)
    guard total > 0 else { return }
    newline()
    raw("<colgroup>\n")
    for width in widths {
      let tenths = Int((width / total * 1000).rounded(.toNearestOrEven))
      raw("<col style=\"width: \(tenths / 10).\(tenths % 10)%\" />\n")
    }
    raw("</colgroup>\n")
  }

  fileprivate mutating func withTable(_ change: (inout HTMLTable) -> Void) {
    guard !tables.isEmpty else { return }
    change(&tables[tables.count - 1])
  }

  fileprivate mutating func openPart(_ tag: String, _ node: Element, classes: [String] = []) {
    newline()
    open(tag, node, classes: classes)
    newline()
  }

  fileprivate mutating func closePart(_ tag: String) {
    newline()
    close(tag)
    newline()
  }
}
