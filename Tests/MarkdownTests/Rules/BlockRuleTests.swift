import DocTree
import DocTreeMarkdown
import Testing

@Suite struct BlockRuleTests {
  @Test func `Targets, comments and breaks`() throws {
    let tree = try MystReading.tree(
      """
      line
      % one
      % two
      (A b)=
      (x (y)=

      +++ {"k": 1}
      """)
    #expect(
      tree == """
        <paragraph>
            line
        <comment xml:space="preserve">
            one
             two
        <target names="a\\ b">
        <target names="x\\ (y">
        <comment classes="block_break" xml:space="preserve">
            {"k": 1}
        """)
  }

  @Test func `Footnotes contain blocks`() throws {
    let tree = try MystReading.tree("[^n]: first\nlazy\n\n    - x\n\nout")
    #expect(
      tree == """
        <footnote auto="1" names="n">
            <paragraph>
                first
                lazy
            <bullet_list bullet="-">
                <list_item>
                    <paragraph>
                        x
        <paragraph>
            out
        """)
  }

  @Test func `Definition lists`() throws {
    let tree = try MystReading.tree(
      "a *b*\n: one\nlazy\n: two\n\n  three\n\nc\n\n: four", enabling: ["deflist"])
    #expect(
      tree.replacing(" \n", with: "\n") == """
        <definition_list classes="simple myst">
            <definition_list_item>
                <term>
                    a
                    <emphasis>
                        b
                <definition>
                    <paragraph>
                        one
                        lazy
                <definition>
                    <paragraph>
                        two
                    <paragraph>
                        three
            <definition_list_item>
                <term>
                    c
                <definition>
                    <paragraph>
                        four
        """)
    #expect(try !MystReading.tree("a\n: b").contains("definition"))
    // Spaces behind the first one belong to the content, lines of which are indented two columns.
    #expect(
      try MystReading.tree("a\n:     b\n:   c\n\n  d", enabling: ["deflist"]) == """
        <definition_list classes="simple myst">
            <definition_list_item>
                <term>
                    a
                <definition>
                    <literal_block language="none" xml:space="preserve">
                        b
                <definition>
                    <paragraph>
                        c
                    <paragraph>
                        d
        """)
  }

  @Test func `Fields end paragraphs, and a name ends at the next colon`() throws {
    let tree = try MystReading.tree("text\n:a\\:b: c", enabling: ["fieldlist"])
    #expect(
      tree == """
        <paragraph>
            text
        <field_list classes="myst field-list">
            <field>
                <field_name>
                    a\\
                <field_body>
                    <paragraph>
                        b: c
        """)
  }

  @Test func `Fields`() throws {
    let tree = try MystReading.tree(
      ":a b: text\n  more\n:c:\n  body", enabling: ["fieldlist"])
    #expect(
      tree == """
        <field_list classes="myst field-list">
            <field>
                <field_name>
                    a b
                <field_body>
                    <paragraph>
                        text
                        more
            <field>
                <field_name>
                    c
                <field_body>
                    <paragraph>
                        body
        """)
  }

  @Test func `Tables`() throws {
    let document = try MystReading.read("p\n| a | b \\| *c* |\n|:--|--:|\n| x\n> q")
    let emphasis = try #require(document.findAll(Emphasis.self).first { _ in true })
    #expect(emphasis.position.line == 2 && emphasis.position.column == 12)
    let entries = Array(document.findAll(Entry.self))
    #expect(
      entries.map(\.classes) == [["text-left"], ["text-right"], ["text-left"], ["text-right"]])
    #expect(entries.map { $0.astext() } == ["a", "b | c", "x", ""])
    #expect(document.children.map(\.kind.name) == ["paragraph", "table", "block_quote"])
    #expect(try MystReading.read("a\n---").children.first is Title)
    #expect(try MystReading.read("a | b\n--- | --- | ---").children.first is Paragraph)
  }

  @Test func `A table ends where too many cells are missing`() throws {
    func bars(_ text: String, _ count: Int) -> String {
      String(repeating: "|" + text, count: count) + "|\n"
    }
    func table(_ rows: String, columns: Int = 1001) throws -> [Int] {
      let document = try MystReading.read(bars("a", columns) + bars("-", columns) + rows)
      let lines = document.findAll(Paragraph.self) { $0.parent === document }
        .map { $0.astext().split(separator: "\n").count }
      return [document.findAll(Row.self).count - 1] + lines
    }
    // 65 rows that miss 1000 cells are fewer than 65,536.
    #expect(try table(String(repeating: "|b|\n", count: 70)) == [65, 5])
    // What is too much in one row makes up for what is missing in others.
    #expect(
      try table(bars("b", 2001) + String(repeating: "|b|\n", count: 70)) == [67, 4])
    #expect(try table("|b|\n", columns: 70_000) == [0, 1])
    #expect(try table(bars("b", 70_000), columns: 70_000) == [1])
  }

  @Test func `Formulas`() throws {
    let document = try MystReading.read(
      "$$ a $$ (l)\n\n- $$\n  b\n\n   c\n  $$\n\n$$ open\n\n\\begin{align*}\nx\n\\end{align*}",
      enabling: ["dollarmath", "amsmath"])
    let formulas = Array(document.findAll(MathBlock.self))
    #expect(formulas.map(\.text) == [" a ", "b\n\n c", "\\begin{align*}\nx\n\\end{align*}"])
    #expect(formulas.map { $0["label"]?.text } == ["l", nil, nil])
    #expect((document.children.first as? Target)?.ids == ["equation-l"])
    #expect(formulas.map(\.position.line) == [1, 3, 11])
  }

  @Test func `Attributes go to the block behind them`() throws {
    let tree = try MystReading.tree(
      "{.a #b}\n{.c k=\"v w\"}\n# H\n\n> {style=lower-roman}\n> 1. x\n\n{.x} text",
      enabling: ["attrs_block"])
    #expect(
      tree == """
        <title classes="a c" names="b">
            H
        <block_quote>
            <enumerated_list enumtype="lowerroman" prefix="" suffix=".">
                <list_item>
                    <paragraph>
                        x
        <paragraph>
            {.x} text
        """)
  }

  @Test func `Colon fences group blocks`() throws {
    let tree = try MystReading.tree("::: a b\n*x*\n:::", enabling: ["colon_fence"])
    #expect(
      tree == """
        <container classes="a" is_div="1">
            <paragraph>
                <emphasis>
                    x
        """)
  }

  @Test func `Front matter is handed over`() throws {
    let document = try MystReading.read("---\na: 1\n---\ntext")
    #expect(document.frontMatter?.text == "a: 1\n")
    #expect(document.children.map(\.position.line) == [2, 4])
    #expect(try MystReading.read("---\na: 1").frontMatter == nil)
  }

  @Test func `Rules of other modules work`() throws {
    let document = try MystReading.read(
      "> !!! x\n> y\nz\n\n?? *a*\n   b", with: [ShoutingExtension()])
    #expect(document.findAll(Strong.self).map { $0.astext() } == ["x y"])
    #expect(document.findAll(Sidebar.self).map { $0.astext() } == ["a\nb"])
  }

  @Test func `Depth costs no stack and little time`() throws {
    let count = 50_000
    for text in [
      String(repeating: ">", count: count) + "a\n" + String(repeating: "b\n", count: 1000),
      String(repeating: "- ", count: count) + "a\n" + String(repeating: "\n", count: count) + "x",
      String(repeating: "[^a]: ", count: 2000) + "a",
    ] {
      #expect(try !MystReading.read(text).children.isEmpty)
    }
  }
}

/// A line, and a container, as an extension outside the reader writes them.
private struct ShoutingExtension: Extension {
  let name = "shouting"
  func register(in registry: inout Registry) {
    registry.add(syntax: ShoutRule())
    registry.add(syntax: AsideRule())
  }
}

private struct ShoutRule: BlockRule {
  let name = "shout"
  let triggers: [Character] = ["!"]
  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], line.text.hasPrefix("!!! "), let next = lines[1] else { return nil }
    #expect(lines[2] == nil)
    lines.consumed = 2
    return .nodes([Paragraph(Strong("\(line[4..<line.bytes.count].text) \(next.text)"))])
  }
}

private struct AsideRule: BlockRule {
  let name = "aside"
  let triggers: [Character] = ["?"]
  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], line[1] == 0x3F else { return nil }
    return .container(
      BlockContainer(markerLength: 3, indent: 3) { children, _ in [Sidebar(children: children)] })
  }

  @Test func `Lines between dashes are no content of a directive without options`() throws {
    let tree = try MystReading.tree("```{again}\n---\na: 1\n---\ntext\n```")
    #expect(tree == "<paragraph>\n    text")
  }

  @Test func `A field's name ends at the next colon, and its body where lines are not indented`()
    throws
  {
    let tree = try MystReading.tree(
      "Options\n:http://a.b: c\n:x\\:\n  one\n\n   two\nout", enabling: ["fieldlist"])
    #expect(
      tree.replacing(" \n", with: "\n") == """
        <paragraph>
            Options
        <field_list classes="myst field-list">
            <field>
                <field_name>
                    http
                <field_body>
                    <paragraph>
                        //a.b: c
            <field>
                <field_name>
                    x\\
                <field_body>
                    <paragraph>
                        one
                    <paragraph>
                        two
                        out
        """)
  }

  @Test(.timeLimit(.minutes(1)))
  func `Of many attributes, the last with a name counts`() throws {
    let many = (0..<100_000).map { "k\($0)=v" }
    let lines = many.map { "{\($0)}\n" }.joined()
    for text in [
      "{start=2 \(many.joined(separator: " ")) start=3}\n1. a",
      "{start=2}\n\(lines){start=3}\n1. a",
    ] {
      let document = try MystReading.read(text, enabling: ["attrs_block"])
      #expect(document.findAll(EnumeratedList.self).map(\.start) == [3])
    }
    let inline = try MystReading.read(
      "![](a.png){w=1 \(many.joined(separator: " ")) w=2}", enabling: ["attrs_inline"])
    #expect(inline.findAll(Image.self).map(\.width) == ["2"])
  }

  @Test func `Underlined fields and terms are headings`() throws {
    for (text, syntax) in [(":a:\n---", "fieldlist"), ("a\n: b\n---", "deflist")] {
      let document = try MystReading.read(text, enabling: [syntax])
      #expect(document.findAll(Title.self).map { $0.astext() } == [String(text.dropLast(4))])
    }
    #expect(
      try MystReading.tree("[a]: b\n: c", enabling: ["deflist"]) == "<paragraph>\n    : c")
  }

  @Test func `Attributes come before tables, and end at the first brace that closes`() throws {
    #expect(
      try MystReading.tree("{#x}\n|--|\na", enabling: ["attrs_block"])
        == "<paragraph names=\"x\">\n    |--|\n    a")
    #expect(
      try MystReading.tree("{.a} {x}\nb", enabling: ["attrs_block"])
        == "<paragraph classes=\"a\">\n    b")
    #expect(
      try MystReading.tree("{.a}\n:b: c", enabling: ["attrs_block", "fieldlist"])
        .hasPrefix("<field_list classes=\"myst a field-list\">"))
  }

  @Test func `Attributes of blocks may have comments`() throws {
    #expect(
      try MystReading.tree(
        "{.a % x % .b}\na\n\n{.a % x } \nb\n\n{% x %}\nc\n\n{.a %x}{.b% }\nd",
        enabling: ["attrs_block"])
          == """
          <paragraph classes="a b">
              a
          <paragraph classes="a">
              b
          <paragraph>
              c
          <paragraph classes="a">
              d
          """)
  }

  @Test(arguments: ["% c", "+++ x", "(t)="])
  func `MyST's blocks end a table`(line: String) throws {
    let tree = try MystReading.tree("|a|\n|-|\n|b|\n\(line)")
    let last = tree.split(separator: "\n").last { !$0.hasPrefix(" ") } ?? ""
    #expect(last.hasPrefix(line == "(t)=" ? "<target" : "<comment"))
  }

  @Test func `Spaces in the label of a formula become hyphens`() throws {
    let tree = try MystReading.tree("$$\na\n$$ (e  q)", enabling: ["dollarmath"])
    #expect(tree.contains("label=\"e-q\""))
  }

  @Test func `A list ends a table, whatever its first number`() throws {
    #expect(try MystReading.tree("|a|\n|-|\n2. b").contains("\n<enumerated_list"))
  }

  @Test func `The first line of a table has a bar`() throws {
    #expect(try MystReading.tree("a\n|-|") == "<paragraph>\n    a\n    |-|")
  }

  @Test func `A field ends a table`() throws {
    let text = "|a|\n|-|\n:b: c"
    #expect(try MystReading.tree(text, enabling: ["fieldlist"]).contains("\n<field_list"))
    #expect(try !MystReading.tree(text).contains("\n<"))
  }

  @Test func `A definition with a colon in it is no field`() throws {
    let tree = try MystReading.tree("a\n: b\n: c: d", enabling: ["deflist", "fieldlist"])
    #expect(tree.split(separator: "\n").filter { $0.hasSuffix("<definition>") }.count == 2)
  }
}
