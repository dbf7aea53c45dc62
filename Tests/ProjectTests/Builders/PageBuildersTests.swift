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
}
