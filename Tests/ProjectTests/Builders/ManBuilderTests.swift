import DocTreeTesting
import Foundation
import Testing

@testable import DocTreeProject

@Suite struct ManBuilderTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "man"
    try site.write([
      "index.md": "# Tree\n\n```{toctree}\nuse\nfiles\n```\n\n## Options\n\n`-x`\n: All of it.\n",
      "use.md": "# Use\n\n.gitignore is no request, see {doc}`files`.\n\n## Deep\n",
      "files.md": "# Files\n\n| a | b |\n|---|---|\n| c | d |\n",
    ])
    site.configuration = """
      project: Tree
      release: "1.2"
      author: Ann
      myst: {enable_extensions: [deflist]}
      """
  }

  @Test func theWholeProjectIsOnePage() throws {
    let result = try site.build()
    #expect(site.messages(result) == [])
    #expect(try site.files() == ["tree.1"])
    let page = try site.text("tree.1")
    #expect(page.hasPrefix("'\\\" t\n.TH \"TREE\" \"1\" \"\" \"1.2\" \"Tree\"\n.SH \"NAME\"\n"))
    let headings = page.split(separator: "\n").filter { $0.hasPrefix(".S") }
    #expect(
      headings == [
        ".SH \"NAME\"", ".SH \"OPTIONS\"", ".SH \"USE\"", ".SS \"Deep\"", ".SH \"FILES\"",
        ".SH \"AUTHOR\"",
      ])
  }

  @Test func pagesThatAreAskedFor() throws {
    site.configuration += """

      man_pages:
      - {startdoc: use, name: tree-use, description: how to use it, authors: [], section: 7}
      """
    try site.build()
    #expect(try site.files() == ["tree-use.7"])
    #expect(try site.text("tree-use.7").contains("\\&tree\\-use \\- \\&how to use it\n"))
    #expect(try site.text("tree-use.7").contains(".SH \"DEEP\""))
    try site.expectSameAsClean()
  }

  /// groff, with all its warnings, finds nothing to complain about.
  @Test func groffTakesIt() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else {
      print("groff is not installed")
      return
    }
    try site.build()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    process.arguments = ["-t", "-man", "-ww", "-Tascii", "-P-c", site.folder["out/tree.1"]]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(complaints == "")
    #expect(text.contains(".gitignore is no request, see Files."))
    #expect(text.contains("All of it."))
    #expect(text.contains("|c | d |"))
  }
}
