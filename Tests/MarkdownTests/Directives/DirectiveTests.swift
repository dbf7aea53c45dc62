import DocTree
import Testing

@testable import DocTreeMarkdown

@Suite struct DirectiveTests {
  @Test func `Contents are parsed, inner directives first`() throws {
    let tree = try MystReading.tree(
      """
      ````{note}
      :class: a b

      Text *x*

      ```{Admonition} A [b]
      inner
      ```
      ````

      [b]: https://a.b
      """)
    #expect(
      tree.replacing(" \n", with: "\n") == """
        <note classes="a b">
            <paragraph>
                Text
                <emphasis>
                    x
            <admonition>
                <title>
                    A
                    <reference refuri="https://a.b">
                        b
                <paragraph>
                    inner
        """)
  }

  @Test func `Options are decoded`() throws {
    let tree = try MystReading.tree(
      """
      ```{code} swift
      ---
      linenos:
      lineno-start: 3
      style: fancy
      required: "q"
      ---
      let a
        let b
      ```
      """)
    #expect(
      tree == """
        <literal_block classes="true 3 fancy q" language="swift" xml:space="preserve">
            let a
              let b
        """)
  }

  @Test func `What is wrong is reported where it stands`() throws {
    let document = try MystReading.read(
      """
      - ```{code}
        :lineno-start: x
        :required: r
        :odd: 1
        a
        ```

      ```{code}
      ```

      ```{nota}
      ```

      ```{admonition}
      ```

      ```{refuse}
      ```
      """)
    #expect(
      document.diagnostics.filter { $0.severity > .info }.map(\.description) == [
        "<string>:11:1: warning: Unknown directive type: 'nota'; did you mean 'note'? "
          + "[myst.directive_unknown]",
        "<string>:14:1: error: Directive 'admonition': 1 argument(s) required, 0 supplied",
        "<string>:4:4: warning: 'code': Unknown option key: 'odd' (allowed: "
          + "['lineno-start', 'linenos', 'required', 'style']) [myst.directive_option]",
        "<string>:2:18: warning: 'code': Invalid option value for 'lineno-start': x: "
          + "allowed: a whole number [myst.directive_option]",
        "<string>:8:1: error: Directive 'code': option 'required' required [myst.directive_option]",
        "<string>:17:1: error: no",
      ])
  }

  @Test func `Positions hold in bodies, also in those parsed later`() throws {
    let document = try MystReading.read(
      """
      > ```{note}
      > first
      >
      > - *x*
      > ```

      ```{again}
      one

      *two*
      ```
      """)
    let places = document.findAll(Emphasis.self).map { "\($0.position.line):\($0.position.column)" }
    #expect(Array(places) == ["4:5", "10:1"])
  }

  @Test func `An unknown directive keeps its text`() throws {
    let document = try MystReading.read("```{xyz} a\n*b*\n```")
    #expect(document.findAll(LiteralBlock.self).map { $0.astext() } == ["*b*\n"])
  }

  @Test func `Nesting has a limit`() throws {
    var text = ""
    for level in 0..<150 { text += String(repeating: ":", count: 200 - level) + "{note}\n" }
    let document = try MystReading.read(text + "x", enabling: ["colon_fence"])
    #expect(Array(document.findAll(Note.self)).count == 101)
    #expect(
      document.diagnostics.map(\.message) == ["blocks are nested more than 100 levels deep"])
  }

  @Test func `Many directives beside each other are no matter`() throws {
    let document = try MystReading.read(String(repeating: "```{note}\na\n```\n", count: 20_000))
    #expect(document.children.count == 20_000)
  }
}
