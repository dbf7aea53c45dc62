import DocTreeTesting
import Testing

@testable import DocTreeProject

/// Pictures, downloads and included files: where they go, and that nothing leaves its folder.
@Suite struct FilesTests {
  let site: ProjectSite

  init() throws { site = try ProjectSite() }

  @Test func picturesAndDownloadsAreCopied() throws {
    try site.write([
      "a.md": "![x](img/x%201.png) {download}`data.csv`\n", "img/x 1.png": "one",
      "data.csv": "1,2",
      "sub/b.md": "![x](x%201.png)\n\n```{figure} /img/x%201.png\n```\n", "sub/x 1.png": "two",
    ])
    let result = try site.build()
    #expect(site.messages(result).isEmpty)
    #expect(
      try site.files() == [
        "_downloads/data.csv", "_images/x 1-1.png", "_images/x 1.png", "a.html",
        "objects.inv", "sub/b.html",
      ])
    #expect(try site.text("_images/x 1.png") == "one")
    #expect(try site.text("a.html").contains("src=\"_images/x%201.png\""))
    #expect(try site.text("a.html").contains("href=\"_downloads/data.csv\""))
    #expect(try site.text("sub/b.html").contains("src=\"../_images/x%201-1.png\""))
  }

  @Test func aChangedOrRemovedPictureIsNoticed() throws {
    try site.write(["a.md": "# A\n\n![x](x.png)\n", "x.png": "one"])
    try site.build()
    try site.write(["x.png": "two"])
    try site.expectSameAsClean()
    #expect(try site.text("_images/x.png") == "two")
    try site.remove("x.png")
    try site.expectSameAsClean()
    #expect(!site.folder.exists("out/_images/x.png"))
    #expect(
      site.messages(try site.build()) == [
        "src/a.md:3:1: warning: file 'x.png' cannot be read: No such file or directory "
          + "[file.not_readable]"
      ])
    try site.write(["x.png": "three"])
    try site.expectSameAsClean()
    try site.write(["a.md": "# A\n"])
    try site.expectSameAsClean()
    #expect(try site.files() == ["a.html", "objects.inv"])
  }

  @Test func nothingLeadsToAMissingDownload() throws {
    try site.write(["a.md": "# A\n\n{download}`gone.zip` ![](gone.png)\n"])
    let messages = site.messages(try site.build())
    #expect(messages.count == 2 && messages.allSatisfy { $0.contains("[file.not_readable]") })
    #expect(try !site.text("a.html").contains("download=\"\""))
    #expect(try site.text("a.html").contains("<span class=\"pre\">gone.zip</span>"))
    try site.write(["gone.zip": "here"])
    try site.expectSameAsClean()
    #expect(try site.text("a.html").contains("href=\"_downloads/gone.zip\""))
    try site.remove("gone.zip")
    try site.expectSameAsClean()
  }

  @Test(arguments: ["dummy", "text", "pseudoxml", "xml", "man"])
  func allBuildersMissFiles(builder: String) throws {
    site.builder = builder
    try site.write(["index.md": "# A\n\n{download}`gone.zip` ![](gone.png)\n"])
    #expect(site.messages(try site.build()).count { $0.contains("[file.not_readable]") } == 2)
    try site.write(["gone.png": "here"])
    try site.expectSameAsClean()
    #expect(site.messages(try site.build()).count { $0.contains("[file.not_readable]") } == 1)
  }

  @Test(arguments: [
    "![x](../secret.txt)", "![x](link.txt)", "{download}`../secret.txt`",
    "```{include} ../secret.txt\n```", "```{include} link.txt\n```",
    "```{literalinclude} folder/secret.txt\n```", "```{include} /../secret.txt\n```",
  ])
  func nothingIsTakenFromOutside(text: String) throws {
    try site.folder.write("secret", to: "secret.txt")
    try site.folder.write("secret", to: "other/secret.txt")
    try site.write(["a.md": "# A\n\n\(text)\n"])
    try site.folder.link("src/link.txt", to: "../secret.txt")
    try site.folder.link("src/folder", to: "../other")
    let result = try site.build()
    #expect(site.messages(result).contains { $0.contains("lies outside the project") })
    for file in try site.files() { #expect(try !site.text(file).contains("secret<")) }
    #expect(!site.folder.exists("out/_images") && !site.folder.exists("out/_downloads"))
  }

  @Test func whatIsAllowedIsTaken() throws {
    try site.folder.write("shared words", to: "other/part.txt")
    try site.write(["a.md": "# A\n\n```{include} ../other/part.txt\n```\n"])
    site.configuration = "allowed_folders: [\(site.folder["other"])]"
    let result = try site.build()
    #expect(site.messages(result).isEmpty)
    #expect(try site.text("a.html").contains("shared words"))
    try site.folder.write("other words", to: "other/part.txt")
    try site.expectSameAsClean()
  }

  @Test func linksOfAnIncludedFileLeadBackIntoTheProject() throws {
    try site.folder.write("# Changes\n\n[](src/a.md#one) [all](src/sub/c.md)", to: "CHANGES.md")
    try site.write([
      "a.md": "# A\n\n## One\n", "sub/c.md": "# C\n",
      "sub/b.md": "# B\n\n```{include} ../../CHANGES.md\n:relative-docs: src/\n```\n",
    ])
    site.configuration = """
      allowed_folders: [\(site.folder[""])]
      myst_heading_anchors: 2
      """
    let result = try site.build()
    #expect(site.messages(result).filter { !$0.contains("toctree") } == [])
    let page = try site.text("sub/b.html")
    #expect(page.contains("href=\"../a.html#one\"") && page.contains("href=\"c.html\""))
  }

  @Test func anOutputNeverLeavesItsFolder() throws {
    // A link in the output leads elsewhere: what is there is not touched.
    try site.write(["a.md": "# A\n"])
    try site.folder.write("mine", to: "elsewhere/a.html")
    try site.folder.write("", to: "out/x")
    try site.folder.link("out/a.html", to: "../elsewhere/a.html")
    try site.build()
    #expect(try site.folder.text("elsewhere/a.html") == "mine")
    #expect(try site.text("a.html").contains("<h1>A"))
  }
}
