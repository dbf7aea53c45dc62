import DocTree
import DocTreeExtensions
import Testing

@Suite struct TextRolesTests {
  @Test(arguments: [
    ("abbr", "HTML (Hyper Text)", "<abbreviation explanation=\"Hyper Text\">\n    HTML"),
    ("abbr", "x", "<abbreviation>\n    x"),
    ("dfn", "a", "<emphasis classes=\"dfn\">\n    a"),
    ("program", "ls", "<literal_strong classes=\"program\">\n    ls"),
    ("regexp", "a", "<literal classes=\"regexp\">\n    a"),
    ("code", "x", "<literal classes=\"code\" language=\"\">\n    x"),
    ("t", "b", "<title_reference>\n    b"),
    ("math", "a^2", "<math>\n    a^2"),
    (
      "manpage", "ls(1)",
      "<manpage classes=\"manpage\" page=\"ls\" path=\"ls(1)\" section=\"1\" "
        + "xml:space=\"preserve\">\n    ls(1)"
    ),
    (
      "kbd", "Control+x",
      "<literal classes=\"kbd\">\n    Control\n+\n<literal classes=\"kbd\">\n    x"
    ),
    (
      "guilabel", "&Cancel && x",
      "<inline classes=\"guilabel\" rawtext=\":guilabel:`&Cancel && x`\">\n"
        + "    <inline classes=\"accelerator\">\n        C\n    ancel & x"
    ),
    (
      "samp", #"a{b}c\{d"#,
      "<literal classes=\"samp\" role=\"samp\">\n    a\n    <emphasis>\n        b\n    c{d"
    ),
    (
      "samp", "{a}{b",
      "<literal classes=\"samp\" role=\"samp\">\n    <emphasis>\n        a\n    {b"
    ),
    (
      "rfc", "2324#section-1",
      #"""
      <index entries="('single',\ 'RFC;\ RFC\ 2324\ Section\ 1',\ 'index-0',\ '',\ None)">
      <target ids="index-0">
      <reference classes="rfc" internal="0" refuri="https://datatracker.ietf.org/doc/html/rfc2324.html#section-1">
          <strong>
              RFC 2324 Section 1
      """#
    ),
    (
      "pep", "8#x",
      #"""
      <index entries="('single',\ 'Python\ Enhancement\ Proposals;\ PEP\ 8#x',\ 'index-0',\ '',\ None)">
      <target ids="index-0">
      <reference classes="pep" internal="0" refuri="https://peps.python.org/pep-0008/#x">
          <strong>
              PEP 8#x
      """#
    ),
    (
      "index", "!loop",
      #"""
      <index entries="('single',\ 'loop',\ 'index-0',\ 'main',\ None)">
      <target ids="index-0">
      loop
      """#
    ),
    (
      "index", "x <pair: a; b>",
      #"""
      <index entries="('pair',\ 'a;\ b',\ 'index-0',\ '',\ None)">
      <target ids="index-0">
      x
      """#
    ),
  ])
  func treesAreThoseOfSphinx(name: String, text: String, expected: String) throws {
    #expect(try StubContext([TextRoles()]).run(name, text) == expected)
  }

  @Test func numbersThatAreNoneAreRefused() throws {
    let context = try StubContext([TextRoles()])
    #expect(throws: MarkupError.self) { try context.run("rfc", "x") }
    #expect(throws: MarkupError.self) { try context.run("pep-reference", "10000") }
    #expect(throws: MarkupError.self) { try context.run("raw", "a") }
  }

  @Test func docutilsHasItsOwnRolesOnly() throws {
    let registry = try Registry(extensions: [StandardKinds(), TextRoles()])
    #expect(registry.role("emphasis", in: .docutils) != nil)
    #expect(registry.role("kbd", in: .docutils) == nil)
    #expect(registry.role("kbd", in: .sphinx) != nil)
    let context = try StubContext([TextRoles()])
    context.configuration[Dialect.key] = .docutils
    #expect(
      try context.run("rfc", "1")
        == "<reference refuri=\"https://tools.ietf.org/html/rfc1.html\">\n    RFC 1")
  }
}
