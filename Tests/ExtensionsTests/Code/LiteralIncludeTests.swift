import DocTree
import DocTreeExtensions
import Testing

/// What Sphinx 9.0 makes of the same, but for the wording of messages.
@Suite struct LiteralIncludeTests {
  static let python = """
    \"\"\"Doc.\"\"\"
    import os

    # start here
    def foo():
        return 1


    class Bar:
        x = 1

        @deco
        def method(self):
            return \"\"\"
    def other(self):
    \"\"\"

        def other(self):
            pass
    # end here
    y = 2
    """

  private func run(_ options: String) throws -> (block: LiteralBlock?, messages: [String]) {
    let reader = try SmallReader(CodeDirectives())
    reader.files = ["a.py": Self.python, "b.py": "\"\"\"Doc.\"\"\"\ny = 3\n", "t.c": "\ta\tb\n"]
    let file = options.contains("tabWidth") ? "t.c" : "a.py"
    try reader.run("literalinclude", file, options)
    return (reader.document.findAll(LiteralBlock.self).first { _ in true }, reader.messages)
  }

  @Test(
    arguments: [
      (#"{"pyobject": "foo"}"#, "def foo():\n    return 1", 5),
      (
        #"{"pyobject": "Bar.method"}"#,
        "    @deco\n    def method(self):\n        return \"\"\"\ndef other(self):\n\"\"\"", 12
      ),
      (#"{"pyobject": "Bar.other", "dedent": ""}"#, "def other(self):\n    pass", 18),
      (#"{"lines": "4-6"}"#, "# start here\ndef foo():\n    return 1", 4),
      (#"{"startAfter": "return 1", "endBefore": "x = 1"}"#, "class Bar:", 9),
      (
        #"{"startAt": "start here", "endAt": "return"}"#, "# start here\ndef foo():\n    return 1",
        4
      ),
      (#"{"startAt": "class", "lines": "2"}"#, "    x = 1", 10),
    ])
  func parts(options: String, text: String, firstLine: Int) throws {
    let (block, messages) = try run(options.dropLast() + #", "linenoMatch": ""}"#)
    #expect(block?.astext() == text)
    #expect(block?.highlightArguments?.firstLine == firstLine)
    #expect(block?.linenos == true)
    #expect(messages == [])
  }

  @Test func additions() throws {
    let (block, _) = try run(
      ##"{"lines": "1,20-", "prepend": "# pre", "append": "# app", "language": "python"}"##)
    #expect(block?.astext() == "# pre\n\"\"\"Doc.\"\"\"\n# end here\ny = 2\n# app")
    #expect(block?.language == "python")
    #expect(block?.source == "a.py")
  }

  @Test func tabs() throws {
    let (block, _) = try run(#"{"tabWidth": 4}"#)
    #expect(block?.astext() == "    a   b")
  }

  @Test func differences() throws {
    let reader = try SmallReader(CodeDirectives())
    reader.files = ["new": "a\nb\nc\nd\ne\nf\ng\nh\nX\n", "old": "a\nB\nc\nd\ne\nf\ng\nh\n"]
    try reader.run("literalinclude", "new", #"{"diff": "old"}"#)
    #expect(
      reader.document.astext() == """
        --- old
        +++ new
        @@ -1,8 +1,9 @@
         a
        -B
        +b
         c
         d
         e
         f
         g
         h
        +X
        """)
  }

  @Test(
    arguments: [
      (#"{"pyobject": "nope"}"#, "Object named 'nope' not found in the file"),
      (#"{"startAfter": "nope"}"#, "start-after pattern not found: nope"),
      (#"{"endAt": "nope"}"#, "end-at pattern not found: nope"),
      (
        #"{"lines": "1,3", "linenoMatch": ""}"#,
        "Cannot use \"lineno-match\" with a disjoint set of \"lines\""
      ),
      (
        #"{"startAt": "a", "startAfter": "b"}"#,
        "Cannot use both \"start-after\" and \"start-at\" options"
      ),
    ])
  func problems(options: String, message: String) throws {
    let (block, messages) = try run(options)
    #expect(block == nil)
    #expect(messages == [message])
  }
}
