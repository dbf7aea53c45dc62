import DocTree
import Testing

@testable import DocTreeMarkdown

/// One piece of syntax after the other, with the trees that myst-parser makes.
@Suite struct ConstructTests {
  private func check(
    _ text: String, _ extensions: String..., expect expected: String,
    change: (inout Configuration) -> Void = { _ in },
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let context = try InlineTestContext(extensions, change: change)
    let actual = try context.read(text)
    #expect(actual == "<paragraph>\n" + expected, sourceLocation: sourceLocation)
  }

  @Test("Formulas")
  func math() throws {
    // A dollar sign that begins nothing leaves the next one to begin something.
    try check(
      "$a$ 1$b$2 $ c $ $$d$$ $x\ny$ \\$e$ $\\$$", "dollarmath",
      expect: """
            <math>
                a
             1
            <math>
                b
            2
            <math>
                 c
             $
            <math>
                d
            <math>
            x
            y
            <math>
                 \\$e
            <math>
                \\$
        """)
  }

  @Test("Formulas are text where they are not switched on")
  func noMath() throws {
    try check("a $b *c*$", expect: "    a $b\n    <emphasis>\n        c\n    $")
  }

  @Test("Displayed formulas in text, and the rules for spaces and digits")
  func mathOptions() throws {
    try check(
      "$a$ $$d$$ $ e $", "dollarmath",
      expect: """
            <math>
                a
            <math_block nowrap="0" number="True" xml:space="preserve">
                d
             $ e $
        """
    ) {
      $0[MySTInline.doubleMath] = true
      $0[MySTInline.mathAllowsSpace] = false
    }
    try check("1$a$ $b$2", "dollarmath", expect: "    1$a\n    <math>\n    b$2") {
      $0[MySTInline.mathAllowsDigits] = false
    }
  }

  @Test("Footnote references end links around them, and are links before an address")
  func footnotes() throws {
    try check(
      "[a [^x] b](http://u) [^x](http://u) ![^x](u) [^1] [^a b]",
      expect: """
            [a
            <footnote_reference auto="1" refname="x">
             b](http://u)
            <reference refuri="http://u">
                ^x
            <image alt="^x" uri="u">
            <footnote_reference refname="1">
                1
             [^a b]
        """)
  }

  @Test("Attributes of links, code, images and pieces of text")
  func attributes() throws {
    try check(
      "[a](http://u){#id .c}`x`{.y l=python}![i *e*](s){w=10px .k}[s *p*]{.z #q}[a [l](http://x) b]{.n}",
      "attrs_inline",
      expect: """
            <reference classes="c" ids="id" names="id" refuri="http://u">
                a
            <literal classes="y code" language="python">
                x
            <image alt="i e" classes="k" uri="s" width="10px">
            <inline classes="z" ids="q" names="q">
                s
                <emphasis>
                    p
            <inline classes="n">
                a
                <reference refuri="http://x">
                    l
                 b
        """)
  }

  @Test("What looks like attributes and is none stays text")
  func noAttributes() throws {
    try check(
      "[a]{.b *c*{.d} e{.f}", "attrs_inline",
      expect: "    [a]{.b\n    <emphasis>\n        c\n    {.d} e{.f}")
    try check("`a`{.b}", expect: "    <literal>\n        a\n    {.b}")
  }

  @Test("Strikethrough nests with emphasis")
  func strikethrough() throws {
    let message = """
          <system_message level="2" line="1" source="<string>" type="WARNING">
              <paragraph>
                  Strikethrough is currently only supported in HTML output [myst.strikethrough]
          <raw format="html" xml:space="preserve">
              <s>

      """
    try check(
      "a ~~b *c*~~ ~d~ *~~e*~~", "strikethrough",
      expect: "    a\n" + message + """
            b
            <emphasis>
                c
            <raw format="html" xml:space="preserve">
                </s>
             ~d~
            <emphasis>
                ~~e
            ~~
        """)
  }

  @Test("Substitutions")
  func substitutions() throws {
    let context = try InlineTestContext(["substitution"]) {
      $0[MySTInline.substitutions] = ["b": "*x*", "loop": "{{ loop }}"]
    }
    #expect(
      try context.read("a {{ b }} {{u}} {{ loop }}")
        == """
        <paragraph>
            a
            <emphasis>
                x
            <system_message level="2" line="1" source="<string>" type="WARNING">
                <paragraph>
                    Substitution error:UndefinedError: 'u' is undefined [myst.substitution]
            <system_message level="2" line="2" source="<string>" type="WARNING">
                <paragraph>
                    circular substitution reference: {'loop'} [myst.substitution]
        """)
  }

  @Test("Section references")
  func sections() throws {
    try check(
      "§1.02. §1a \\§2 \\\\§3", "section_ref",
      expect: """
            <inline classes="section-ref" section_numbers="1 2">
                §1.02
            . §1a \\§2 \\
            <inline classes="section-ref" section_numbers="3">
                §3
        """)
  }

  @Test("Quotes and signs, but not those that were escaped")
  func typography() throws {
    try check(
      #""a" it's (c) ... --- -- \"x\" &quot;y&quot; "*b*" ?.... a--b {abbr}`"z"` `"q"`"#,
      "smartquotes", "replacements",
      expect: """
            “a” it’s © … — – "x" "y" “
            <emphasis>
                b
            ” ?.. a–b
            <abbreviation>
                "z"
            <literal>
                "q"
        """)
  }

  @Test("Addresses without markup, as GitHub finds them")
  func gfmAutolinks() throws {
    try check(
      "www.foo.com https://a.b/c. foo@bar.com (http://x.y) [http://q.r](http://u) xwww.a.b",
      "gfm_autolink",
      expect: """
            <reference refuri="http://www.foo.com">
                www.foo.com
            <reference refuri="https://a.b/c">
                https://a.b/c
            .
            <reference refuri="mailto:foo@bar.com">
                foo@bar.com
             (
            <reference refuri="http://x.y">
                http://x.y
            )
            <reference refuri="http://u">
                http://q.r
             xwww.a.b
        """)
  }

  @Test("Addresses without markup, as linkify-it finds them")
  func linkify() throws {
    try check(
      "see example.com/a(b), file.swift, x@y.org. *www.z.net* http\\://n.o 1.2.3", "linkify",
      expect: """
            see
            <reference refuri="http://example.com/a(b)">
                example.com/a(b)
            , file.swift,
            <reference refuri="mailto:x@y.org">
                x@y.org
            .
            <emphasis>
                <reference refuri="http://www.z.net">
                    www.z.net
             http://n.o 1.2.3
        """)
  }

  @Test("Alternative texts hold the text of what stands in them")
  func alternativeText() throws {
    try check(
      "![i $a$ {abbr}`r` *e* `c` [l](u)](s 'T $x$')", "dollarmath",
      expect: "    <image alt=\"i a r e c l\" title=\"T $x$\" uri=\"s\">")
  }

  @Test("Unknown roles keep their text in Sphinx's dialect")
  func unknownRole() throws {
    let context = try InlineTestContext(dialect: .sphinx)
    #expect(
      try context.read("a {abbbr}`*b*` {refuse}`c`") == """
        <paragraph>
            a
            <system_message level="2" line="1" source="<string>" type="WARNING">
                <paragraph>
                    Unknown interpreted text role "abbbr". Did you mean "abbr"? [myst.role_unknown]
            <problematic>
                {abbbr}`*b*`
            <problematic ids="problematic-1" refid="system-message-1">
                {refuse}`c`
            <system_message backrefs="problematic-1" ids="system-message-1" level="3" line="1" source="<string>" type="ERROR">
                <paragraph>
                    'c' is nothing
        """)
    #expect(context.document.diagnostics.map(\.position.column) == [3, 16])
  }
}
