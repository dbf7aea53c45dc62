import DocTree
import Testing

@testable import DocTreeMarkdown

@Suite struct InlineBatchTests {
  /// Lines that begin a block of another kind where they are not part of a paragraph.
  private static let lines = [
    "===", "---", "- e", "-", "+ a", "* b", "*", "***", "* * *", "___", "_ _ _", "# x", "#",
    "###### y", "> q", ">", "```", "~~~", "``` info", "1. one", "1) one", "9. nine", "<div>",
    "</p>", "<!-- c -->", "<?php ?>", "<!A b>", "<script>", "<a href=\"x\">", "[a]: /u", "    code",
    "\tcode", "| a |", "a | b", "=", "-\t", "1.", "", "<![CDATA[x]]>", "\\", "`", "$$", "%", ":::",
  ]

  @Test("No line of a text that is inline begins a block")
  func lineStarts() throws {
    for line in Self.lines {
      for text in [line, "a\n\(line)", "\(line)\nb", "a\n\(line)\n\(line)\nb"] {
        let context = try InlineTestContext()
        let nodes = try context.parseInline(text, at: SourcePosition(file: .string, line: 1))
        let plain = nodes.map {
          $0.asText?.string ?? ($0 as? Raw)?.text ?? ($0 as? Literal)?.astext() ?? "?"
        }
        .joined()
        let expected = text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: "\n")
        let trimmed = String(expected.reversed().drop { $0.isWhitespace }.reversed())
        // A backslash at the end of a line is a break; a pair of backticks is code.
        if line != "\\", !line.contains("`") {
          #expect(
            plain.replacing("\t", with: "")
              == trimmed.replacing("\t", with: "").drop { $0.isWhitespace },
            "\(text.debugDescription)")
        }
      }
    }
  }

  @Test("Lines that begin blocks stay as they are in code, formulas, tags and titles")
  func verbatimLines() throws {
    for line in ["- e", "# x", "> q", "===", "***", "1. one", "<div>", "~~~"] {
      let context = try InlineTestContext(["dollarmath"]) { $0[MySTInline.allLinksExternal] = true }
      let text = "a `b\n\(line)` $c\n\(line)$ <i x=\"\n\(line)\"> [t](u 'v\n\(line)') *z*"
      let nodes = try context.parseInline(text, at: .unknown)
      #expect(nodes.count == 10, "\(line)")
      #expect(nodes[1].asElement?.astext() == "b \(line)")
      #expect((nodes[3] as? Math)?.text == "c\n\(line)")
      #expect((nodes[5] as? Raw)?.text == "<i x=\"\n\(line)\">")
      #expect((nodes[7] as? Reference)?.title == "v\n\(line)")
    }
  }

  @Test("Definitions hold for the whole document, and leave no paragraph")
  func definitions() throws {
    let context = try InlineTestContext { $0[MySTInline.allLinksExternal] = true }
    #expect(
      try context.read("[a] [t][b c]\n\n[a]: /u\n[A]: /v\n\n[b\nc]: <w> 'x\ny'\nrest [a]") == """
        <paragraph>
            <reference refuri="/u">
                a
            <reference reftitle="x
        y" refuri="w">
                t
        <paragraph>
            rest
            <reference refuri="/u">
                a
        """)
    #expect(
      context.document.diagnostics.map(\.description) == [
        "<string>:4:1: warning: Duplicate reference definition: A [myst.duplicate_def]"
      ])
    let later = try context.parseInline("*[B\u{A0}C]* [b  C]", at: .unknown)
    #expect(later.contains { ($0 as? Reference)?.refuri == "w" })
  }

  @Test("Carriers go beside backticks, escapes and each other")
  func neighbors() throws {
    let context = try InlineTestContext(["dollarmath"])
    #expect(
      try context.read("`a`$b$`c`$d$$e$``$f$\\`$g$` `` $h$") == """
        <paragraph>
            <literal>
                a
            <math>
                b
            <literal>
                c
            <math>
                d
            <math>
                e
            <literal>
                $f$\\`$g$`
            <math>
                h
        """)
  }

  @Test(
    "Hostile texts take time in proportion to their length",
    arguments: [
      "$", "$a ", "{", "{a}`", "[^", "[^a b ", "~~", "~~a ", "[![](", "![[]()", "{![[]()", "{{ ",
      "[a]{.x", "`a`{.b}", "\\$", "[a](b \"", "](a\n", "<!-- {", "a\\\n", "\"a ", "\"'a ", "(c)...",
      "www.a_b._c ", "http://a(", "a@", "x.y ", "§1.",
    ])
  func hostile(_ piece: String) throws {
    let context = try InlineTestContext([
      "dollarmath", "attrs_inline", "strikethrough", "substitution", "section_ref", "smartquotes",
      "replacements", "gfm_autolink", "linkify",
    ])
    let dump = try context.read("p " + String(repeating: piece, count: 3000))
    #expect(dump.hasPrefix("<paragraph>"))
  }
}
