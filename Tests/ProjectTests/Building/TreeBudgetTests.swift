import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

/// What changes if trees do not wait to be written, but are made again.
@Suite struct TreeBudgetTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try site.write([
      "a.md": "# A\n\n![](x.png)\n\n{doc}`b`", "b.md": "# B\n\n```{include} c.txt\n```",
      "c.txt": "Text", "x.png": "",
    ])
  }

  @Test func nothingIsReadAgainByTheNextBuild() throws {
    let first = try site.build { $0.treeLimit = 0 }
    #expect(first.readCount == 2)
    let second = try site.build { $0.treeLimit = 0 }
    #expect(second.readCount == 0 && second.written.isEmpty)
  }

  @Test func theOutputIsTheSame() throws {
    _ = try site.build(to: "kept")
    _ = try site.build(to: "again") { $0.treeLimit = 0 }
    for file in ["a.html", "b.html"] {
      #expect(try site.folder.read("kept/" + file) == site.folder.read("again/" + file))
    }
  }
}
