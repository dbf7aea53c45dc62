import DocTree
import DocTreeExtensions
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct CodeDirectivesTests {
  @Test func captionAndLines() throws {
    let reader = try SmallReader(CodeDirectives())
    #expect(
      try reader.run(
        "code-block", "python",
        """
        {"caption": "My cap", "name": "foo", "linenos": "", "linenoStart": 3,
         "emphasizeLines": "1,3-4", "class": "a b", "dedent": "2"}
        """, "  a\n  b") == """
          <container classes="literal-block-wrapper" ids="foo" literal_block="1" names="foo">
              <caption>
                  My cap
              <literal_block classes="a b" force="0" highlight_args="{'hl_lines': [1], 'linenostart': 3}" language="python" linenos="1" xml:space="preserve">
                  a
                  b

          """)
    #expect(reader.messages == ["line number spec is out of range(1-2): '1,3-4'"])
  }

  @Test func plain() throws {
    let reader = try SmallReader(CodeDirectives())
    #expect(
      try reader.run("sourcecode", "", #"{"force": ""}"#, "x") == """
        <literal_block force="1" highlight_args="{}" language="default" xml:space="preserve">
            x

        """)
    #expect(
      try reader.run(
        "code", "python", #"{"numberLines": "5", "class": "foo", "name": "xx"}"#, "x") == """
          <literal_block classes="foo" force="0" highlight_args="{'linenostart': 5}" ids="xx" language="python" linenos="1" names="xx" xml:space="preserve">
              x

          """)
  }

  @Test(arguments: ["0", "x", "-", "1-2-3", "1,,2"])
  func linesThatAreNone(lines: String) throws {
    let reader = try SmallReader(CodeDirectives())
    #expect(try reader.run("code-block", "", #"{"emphasizeLines": "\#(lines)"}"#, "x") == "")
    #expect(
      reader.messages == [
        "'\(lines)' names no lines; write numbers from 1 and ranges, such as 1,3-5,8-"
      ])
  }

  @Test func highlightingHoldsUntilTheNext() throws {
    let reader = try SmallReader(CodeDirectives())
    try reader.run("code-block", "", "{}", "a")
    try reader.run("highlight", "c", #"{"linenothreshold": "2"}"#)
    try reader.run("code-block", "", "{}", "b")
    try reader.run("code-block", "swift", "{}", "c\nd")
    #expect(
      try reader.transformed(.local, .resolve) == """
        <document>
            <literal_block force="0" highlight_args="{}" language="default" xml:space="preserve">
                a
            <highlightlang force="0" lang="c" linenothreshold="2">
            <literal_block force="0" highlight_args="{}" language="c" xml:space="preserve">
                b
            <literal_block force="0" highlight_args="{}" language="swift" linenos="1" xml:space="preserve">
                c
                d

        """)
  }

  @Test func parsedLiteralsKeepTheirIndentation() throws {
    let reader = try SmallReader(CodeDirectives())
    try reader.run("parsed-literal", "", "{}", "a\n  b\n\nc\nd")
    #expect(reader.document.astext() == "a\n  b\n\nc\nd")
  }
}
