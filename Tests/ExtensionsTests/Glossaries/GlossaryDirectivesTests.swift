import DocTree
import DocTreeExtensions
import DocTreeTesting
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct GlossaryDirectivesTests {
  @Test func terms() throws {
    let reader = try SmallReader(GlossaryDirectives())
    try reader.run(
      "glossary", "", #"{"sorted": ""}"#, "b term\n  def b\n\na x : K\nA2\n  def a\n\n    more\n")
    #expect(
      try reader.transformed(.local) == """
        <document>
            <glossary sorted="1">
                <definition_list classes="glossary">
                    <definition_list_item>
                        <term ids="term-a-x">
                            a x
                            <index entries="('single',\\ 'a\\ x',\\ 'term-a-x',\\ 'main',\\ 'K')">
                        <term ids="term-A2">
                            A2
                            <index entries="('single',\\ 'A2',\\ 'term-A2',\\ 'main',\\ None)">
                        <definition>
                            <paragraph>
                                def a
                            <paragraph>
                                  more
                    <definition_list_item>
                        <term ids="term-b-term">
                            b term
                            <index entries="('single',\\ 'b\\ term',\\ 'term-b-term',\\ 'main',\\ None)">
                        <definition>
                            <paragraph>
                                def b

        """)
    #expect(reader.messages == [])
  }

  @Test func mistakes() throws {
    let reader = try SmallReader(GlossaryDirectives())
    try reader.run("glossary", "", "{}", "  x\na\n\nb\n  c\nd\n  e")
    #expect(
      reader.messages == [
        "glossary seems to be misformatted, check indentation",
        "glossary term must be preceded by empty line",
        "glossary terms must not be separated by empty lines",
        "glossary term must be preceded by empty line",
      ])
    #expect(reader.document.diagnostics.map(\.position.line) == [1, 2, 4, 6])
  }

  @Test func indexEntries() throws {
    let reader = try SmallReader(GlossaryDirectives())
    #expect(
      try reader.run("index", "single: foo; bar", #"{"name": "ix"}"#) == """
        <index entries="('single',\\ 'foo;\\ bar',\\ 'ix',\\ '',\\ None)" inline="0">
        <target ids="ix" names="ix">

        """)
    #expect(
      try reader.run("index", "foo, ! bar") == """
        <index entries="('single',\\ 'foo',\\ 'index-0',\\ '',\\ None) ('single',\\ 'bar',\\ 'index-0',\\ 'main',\\ None)" inline="0">
        <target ids="index-0">

        """)
    #expect(
      try reader.run("index", "", "{}", "double: a; b\n!see: c; d").hasPrefix(
        "<index entries=\"('pair',\\ 'a;\\ b',\\ 'index-1',\\ '',\\ None) "
          + "('see',\\ 'c;\\ d',\\ 'index-1',\\ 'main',\\ None)\""))
    #expect(reader.messages == [])
  }

  @Test func grammar() throws {
    let reader = try SmallReader(GlossaryDirectives())
    try reader.run("productionlist", "grp", "{}", "aa: `b` \"x\" | c\n : d\nb: x")
    #expect(
      reader.document.astext() == "aa ::= b \"x\" | c\n\n\n       d\n\n\nb  ::= x\n")
    #expect(
      reader.document.findAll(LiteralStrong.self).flatMap(\.ids)
        == ["grammar-token-grp-aa", "grammar-token-grp-b"])
    #expect(reader.document.findAll(PendingXref.self).map(\.reftarget) == ["grp:b"])
  }

  @Test func argumentsAreRequired() throws {
    let page = try MystPage("```{index}\nsingle: a\n```\n\n```{productionlist}\na: b\n```\n")
    #expect(
      page.messages == [
        "<string>:1:1: error: Directive 'index': 1 argument(s) required, 0 supplied",
        "<string>:5:1: error: Directive 'productionlist': 1 argument(s) required, 0 supplied",
      ])
  }

  @Test func listsWithTheClass() {
    var configuration = Configuration()
    configuration[ConfigKey<[String]>("myst.enable_extensions", default: [], affects: .read)] = [
      "attrs_block", "deflist",
    ]
    expectTree(
      markdown: "{.glossary}\nterm *x*\n: a\n\nterm *x*\n: b",
      """
      <document source="<string>">
          <definition_list classes="simple myst glossary">
              <definition_list_item>
                  <term ids="term-term-x">
                      term \("")
                      <emphasis>
                          x
                      <index entries="('single',\\ 'term\\ x',\\ 'term-term-x',\\ 'main',\\ None)">
                  <definition>
                      <paragraph>
                          a
              <definition_list_item>
                  <term ids="term-0">
                      term \("")
                      <emphasis>
                          x
                      <index entries="('single',\\ 'term\\ x',\\ 'term-0',\\ 'main',\\ None)">
                  <definition>
                      <paragraph>
                          b
      """, configuration: configuration)
  }
}
