import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

/// A format that cannot read what says so.
private struct Lines: SourceFormat {
  let name = "lines"
  let suffixes = [".txt"]

  struct Unreadable: Error, CustomStringConvertible { let description = "it says fail" }

  func read(_ source: Source, in context: ReadContext) throws -> Document {
    let text = String(decoding: source.bytes, as: UTF8.self)
    if text.hasPrefix("fail") { throw Unreadable() }
    return Document(Paragraph(Text(text)))
  }
}

private struct Formats: Extension {
  let name = "lines"
  func register(in registry: inout Registry) { registry.add(sourceFormat: Lines()) }
}

@Suite struct ProjectBuildTests {
  let site: ProjectSite
  let registry: Registry

  init() throws {
    site = try ProjectSite()
    site.builder = "text"
    registry = try Registry(extensions: Builtins.extensions + [Formats()])
  }

  private func build(
    _ output: String = "out", _ change: (inout ProjectBuild.Options) -> Void = { _ in }
  ) throws -> ProjectBuild.Result {
    try site.build(to: output, registry: registry, change)
  }

  @Test func givesEachDocumentItsPlace() throws {
    try site.write(["a.md": "one", "b/c/d.e.md": "two"])
    let result = try build()
    #expect(result.documentCount == 2 && result.readCount == 2 && result.writtenCount == 2)
    #expect(result.diagnostics.isEmpty)
    #expect(try site.files() == ["a.txt", "b/c/d.e.txt"])
    #expect(try site.text("b/c/d.e.txt") == "two\n")
  }

  @Test func givesTheSameOnAnyNumberOfThreads() throws {
    for index in 0..<60 {
      try site.write(["\(index % 7)/\(index).md": "{wrong}`\(index)`\n\n{ref}`again`"])
    }
    let one = try build("one") { $0.jobs = 1 }
    let many = try build("many") { $0.jobs = 8 }
    #expect(one.diagnostics.count >= 120)
    #expect(site.messages(one) == site.messages(many))
    #expect(one.diagnostics.map(\.excerpt) == many.diagnostics.map(\.excerpt))
    let files = try site.files(in: "one")
    #expect(files.count == 60)
    #expect(try site.files(in: "many") == files)
    for file in files {
      #expect(try site.folder.read("one/" + file) == site.folder.read("many/" + file))
    }
  }

  @Test func countsDocumentsForTheProgress() throws {
    for index in 0..<9 { try site.write(["\(index).md": ""]) }
    let seen = MutexBox<[String: Set<Int>]>([:])
    var observer = ProjectBuild.Observer()
    observer.progress = { what, done, count in
      if count == 9 { seen.change { $0[what, default: []].insert(done) } }
    }
    try site.build(registry: registry, observer: observer)
    #expect(seen.value == ["reading": Set(1...9), "writing": Set(1...9)])
  }

  @Test func buildsTheOthersWhenOneFails() throws {
    try site.write(["a.txt": "fine", "b.txt": "fail"])
    try site.folder.link("src/c.md", to: "nowhere")
    for _ in 0..<2 {
      let result = try build()
      #expect(
        site.messages(result) == [
          "src/b.txt: error: not built: it says fail [build]",
          "src/c.md: error: cannot be opened: No such file or directory [build]",
        ])
      #expect(try site.files() == ["a.txt"])
      #expect(result.documentCount == 2)
    }
  }

  @Test func refusesTwoDocumentsWithOneName() throws {
    try site.write(["a.md": "from md", "a.txt": "from txt"])
    #expect(
      site.messages(try build()) == [
        "src/a.txt: error: not built: 'src/a.md' is the document 'a', too [build]"
      ])
    #expect(try site.text("a.txt") == "from md\n")
  }

  @Test func refusesToBuildIntoTheSources() throws {
    try site.write(["a.md": "x"])
    try site.folder.link("same", to: "src")
    for output in ["src", "src/.", "same"] {
      let error = #expect(throws: FileError.self) { try build(output) }
      #expect(
        error?.message == "cannot be both the folder of the sources and that of the output")
    }
    #expect(try site.folder.files(in: "src") == ["a.md"])
  }

  @Test func neverReplacesASource() throws {
    // The output is above the sources, so that one's output is the other.
    try site.write(["src/a.md": "outer", "a.txt": "inner"])
    let result = try build(".")
    #expect(
      site.messages(result).map { $0.replacing("./", with: "") } == [
        "src/a.txt: error: not written: it is the source of a document [build]"
      ])
    #expect(try site.folder.text("src/a.txt") == "inner")
    #expect(try site.folder.text("a.txt") == "inner\n")
  }

  @Test func readsNothingFromTheOutput() throws {
    try site.write(["a.md": "one", "out/old.md": "kept"])
    for _ in 0..<2 {
      let result = try build("src/out")
      #expect(result.documentCount == 1 && result.diagnostics.isEmpty)
      #expect(try site.files(in: "src/out") == ["a.txt", "old.md"])
    }
  }

  @Test func saysThatThereIsNothingToBuild() throws {
    try site.write(["a.rst": "x"])
    let error = #expect(throws: FileError.self) { try build() }
    #expect(error?.message.hasPrefix("has no documents (files that end in: ") == true)
    #expect(!site.folder.exists("out"))
  }

  @Test func goesOnWhereAnOutputCannotBeWritten() throws {
    try site.write(["a.md": "a", "b.md": "b"])
    try site.folder.write("mine", to: "out/a.txt/mine")
    for _ in 0..<2 {
      #expect(
        site.messages(try build()) == [
          "out/a.txt: error: cannot be written: Is a directory [build]"
        ])
      #expect(try site.files() == ["a.txt/mine", "b.txt"])
    }
  }

  @Test func takesWhatTheConfigurationSays() throws {
    site.configuration = "include: ['*.md', 'docs/**']\nexclude: [draft*, docs/old]"
    try site.write([
      "a.md": "", "draft-1.md": "", "other/b.md": "", "docs/c.md": "", "docs/x/d.md": "",
      "docs/old/e.md": "",
    ])
    _ = try build()
    #expect(try site.files() == ["a.txt", "docs/c.txt", "docs/x/d.txt"])
  }
}
