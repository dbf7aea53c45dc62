import DocTree
import DocTreeMarkdown
import DocTreeTesting
import Testing

@Suite struct SubstitutionTests {
  private static let values = """
    ---
    myst:
      enable_extensions: [substitution]
      substitutions:
        k: "**v**"
        foo-bar: x
        n: 3
        flag: true
        list: [a, 1, 'b c']
        map: {a: {b: c}, d: [e, f]}
        block: |
          1. one

             two
        note: |
          ```{note}
          Hi
          ```
        loop: "{{ loop }}"
    ---

    """

  private func read(_ text: String) throws -> Document {
    try MystReading.transformed(Self.values + text + "\n")
  }

  private func text(_ source: String) throws -> String {
    let document = try read("x \(source)")
    return document.diagnostics.first.map { "\($0.position.column): \($0.message)" }
      ?? String(document.astext().dropFirst(2))
  }

  @Test(arguments: [
    ("{{ k }}", "v"), ("{{foo-bar}}", "x"), ("{{ n }}", "3"), ("{{ flag }}", "True"),
    ("{{ map.a.b }}", "c"), ("{{ map['a'].b }}", "c"), ("{{ map.d[1] }}", "f"),
    ("{{ list|join('-') }}", "a-1-b c"), ("{{ list }}", "['a', 1, 'b c']"),
    ("{{ map.d | join }}", "ef"), ("{{ 'x y-z'|title }}", "X Y-Z"),
    ("{{ 'aB'|upper|lower|capitalize }}", "Ab"), ("{{ 'aaa'|replace('a', 'b', 2) }}", "bba"),
    ("{{ nothing|default('d') }}", "d"), ("{{ n|default('d') }}", "3"),
    ("{{ map.x | default(\"d\") | upper }}", "D"),
  ])
  func values(source: String, text expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test(arguments: [
    ("{{ nn }}", "6: Substitution error:UndefinedError: 'nn' is undefined; did you mean 'n'?"),
    ("{{ map.q }}", "6: Substitution error:UndefinedError: 'map.q' is undefined"),
    (
      "{{ n | uper }}",
      "10: Substitution error:TemplateAssertionError: No filter named 'uper'; there are: upper, "
        + "lower, title, capitalize, replace, join, default; did you mean 'upper'?"
    ),
    (
      "{{ n + 1 }}",
      "8: Substitution error:TemplateSyntaxError: '+' is not understood; "
        + "a substitution is a name and filters: {{ name | upper }}"
    ),
    (
      "{{ env.docname }}",
      "6: Substitution error:UndefinedError: 'env' is undefined; "
        + "there is no access to Sphinx's environment"
    ),
    (
      "{{ n|replace('a') }}",
      "8: Substitution error:TypeError: filter 'replace' takes 2 to 3 arguments, not 1"
    ),
    ("{{ 'a }}", "6: Substitution error:TemplateSyntaxError: this text has no closing quote"),
    ("{{ loop }}", "3: circular substitution reference: {'loop'}"),
  ])
  func mistakes(source: String, message: String) throws {
    #expect(try text(source) == message)
  }

  /// Each value is twice the one before: a few lines stand for more than there is room for.
  @Test func valuesThatDouble() throws {
    let values = (1...60).map { "    c\($0): \"{{ c\($0 - 1) }}{{ c\($0 - 1) }}\"\n" }.joined()
    let document = try MystReading.transformed(
      "---\nmyst:\n  enable_extensions: [substitution]\n  substitutions:\n    c0: x\n\(values)---\n"
        + "{{ c60 }} and {{ c1 }}\n")
    let messages = document.diagnostics.map(\.message)
    #expect(messages.count > 1 && messages.count < 100)
    #expect(
      messages.allSatisfy {
        $0 == "values of substitutions stand for more than 20000 others; this one is left out"
      })
    let count = document.astext().count { $0 == "x" }
    #expect(count > 9000 && count < 20_000)
  }

  /// A long value that is used often, or made longer.
  @Test(arguments: [
    String(repeating: "{{ a }} ", count: 40_000),
    "{{ a|replace('x', '\(String(repeating: "y", count: 40_000))') }}",
    "{{ a|join('\(String(repeating: "y", count: 40_000))') }}",
    String(repeating: "{{ a|replace('x', '') }} ", count: 40_000),
    "{{ a\(String(repeating: "|upper", count: 40_000)) }}",
    String(repeating: "{{ list }} ", count: 40_000),
  ])
  func valuesThatAreLong(source: String) throws {
    let value = String(repeating: "x", count: 40_000)
    let document = try MystReading.transformed(
      "---\nmyst:\n  enable_extensions: [substitution]\n  substitutions:\n    a: &a \(value)\n"
        + "    b: b\n    list: [\(String(repeating: "*a, ", count: 40_000))]\n---\n"
        + "{{ b }}\n\n\(source)\n")
    let messages = document.diagnostics.map(\.message)
    #expect(!messages.isEmpty)
    #expect(
      messages.allSatisfy {
        $0 == "substitutions make more than 1280000 bytes; this one is left out"
      })
    #expect(document.children.first?.astext() == "b")
    #expect(document.astext().utf8.count < 5_000_000)
  }

  @Test func shortValuesAreUsedOften() throws {
    let document = try read(String(repeating: "{{ n }} ", count: 30_000))
    #expect(document.diagnostics.isEmpty)
  }

  @Test func alternativesAloneInALineAreBlocks() throws {
    #expect(try read("{{ block }}").children.map(\.kind.name) == ["enumerated_list"])
    #expect(
      try read("{{ block }}\nb").children.map(\.kind.name) == ["enumerated_list", "paragraph"])
    // They do not end a paragraph.
    #expect(try read("a\n{{ block }}\nb").children.map(\.kind.name) == ["paragraph"])
    #expect(try read("{{ k }}{{ n }}").children.map(\.kind.name) == ["paragraph"])
    #expect(try read("> {{ note }}").findAll(Note.self).count == 1)
    // In text, only what begins with a directive is.
    #expect(try read("a {{ note }}").findAll(Note.self).count == 1)
    #expect(try read("a {{ block }}").findAll(EnumeratedList.self).isEmpty)
  }

  @Test func delimitersCanBeOthers() throws {
    var configuration = Configuration()
    configuration[MySTInline.extensions] = ["substitution"]
    configuration[MySTInline.substitutions] = ["a": "b"]
    configuration[MystSettings.substitutionDelimiters] = ["[", "]"]
    let document = try MystReading.transformed(
      "[[a]]\n\n x [[ a ]] {{ a }}\n", configuration)
    #expect(document.astext() == "b\n\nx b {{ a }}")
  }

  @Test func aBlockInManyLevelsEnds() throws {
    let document = try read("{{ loop }}")
    #expect(document.diagnostics.count == 1)
  }

  @Test func theirTextIsNotJoinedWithWhatIsAround() throws {
    var configuration = Configuration()
    configuration[MySTInline.extensions] = ["substitution", "smartquotes"]
    configuration[MySTInline.substitutions] = ["a": "b"]
    let document = try MystReading.transformed("x {{ a }} \\*y", configuration)
    #expect(document.findAll(Text.self).map(\.string) == ["x ", "b", " *y"])
  }
}
