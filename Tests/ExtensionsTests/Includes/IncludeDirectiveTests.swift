import DocTree
import DocTreeExtensions
import DocTreeTesting
import Testing

@Suite struct IncludeDirectiveTests {
  private func reader(_ files: [String: String]) throws -> SmallReader {
    let reader = try SmallReader(StandardTransforms(), IncludeDirectives())
    reader.files = files
    return reader
  }

  @Test func partsOfAFile() throws {
    let reader = try reader(["a.md": "---\nx: 1\n---\none\n\ntwo START three END four"])
    #expect(try reader.run("include", "a.md", #"{"endBefore": "two"}"#).contains("one"))
    #expect(
      try reader.run("include", "a.md", #"{"startAfter": "START ", "endBefore": " END"}"#)
        == "<paragraph>\n    three\n")
    #expect(
      try reader.run("include", "a.md", #"{"startLine": 3, "endLine": -1}"#)
        == "<paragraph>\n    one\n")
    #expect(try reader.run("include", "a.md", #"{"startAfter": "nope"}"#) == "")
    #expect(
      reader.messages == [
        "Directive \"include\"; option \"start-after\": text not found \"nope\"."
      ])
  }

  /// In Sphinx, absolute paths begin in the folder of the sources, which for a document of no project
  /// is its own.
  @Test func absolutePaths() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "sub/a.md")
    try folder.write("![](b.png)", to: "sub/c.md")
    let markdown = "```{include} /sub/a.md\n```\n\n```{include} /sub/c.md\n:relative-images:\n```"
    let page = try MystPage(markdown, file: folder["page.md"], phase: .read)
    #expect(page.messages == [])
    #expect(page.document.astext() == "one\n\n")
    #expect(page.document.findAll(Image.self).map(\.uri) == ["sub/b.png"])
    let other = try MystPage(
      "```{include} \(folder["sub/a.md"])\n```", ["dialect": "docutils"], file: folder["page.md"],
      phase: .read)
    #expect(other.document.astext() == "one")
  }

  @Test func literalText() throws {
    let reader = try reader(["a.txt": "a\n\tb\nc"])
    #expect(
      try reader.run("include", "a.txt", #"{"literal": "True", "startLine": 1, "endLine": 2}"#)
        == """
        <literal_block source="a.txt" xml:space="preserve">
            \tb

        """)
    #expect(
      try reader.run("include", "a.txt", #"{"literal": "True", "tabWidth": 4, "startLine": 1}"#)
        == """
        <literal_block source="a.txt" xml:space="preserve">
                b
            c

        """)
    #expect(
      try reader.run("include", "a.txt", #"{"code": "c", "numberLines": "3", "endLine": 1}"#) == """
        <literal_block classes="code c" highlight_args="{'linenostart': 3}" language="c" linenos="1" source="a.txt" xml:space="preserve">
            a

        """)
  }

  @Test func headingsBeginSections() throws {
    let reader = try reader(["a.md": "# A\n\nb"])
    try reader.document.append(Title("T").with { $0.level = 1 })
    try reader.run("include", "a.md", #"{"headingOffset": 1}"#)
    #expect(
      try reader.transformed(.read) == """
        <document>
            <section ids="t" names="t">
                <title>
                    T
                <section ids="a" names="a">
                    <title>
                        A
                    <paragraph>
                        b

        """)
  }

  @Test func headingsInOtherBlocksStayRubrics() throws {
    let reader = try reader([:])
    try reader.document.append(Note(Title("A").with { $0.level = 2 }))
    #expect(
      try reader.transformed(.read).contains("<rubric"))
  }

  @Test func aFileDoesNotIncludeItself() throws {
    let reader = try reader(["page.md": "x"])
    #expect(try reader.run("include", "page.md") == "")
    #expect(
      reader.messages == ["Directive \"include\": circular inclusion: page.md > page.md"])
  }
}
