import Testing

@testable import DocTreeProject

@Suite struct SectionNumberTests {
  /// The table that lists a page again is named, wherever it stands.
  @Test func pagesThatHaveNumbersAlready() throws {
    let site = try ProjectSite()
    try site.write([
      "index.md": "# Home\n\n```{toctree}\n:numbered:\n\nb\na\n```\n",
      "a.md": "# A\n\n## Part\n\n```{toctree}\nb\n```\n",
      "b.md": "# B\n",
    ])
    let messages = site.messages(try site.build()).filter { $0.contains("secnum") }
    #expect(
      messages == [
        "src/a.md:6:1: warning: b is already assigned section numbers (nested numbered toctree?)"
          + " [toc.secnum]"
      ])
  }
}
