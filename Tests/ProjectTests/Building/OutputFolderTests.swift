import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What is written to the output folder and taken away from it, and what is left alone.
@Suite struct OutputFolderTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try site.write(["index.md": "# Home\n\n```{toctree}\na\n```\n", "a.md": "# A\n"])
  }

  // MARK: Files that cannot be written

  @Test func whatCouldNotBeWrittenIsTriedAgain() throws {
    try site.write(["a.md": "# A\n\n![](p.png)\n\n```{index} entry\n```\n", "p.png": "picture"])
    try site.folder.write("mine", to: "out/_images")
    try site.folder.write("mine", to: "out/genindex.html/mine")
    try site.folder.write("mine", to: "out/objects.inv/mine")
    #expect(site.messages(try site.build()).count == 3)
    #expect(site.messages(try site.build()).count == 3)
    FileSystem.remove(Path(site.folder["out/_images"]))
    for name in ["genindex.html", "objects.inv"] {
      FileSystem.remove(Path(site.folder["out/\(name)/mine"]))
      #expect(FileSystem.removeFolder(Path(site.folder["out/" + name])))
    }
    try site.expectSameAsClean()
    #expect(try site.build().writtenCount == 0)
    #expect(try site.text("_images/p.png") == "picture")
  }

  @Test func noTwoPagesHaveOneFile() throws {
    site.builder = "dirhtml"
    try site.write([
      "a/index.md": "# Other\n", "genindex/index.md": "# Mine\n\n```{index} entry\n```\n",
    ])
    for _ in 0..<3 {
      #expect(
        site.messages(try site.build()).first { $0.contains("error") }
          == "src/a/index.md: error: not built: 'src/a.md' is written to 'a/index.html', too [build]"
      )
      #expect(try site.text("a/index.html").contains("<h1>A"))
      #expect(try site.text("genindex/index.html").contains("<h1>Mine"))
    }
    try site.expectSameAsClean()
  }

  // MARK: Links

  @Test func linksInTheOutputDoNotLeadOutOfIt() throws {
    try site.write(["sub/p.md": "# P\n", "a.md": "# A\n\n![](p.png)\n", "p.png": "picture"])
    try site.folder.write("mine", to: "outside/p.html")
    try site.folder.write("mine", to: "outside/p.png")
    try site.folder.write("", to: "out/x")
    try site.folder.link("out/sub", to: "../outside")
    try site.folder.link("out/_images", to: "../outside")
    let messages = site.messages(try site.build())
    #expect(
      messages.contains {
        $0.hasSuffix(
          "out/sub/p.html: error: is left alone: 'out/sub' is a link out of the output folder [build]"
        )
      }, "\(messages)")
    try site.remove("sub/p.md")
    try site.write(["a.md": "# A\n"])
    try site.build()
    #expect(try site.folder.text("outside/p.html") == "mine")
    #expect(try site.folder.text("outside/p.png") == "mine")
  }

  @Test func linksWithinTheOutputAreFollowed() throws {
    try site.write(["sub/p.md": "# P\n"])
    try site.folder.write("", to: "out/real/x")
    try site.folder.link("out/sub", to: "real")
    try site.build()
    #expect(try site.text("real/p.html").contains("<h1>P"))
  }

  @Test func theSourcesAreLeftAloneWhereTheyAreInTheOutput() throws {
    try site.write([
      "_images/index.md": "# Home\n\n![](a.png) ![](b/a.png)\n", "_images/a.png": "A",
      "_images/b/a.png": "B", "_images/a-1.png": "mine",
    ])
    let registry = try ProjectSite.registry.get()
    let build = ProjectBuild(
      source: Path(site.folder["src/_images"]), output: Path(site.folder["src"]),
      registry: registry,
      project: try ProjectConfiguration(Source(""), registry: registry),
      builder: try #require(registry.builder("html")))
    #expect(site.messages(try build.run()).contains { $0.contains("in the folder of the sources") })
    try site.write(["_images/index.md": "# Home\n"])
    _ = try build.run()
    #expect(try site.folder.text("src/_images/a-1.png") == "mine")
    #expect(try site.folder.text("src/_images/a.png") == "A")
  }

  @Test func anIncludedFileThatIsMovedOutsideIsNotTaken() throws {
    try site.write(["real/t.txt": "Text.", "a.md": "# A\n\n```{include} inc/t.txt\n```\n"])
    try site.folder.link("src/inc", to: "real")
    try site.build()
    usleep(100_000)
    try site.build()
    #expect(rename(site.folder["src/real"], site.folder["real"]) == 0)
    FileSystem.remove(Path(site.folder["src/inc"]))
    try site.folder.link("src/inc", to: "../real")
    try site.expectSameAsClean()
    #expect(site.messages(try site.build()).contains { $0.contains("outside the project") })
  }

  @Test func pipesDoNotStopABuild() throws {
    try site.write(["a.md": "# A\n\n```{include} f.txt\n```\n\n![](f.txt)\n"])
    #expect(mkfifo(site.folder["src/f.txt"], 0o666) == 0)
    #expect(site.messages(try site.build()).contains { $0.contains("it is no regular file") })
  }

  // MARK: What is ours

  @Test func filesAreKnownWithoutTheCache() throws {
    try site.build()
    try site.folder.write("damaged", to: "out/.doctree/html.cache")
    try site.remove("a.md")
    try site.build()
    #expect(!site.folder.exists("out/a.html"))
    try site.folder.write("damaged", to: "out/.doctree/html.cache")
    #expect(try ProjectBuild.clean(Path(site.folder["out"])) > 0)
    #expect(!site.folder.exists("out"))
  }

  @Test func outputsShareAFolderForCaches() throws {
    let kept = Path(site.folder["kept"])
    try site.build { $0.cacheFolder = kept }
    try site.remove("a.md")
    try site.folder.write("mine", to: "other/a.html")
    try site.build(to: "other") { $0.cacheFolder = kept }
    #expect(try site.folder.text("other/a.html") == "mine")
    try site.build { $0.cacheFolder = kept }
    #expect(!site.folder.exists("out/a.html"))
    #expect(try ProjectBuild.clean(Path(site.folder["other"]), cacheFolder: kept) > 0)
    #expect(site.folder.exists("out/index.html") && site.folder.exists("other/a.html"))
  }

  @Test func anAnnouncementDoesNotClaimWhatIsThere() throws {
    try site.folder.write("mine", to: "out/a.html")
    let folder = OutputFolder(
      root: Path(site.folder["out"]), cacheFolder: nil, builder: "html", source: nil)
    #expect(folder.new(["a.html", "b.html"].map { Path($0) }, []) == [Path("b.html")])
    #expect(folder.new(["b.html"].map { Path($0) }, [Path("b.html")]) == [])
  }

  @Test func aBuildWaitsForTheNewLock() throws {
    let path = Path(site.folder["lock"])
    let first = try BuildLock(path) {}
    // Somebody cleans; the one who comes then makes a lock of its own.
    FileSystem.remove(path)
    let second = try BuildLock(path) { Issue.record("nobody has this one") }
    withExtendedLifetime((first, second)) {}
  }

  @Test func otherOutputsAreNoSources() throws {
    try site.write(["n/notes.md": "# N\n", "a.md": "# A\n\n{download}`n/notes.md`\n"])
    try site.build(to: "src/_build/html")
    #expect(site.folder.exists("src/_build/html/_downloads/notes.md"))
    site.builder = "text"
    #expect(try site.build(to: "src/_build/text").documentCount == 3)
  }
}
