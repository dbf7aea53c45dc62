import DocTree
import DocTreeExtensions
import Testing

@Suite struct DescriptionTests {
  static let extensions: [any Extension] = [
    ObjectDescriptions(), PythonDomain(), CDomain(), CppDomain(), JavaScriptDomain(),
  ]

  /// A directive and the tree that Sphinx makes of it.
  struct Case: Sendable {
    let name: String
    let argument: String
    var options: [String: String] = [:]
    let expected: String
  }

  @Test(arguments: cases) func treesAreThoseOfSphinx(_ item: Case) throws {
    let context = try StubContext(Self.extensions)
    let nodes = try context.make(item.name, item.argument, options: item.options)
    let dump = try context.dump(nodes).split(separator: "\n").map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }.filter { !$0.isEmpty }.joined(separator: "\n")
    #expect(dump == item.expected)
  }

  static let cases: [Case] =
    pythonCases + pythonTypeCases + pythonNameCases + cValueCases + cCases + cppFunctionCases
    + cppTypeCases + javaScriptCases + [
      Case(
        name: "option", argument: "-f <file>, --file=<file>",
        expected: #"""
          <index entries="('pair',\ 'command\ line\ option;\ -f',\ 'cmdoption-f',\ '',\ None) ('pair',\ 'command\ line\ option;\ --file',\ 'cmdoption-f',\ '',\ None)">
          <desc classes="std option" desctype="option" domain="std" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="option">
              <desc_signature _toc_name="" _toc_parts="()" allnames="-f --file" classes="sig sig-object" ids="cmdoption-f cmdoption-file">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      -f
                  <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                       <file>
                  <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                      ,
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      --file
                  <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                      =<file>
              <desc_content>
          """#),
      Case(
        name: "cmdoption", argument: "a",
        expected: #"""
          <index entries="('pair',\ 'command\ line\ option;\ a',\ 'cmdoption-arg-a',\ '',\ None)">
          <desc classes="std cmdoption" desctype="cmdoption" domain="std" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="cmdoption">
              <desc_signature _toc_name="" _toc_parts="()" allnames="a" classes="sig sig-object" ids="cmdoption-arg-a">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      a
                  <desc_addname classes="sig-prename descclassname" xml:space="preserve">
              <desc_content>
          """#),
      Case(
        name: "envvar", argument: "PATH",
        expected: #"""
          <index entries="('single',\ 'environment\ variable;\ PATH',\ 'envvar-PATH',\ '',\ None)">
          <desc classes="std envvar" desctype="envvar" domain="std" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="envvar">
              <desc_signature _toc_name="" _toc_parts="()" classes="sig sig-object" ids="envvar-PATH">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      PATH
              <desc_content>
          """#),
      Case(
        name: "confval", argument: "my_conf",
        options: ["type": "int", "default": "3"],
        expected: #"""
          <index entries="('pair',\ 'my_conf;\ configuration\ value',\ 'confval-my_conf',\ '',\ None)">
          <desc classes="std confval" desctype="confval" domain="std" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="confval">
              <desc_signature _toc_name="my_conf" _toc_parts="('my_conf',)" classes="sig sig-object" fullname="my_conf" ids="confval-my_conf">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      my_conf
              <desc_content>
                  <field_list>
                      <field>
                          <field_name>
                              Type
                          <field_body>
                              int
                      <field>
                          <field_name>
                              Default
                          <field_body>
                              3
          """#),
      Case(
        name: "rst:directive", argument: "note",
        expected: #"""
          <index entries="('single',\ 'note\ (directive)',\ 'directive-note',\ '',\ None)">
          <desc classes="rst directive" desctype="directive" domain="rst" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="directive">
              <desc_signature _toc_name=".. note::" _toc_parts="('note',)" classes="sig sig-object" fullname="note" ids="directive-note">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      .. note::
              <desc_content>
          """#),
      Case(
        name: "rst:directive", argument: ".. foo:: bar",
        expected: #"""
          <index entries="('single',\ 'foo\ (directive)',\ 'directive-foo',\ '',\ None)">
          <desc classes="rst directive" desctype="directive" domain="rst" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="directive">
              <desc_signature _toc_name=".. foo::" _toc_parts="('foo',)" classes="sig sig-object" fullname="foo" ids="directive-foo">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      .. foo::
                  <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                       bar
              <desc_content>
          """#),
      Case(
        name: "rst:role", argument: "ref",
        expected: #"""
          <index entries="('single',\ 'ref\ (role)',\ 'role-ref',\ '',\ None)">
          <desc classes="rst role" desctype="role" domain="rst" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="role">
              <desc_signature _toc_name=":ref:" _toc_parts="('ref',)" classes="sig sig-object" fullname="ref" ids="role-ref">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      :ref:
              <desc_content>
          """#),
      Case(
        name: "rst:directive:option", argument: "class: text",
        options: ["type": "x"],
        expected: #"""
          <index entries="('single',\ ':class:\ (directive\ option)',\ 'directive-option-class',\ '',\ 'C')">
          <desc classes="rst directive:option" desctype="directive:option" domain="rst" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="directive:option">
              <desc_signature _toc_name=":class:" _toc_parts="('class',)" classes="sig sig-object" fullname="class" ids="directive-option-class">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      :class:
                  <desc_annotation xml:space="preserve">
                       text
                  <desc_annotation xml:space="preserve">
                       (x)
              <desc_content>
          """#),
      Case(
        name: "describe", argument: "foo bar",
        expected: #"""
          <index entries="">
          <desc classes="describe" desctype="describe" domain="" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="describe">
              <desc_signature _toc_name="" _toc_parts="()" classes="sig sig-object">
                  <desc_name classes="sig-name descname" xml:space="preserve">
                      foo bar
              <desc_content>
          """#),
    ]
}
