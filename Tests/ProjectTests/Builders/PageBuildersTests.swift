import Testing

@testable import DocTreeProject

@Suite struct PageBuildersTests {
  /// A page in a folder names others from there.
  @Test(arguments: [("xml", ".xml"), ("pseudoxml", ".pseudoxml")])
  func linksLeadFromPageToPage(builder: String, suffix: String) throws {
    let site = try ProjectSite()
    site.builder = builder
    try site.write([
      "index.md": "# I\n\n```{toctree}\n:hidden:\na/b\n```\n\n{doc}`a/b`\n",
      "a/b.md": "# B\n\n{doc}`/index`, {doc}`b`\n",
    ])
    #expect(site.messages(try site.build()) == [])
    #expect(try site.text("index" + suffix).contains("refuri=\"a/b\(suffix)\""))
    #expect(try site.text("a/b" + suffix).contains("refuri=\"../index\(suffix)\""))
    #expect(!(try site.text("a/b" + suffix).contains("refuri=\"a/b")))
  }

  /// (Sphinx: Builder.__init__.)
  @Test(arguments: [
    ("html", "index.html", ["html", "format_html", "builder_html"]),
    ("dirhtml", "index.html", ["html", "dirhtml", "format_html", "builder_dirhtml"]),
    ("text", "index.txt", ["text", "format_text", "builder_text"]),
  ])
  func conditionsKnowTheBuilder(builder: String, file: String, tags: [String]) throws {
    let site = try ProjectSite()
    site.builder = builder
    try site.write(["index.md": BuilderTags.markdown])
    #expect(site.messages(try site.build()) == [])
    #expect(BuilderTags.seen(in: try site.text(file)) == tags)
  }
}

/// A page that says which tags are set.
enum BuilderTags {
  private static let all = [
    "html", "dirhtml", "text", "epub", "format_html", "format_text", "builder_html",
    "builder_dirhtml", "builder_text", "builder_epub",
  ]

  static let markdown =
    "# I\n\n" + all.map { "```{only} \($0)\nIt has \($0).\n```\n" }.joined()

  static func seen(in output: String) -> [String] {
    all.filter { output.contains("It has \($0).") }
  }
}
