import DocTree
import DocTreeExtensions
import Testing

/// What Sphinx 9.0 makes of the same, but for the wording of messages.
@Suite struct TableDirectivesTests {
  private func rows(_ rows: [[String]]) -> [Node] {
    [
      BulletList(
        children: rows.map { cells in
          ListItem(BulletList(children: cells.map { ListItem(Paragraph($0)) }))
        })
    ]
  }

  @Test func listTable() throws {
    let reader = try SmallReader(TableDirectives())
    #expect(
      try reader.run(
        "list-table", "Cap",
        """
        {"headerRows": 1, "stubColumns": 1, "widths": "1 2", "align": "left", "width": "50%",
         "class": "k", "name": "n1"}
        """, nodes: rows([["a", "b"], ["c", "d"]])) == """
          <table align="left" classes="colwidths-given k" ids="n1" names="n1" width="50%">
              <title>
                  Cap
              <tgroup cols="2">
                  <colspec colwidth="1" stub="1">
                  <colspec colwidth="2">
                  <thead>
                      <row>
                          <entry>
                              <paragraph>
                                  a
                          <entry>
                              <paragraph>
                                  b
                  <tbody>
                      <row>
                          <entry>
                              <paragraph>
                                  c
                          <entry>
                              <paragraph>
                                  d

          """)
  }

  @Test(
    arguments: [
      (
        [["a"], ["b", "c"]], "{}", "needs as many items in each row: row 2 has 2, and row 1 has 1"
      ),
      ([["a"]], #"{"headerRows": 1}"#, "has 1 rows, all of them header rows"),
      ([["a"]], #"{"stubColumns": 1}"#, "has only 1 columns; the table needs others as well"),
      ([["a"]], #"{"widths": "1, 2"}"#, "has 1 columns, and 2 widths were given"),
    ])
  func problems(cells: [[String]], options: String, message: String) throws {
    let reader = try SmallReader(TableDirectives())
    #expect(try reader.run("list-table", "", options, nodes: rows(cells)) == "")
    #expect(reader.messages.count == 1)
    #expect(reader.messages.first?.contains(message) == true)
  }

  @Test func csvTable() throws {
    let reader = try SmallReader(TableDirectives())
    #expect(
      try reader.run(
        "csv-table", "", #"{"header": "a; \"b; c\"", "delim": ";"}"#,
        "\"x \"\"q\"\"\"; 2\n\n3;") == """
          <table>
              <tgroup cols="2">
                  <colspec colwidth="50">
                  <colspec colwidth="50">
                  <thead>
                      <row>
                          <entry>
                              <paragraph>
                                  a
                          <entry>
                              <paragraph>
                                  b; c
                  <tbody>
                      <row>
                          <entry>
                              <paragraph>
                                  x "q"
                          <entry>
                              <paragraph>
                                  2
                      <row>
                          <entry>
                          <entry>
                      <row>
                          <entry>
                              <paragraph>
                                  3
                          <entry>

          """)
  }

  @Test(arguments: [
    ("\"a", "a cell in \" is not closed"),
    ("\"a\"b", "',' expected after '\"', but there is 'b'"),
  ])
  func csvProblems(text: String, message: String) throws {
    let reader = try SmallReader(TableDirectives())
    #expect(try reader.run("csv-table", "", "{}", text) == "")
    #expect(reader.messages == [message])
  }

  @Test func csvFromAFile() throws {
    let reader = try SmallReader(TableDirectives())
    reader.files["a.csv"] = "x,'a, b',c\\,d\r\n"
    try reader.run("csv-table", "", #"{"file": "a.csv", "quote": "'", "escape": "\\"}"#)
    #expect(
      reader.document.findAll(Paragraph.self).map { $0.astext() } == ["x", "a, b", "c,d"])
    #expect(reader.document.findAll(Paragraph.self).map(\.position.column) == [1, 4, 10])
  }

  @Test func titleForATable() throws {
    let reader = try SmallReader(TableDirectives())
    let table = Table(
      Tgroup(Colspec(), Tbody(Row(Entry(Paragraph("a"))))).with { $0.cols = 1 })
    #expect(
      try reader.run("table", "Cap", #"{"widths": "10", "align": "center"}"#, nodes: [table]) == """
        <table align="center" classes="colwidths-given">
            <title>
                Cap
            <tgroup cols="1">
                <colspec colwidth="10">
                <tbody>
                    <row>
                        <entry>
                            <paragraph>
                                a

        """)
    #expect(
      try reader.run("tabularcolumns", "|l|") == "<tabular_col_spec spec=\"|l|\">\n")
  }
}
