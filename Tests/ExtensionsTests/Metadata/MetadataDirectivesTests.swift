import DocTree
import DocTreeExtensions
import Testing

@Suite struct MetadataDirectivesTests {
  @Test func metadataStandsInFront() throws {
    let reader = try SmallReader(MetadataDirectives())
    try reader.document.append(Paragraph("a"))
    try reader.run("footer", "", "{}", "bar")
    try reader.run("header", "", "{}", "foo")
    try reader.run("meta", "", "{}", ":keywords: a, b\n:nothing:\ndescription lang=en: c\n  d")
    try reader.run("title", "Foo Bar")
    for name in ["sectionauthor", "codeauthor", "default-domain"] { try reader.run(name, "x") }
    try reader.run("target-notes")
    #expect(
      try reader.transformed(.read, .local) == """
        <document title="Foo Bar">
            <meta content="a, b" name="keywords">
            <meta content="c d" lang="en" name="description">
            <decoration>
                <header>
                    <paragraph>
                        foo
                <footer>
                    <paragraph>
                        bar
            <paragraph>
                a

        """)
  }

  @Test func noMetadata() throws {
    let reader = try SmallReader(MetadataDirectives())
    try reader.run("meta", "", "{}", "foo")
    #expect(reader.messages == ["'foo' is no metadata; write name: value"])
  }
}
