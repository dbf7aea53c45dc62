import DocTree
import DocTreeTesting
import Foundation
import Testing

@testable import DocTreeExtensions
@testable import DocTreeProject

/// Few files that stand for more than there is room for. Each of these would not end in a lifetime if
/// nothing ended it.
@Suite struct HostileProjectTests {
  let site: ProjectSite

  init() throws { site = try ProjectSite() }

  @Test func includesThatDouble() throws {
    try site.write(["index.md": "```{include} f60.txt\n```\n", "f0.txt": "x\n"])
    for index in 1...60 {
      let line = "```{include} f\(index - 1).txt\n```\n"
      try site.folder.write("\(line)\n\(line)", to: "src/f\(index).txt")
    }
    let messages = site.messages(try site.build())
    #expect(messages.count > 1 && messages.count < 100)
    #expect(
      messages.allSatisfy {
        $0.contains("included files include others more than 2000 times; this one is left out")
      })
    #expect(try site.text("index.html").split(separator: "<p>x</p>").count > 900)
  }

  @Test func includesOfEachOther() throws {
    try site.write(["index.md": "```{include} f0.txt\n```\n"])
    let all = (0..<20).map { "```{include} f\($0).txt\n```\n" }.joined(separator: "\n")
    for index in 0..<20 { try site.folder.write(all, to: "src/f\(index).txt") }
    let messages = site.messages(try site.build())
    #expect(messages.contains { $0.contains("circular inclusion") })
    #expect(messages.contains { $0.contains("more than 2000 times") })
  }

  /// Each page lists all others, so that there are as many ways through them as orders.
  @Test(arguments: [false, true]) func tablesOfContentsOfAllPages(isGlob: Bool) throws {
    let count = 25
    let all = (1..<count).map { "p\($0)\n" }.joined()
    for index in 0..<count {
      let name = index == 0 ? "index" : "p\(index)"
      let list = isGlob ? ":glob:\n\n*\n" : all
      try site.write(["\(name).md": "# \(name)\n\n```{toctree}\n\(list)```\n"])
    }
    let messages = site.messages(try site.build())
    #expect(messages.count { $0.contains("circular toctree references detected") } == 100)
    #expect(messages.count { $0.hasSuffix("more circular toctree references [toc.circular]") } == 1)
    let links = try site.text("index.html").split(separator: "toctree-l").count
    #expect(links > count && links < 5000)
    try site.expectSameAsClean()
  }

  /// What is deep is listed as deep as anybody can read it, and is not lost on the way.
  @Test func tablesOfContentsBelowEachOther() throws {
    let count = 250
    for index in 0..<count {
      let list = index + 1 < count ? "\n```{toctree}\np\(index + 1)\n```\n" : ""
      try site.write([(index == 0 ? "index.md" : "p\(index).md"): "# P\(index)\n\(list)"])
    }
    #expect(site.messages(try site.build()) == [])
    let page = try site.text("index.html")
    #expect(page.contains("href=\"p100.html\"") && !page.contains("href=\"p101.html\""))
    #expect(try site.text("p240.html").contains("rel=\"up\" title=\"P239\""))
    let facts = try site.survey()
    #expect(facts[NavigationFact.self, "p249"]?.parents.map(\.page) == (149..<249).map { "p\($0)" })
  }

  @Test func chainsOfCirclesAreNotWrittenOut() throws {
    let count = 150
    for index in 0..<count {
      try site.write([
        (index == 0 ? "index.md" : "p\(index).md"):
          "# P\(index)\n\n```{toctree}\n\(index + 1 < count ? "p\(index + 1)" : "index")\n```\n"
      ])
    }
    let messages = site.messages(try site.build())
    #expect(messages.count == 1)
    #expect(messages.first?.contains("ignoring: index <- p149 <- p148") == true)
    #expect(messages.first?.contains(" <- … <- ") == true)
    #expect(messages.first?.components(separatedBy: " <- ").count == 101)
  }

  @Test func patternsAreComparedWithPagesThatBeginAlike() {
    var patterns = PagePatterns(["index", "b/é", "b/x", "a/x", "b", "ab/x"])
    let found = ["b/*", "*x", "?/x", "**x", "[ab]/*", "z*"].map { patterns.pages(like: $0) }
    #expect(
      found == [
        ["b/é", "b/x"], ["index"], ["b/x", "a/x"], ["index", "b/x", "a/x", "ab/x"],
        ["b/é", "b/x", "a/x"], [],
      ])
    for _ in 0..<patterns.limit / 6 { _ = patterns.pages(like: "**") }
    let more = patterns.pages(like: "**")
    #expect(more == nil && patterns.isExhausted)
  }
}
