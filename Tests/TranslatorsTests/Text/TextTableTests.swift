import DocTree
import Testing
import Translators

/// A table of cells; `nil` for no head.
private func table(_ head: [Entry]?, _ rows: [[Entry]], columns: Int) -> Table {
  let group = Tgroup(children: (0..<columns).map { _ in Colspec() })
  let body = Tbody(children: rows.map { Row(children: $0) })
  let parts = head.map { [Thead(Row(children: $0)), body] } ?? [body]
  return Table(Tgroup(children: group.removeChildren() + parts))
}

private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Entry {
  Entry(Paragraph(text)).with {
    if columns > 1 { $0.morecols = columns - 1 }
    if rows > 1 { $0.morerows = rows - 1 }
  }
}

/// Expectations that are not marked otherwise are what Sphinx 9.0 writes for columns as wide as
/// their contents.
@Suite struct TextTableTests {
  @Test func headAndWideCharacters() throws {
    let content = table(
      [cell("a"), cell("b")], [[cell("hello"), cell("x")], [cell("日本"), cell("world")]],
      columns: 2)
    #expect(
      try plain(content, Paragraph("after")) == """
        +-------+-------+
        | a     | b     |
        |=======|=======|
        | hello | x     |
        +-------+-------+
        | 日本  | world |
        +-------+-------+

        after

        """)
  }

  @Test func noHead() throws {
    #expect(
      try plain(table(nil, [[cell("a"), cell("bcd")]], columns: 2)) == """
        +---+-----+
        | a | bcd |
        +---+-----+

        """)
  }

  @Test func spans() throws {
    let content = table(
      [cell("aaaaa"), cell("bbbbb"), cell("ccccc")],
      [
        [cell("1"), cell("spans", columns: 2)], [cell("x", rows: 2), cell("y"), cell("z")],
        [cell("v"), cell("w")],
      ], columns: 3)
    #expect(
      try plain(content) == """
        +-------+-------+-------+
        | aaaaa | bbbbb | ccccc |
        |=======|=======|=======|
        | 1     | spans         |
        +-------+-------+-------+
        | x     | y     | z     |
        |       +-------+-------+
        |       | v     | w     |
        +-------+-------+-------+

        """)
  }

  /// Sphinx makes each row as high as the cell that spans them.
  @Test func cellsOverRowsGoOnInThem() throws {
    let tall = Entry(LineBlock(Line("1"), Line("2"), Line("3"), Line("4"))).with { $0.morerows = 1 }
    let content = table(nil, [[tall, cell("y")], [cell("z")]], columns: 2)
    #expect(
      try plain(content) == """
        +------+---+
        |    1 | y |
        |    2 +---+
        |    3 | z |
        |    4 |   |
        +------+---+

        """)
  }

  @Test func widthsGoByContentsAndTheWidestWord() throws {
    let content = table(
      [cell("key"), cell("meaning")],
      [[cell("fox"), cell(fox)], [cell("two words"), cell("short")]], columns: 2)
    #expect(
      try plain(content, width: 44) == """
        +-------+----------------------------------+
        | key   | meaning                          |
        |=======|==================================|
        | fox   | The quick brown fox jumps over   |
        |       | the lazy dog while the well-     |
        |       | known state-of-the-art machine,  |
        |       | a high-performance engine--and   |
        |       | not a slow one--runs on.         |
        +-------+----------------------------------+
        | two   | short                            |
        | words |                                  |
        +-------+----------------------------------+

        """)
  }

  @Test func noWidthMeansNoWrapping() throws {
    let content = table(nil, [[cell(fox), cell("x")]], columns: 2)
    #expect(
      try plain(content, width: 0).split(separator: "\n").dropFirst().first
        == "| \(fox)| x |")
  }

  @Test func tooNarrow() throws {
    let content = table(nil, [[cell("abcdef"), cell("b"), cell("ghijkl")]], columns: 3)
    #expect(
      try plain(content, width: 14) == """
        +---+---+----+
        | a | b | gh |
        | b |   | ij |
        | c |   | kl |
        | d |   |    |
        | e |   |    |
        | f |   |    |
        +---+---+----+

        """)
  }

  @Test func givenWidths() throws {
    let content = table(nil, [[cell(fox), cell(fox)]], columns: 2).with {
      $0.classes = ["colwidths-given"]
      let group = $0.children[0].asElement
      (group?.children[0] as? Colspec)?.colwidth = "30"
      (group?.children[1] as? Colspec)?.colwidth = "10"
    }
    let lines = try plain(content, width: 47).split(separator: "\n")
    #expect(lines.first == "+--------------------------------+------------+")
  }

  @Test func alignment() throws {
    let right = cell("r").with { $0.classes = ["text-right"] }
    let center = cell("c").with { $0.align = "center" }
    let content = table([cell("aaaaa"), cell("bbbbb")], [[right, center]], columns: 2)
    #expect(
      try plain(content) == """
        +-------+-------+
        | aaaaa | bbbbb |
        |=======|=======|
        |     r |   c   |
        +-------+-------+

        """)
  }

  /// Sphinx runs all text of a cell together.
  @Test func blocksInCells() throws {
    let list = Entry(Paragraph("a"), BulletList(item("b"), item("c", LiteralBlock("d  e"))))
    #expect(
      try plain(table(nil, [[list, Entry()]], columns: 2)) == """
        +-----------+---+
        | a         |   |
        |           |   |
        | * b       |   |
        |           |   |
        | * c       |   |
        |           |   |
        |      d  e |   |
        +-----------+---+

        """)
  }

  /// Sphinx does not write tables in tables.
  @Test func tablesInTables() throws {
    let inner = table(nil, [[cell("x"), cell("y")]], columns: 2)
    #expect(
      try plain(table(nil, [[Entry(inner), cell("z")]], columns: 2)) == """
        +-----------+---+
        | +---+---+ | z |
        | | x | y | |   |
        | +---+---+ |   |
        +-----------+---+

        """)
    var nested = Entry(Paragraph("x"))
    for _ in 0..<2000 { nested = Entry(table(nil, [[nested]], columns: 1)) }
    let output = try plain(table(nil, [[nested]], columns: 1))
    #expect(output.split(separator: "\n").count == 7)
  }

  @Test func captionsAndIndentation() throws {
    let content = table(nil, [[cell("a")]], columns: 1)
    try content.insert(Title("Cap"), at: 0)
    #expect(
      try plain(Paragraph("x"), BulletList(item(content))) == """
        x

        * Cap
          ^^^

          +---+
          | a |
          +---+

        """)
  }

  @Test func brokenTables() throws {
    #expect(try plain(Table(Tgroup(Tbody()))) == "")
    #expect(try plain(Tbody(Row(Entry(Paragraph("a")), Entry(Paragraph("b"))))) == "a\n\nb\n")
    let uneven = table(
      [cell("a")], [[cell("b"), cell("c", columns: 9999, rows: 9999)], []], columns: 1)
    let lines = try plain(uneven).split(separator: "\n")
    #expect(lines[1].hasPrefix("| a |"))
    #expect(lines[3].hasPrefix("| b | c "))
    let overlapping = table(
      nil, [[cell("a"), cell("b", rows: 2)], [cell("c", columns: 2), cell("d")]], columns: 3)
    #expect(
      try plain(overlapping) == """
        +---+---+---+
        | a | b |   |
        +---+   +---+
        | c |   | d |
        +---+---+---+

        """)
  }
}
