import DocTree
import DocTreeExtensions
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct BlockDirectivesTests {
  private static let naming = #"{"class": "x", "name": "n"}"#

  @Test func boxes() throws {
    let reader = try SmallReader(BlockDirectives())
    #expect(
      try reader.run("rubric", "A", #"{"headingLevel": "2", "name": "rub"}"#)
        == "<rubric heading-level=\"2\" ids=\"rub\" names=\"rub\">\n    A\n")
    #expect(
      try reader.run("topic", "A", Self.naming, "foo") == """
        <topic classes="x" ids="n" names="n">
            <title>
                A
            <paragraph>
                foo

        """)
    #expect(
      try reader.run("sidebar", "A", #"{"subtitle": "sub"}"#, "foo") == """
        <sidebar>
            <title>
                A
            <subtitle>
                sub
            <paragraph>
                foo

        """)
    #expect(
      try reader.run("container", "foo Bar_baz", "{}", "a")
        == "<container classes=\"foo bar-baz\">\n    <paragraph>\n        a\n")
    #expect(
      try reader.run("compound", "", "{}", "a") == "<compound>\n    <paragraph>\n        a\n")
    #expect(try reader.run("centered", "a") == "<centered>\n    a\n")
    try reader.run("sidebar", "", #"{"subtitle": "sub"}"#, "foo")
    #expect(reader.messages == ["\"sidebar\" has the option \"subtitle\" and no title"])
  }

  @Test(arguments: ["epigraph", "highlights", "pull-quote"])
  func quotations(name: String) throws {
    let reader = try SmallReader(BlockDirectives())
    #expect(
      try reader.run(name, "", "{}", "a\n-- b\n\n-- me\n   too\n\nc") == """
        <block_quote classes="\(name)">
            <paragraph>
                a
                -- b
            <attribution>
                me
                too

        """)
  }

  @Test func columns() throws {
    let reader = try SmallReader(BlockDirectives())
    try reader.run("hlist", "", #"{"columns": 3}"#, "- a\n- b\n- c\n- d")
    let columns = reader.document.findAll(Hlistcol.self)
    #expect(
      columns.map { $0.findAll(ListItem.self).map { $0.astext() } } == [
        ["a", "b"], ["c"], ["d"],
      ])
    try reader.run("hlist", "", "{}", "a")
    try reader.run("acks", "", "{}", "a")
    #expect(
      reader.messages == [
        "\"hlist\" takes exactly one list as its content",
        "\"acks\" takes exactly one list as its content",
      ])
  }

  @Test func classes() throws {
    let reader = try SmallReader(BlockDirectives())
    try reader.run("class", "One two", "{}", "a\n\n- b")
    try reader.run("class", "three")
    try reader.document.append(Comment(text: "c"), Paragraph("d"))
    #expect(
      try reader.transformed(.local) == """
        <document>
            <paragraph classes="one two">
                a
            <bullet_list classes="one two">
                <list_item>
                    <paragraph>
                        b
            <comment xml:space="preserve">
                c
            <paragraph classes="three">
                d

        """)
  }

  /// Gone through for each of them, a row of as many would take minutes.
  @Test func rowsOfClassesAndOfIndexEntries() throws {
    let classes = String(repeating: "```{rst-class} c\n```\n", count: 8000)
    let entries = (0..<8000).map { "(a\($0))=\n```{index} x\n```\n" }.joined()
    let page = try MystPage("# T\n\n\(classes)\nx\n\n\(entries)\n## H\n", phase: .local)
    #expect(page.document.findAll(Paragraph.self).first?.classes.count == 8000)
    #expect(page.document.findAll(Section.self).last?.ids.count ?? 0 > 8000)
  }

  @Test(arguments: [
    ("> ```{sidebar} T\n> x\n> ```", "1:3"), ("- ```{topic} T\n  x\n  ```", "1:3"),
    ("````{note}\n```{topic} T\nx\n```\n````", "2:1"),
  ])
  func topicsAndSidebarsStandInSectionsOnly(text: String, place: String) throws {
    let page = try MystPage(text)
    #expect(page.document.findAll([Topic.self, Sidebar.self]).isEmpty)
    #expect(page.messages.count == 1)
    #expect(page.messages.first?.hasPrefix("<string>:\(place): error: ") == true)
  }

  @Test func topicsMayStandInSidebars() throws {
    let page = try MystPage("````{sidebar} S\n```{topic} T\nx\n```\n````")
    #expect(page.messages.isEmpty)
  }
}
