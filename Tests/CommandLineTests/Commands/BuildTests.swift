import DocTreeTesting
import Testing

@Suite struct BuildTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Outcome {
    try Command.run(["build"] + arguments, in: folder.path, environment: environment)
  }

  /// The files of a build without what is kept for the next one.
  private func files(in name: String) throws -> [String] {
    try folder.files(in: name).filter { !$0.hasPrefix(".doctree/") }
  }

  @Test func buildsAFolder() throws {
    try folder.write("# One\n", to: "src/a.md")
    try folder.write("two\n", to: "src/b/日本 語.md")
    let outcome = try run("src", "out")
    #expect(outcome.output == "2 documents: 2 read, 3 written to out\n")
    #expect(outcome.errors.isEmpty && outcome.status == 0)
    #expect(try files(in: "out") == ["a.html", "b/日本 語.html", "objects.inv"])
    #expect(try folder.text("out/a.html").hasPrefix("<!DOCTYPE html>"))
  }

  /// Whoever checks links wants to know if one is broken, without asking for it.
  @Test func brokenLinksAreErrorsOfLinkCheck() throws {
    try folder.write("[a](gone.md)\n", to: "src/a.md")
    #expect(try run("src", "html", "-q").status == 0)
    let outcome = try run("src", "out", "-q", "-b", "linkcheck")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix("src/a.md:1:1: error: 'myst' cross-reference target not found"))
    try folder.write("[a](a.md)\n", to: "src/a.md")
    #expect(try run("src", "out", "-q", "-b", "linkcheck").status == 0)
  }

  @Test func printsProblemsOnlyWhenQuiet() throws {
    try folder.write("one\n", to: "src/a.md")
    let outcome = try run("src", "out", "-q")
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty && outcome.status == 0)
  }

  @Test func givesTheSameOnAnyNumberOfJobs() throws {
    for index in 0..<40 {
      try folder.write([0x61, 0x0A, 0xFF, UInt8(index), 0x0A], to: "src/\(index % 3)/\(index).md")
    }
    let one = try run("src", "one", "-j", "1")
    let many = try run("src", "many", "-j8")
    let auto = try run("src", "auto", "--jobs", "auto")
    #expect(
      one.output == """
        40 documents: 40 read, 41 written to one; 40 warnings
          src/0/0.md: 1 warning
          src/0/12.md: 1 warning
          src/0/15.md: 1 warning
          src/0/18.md: 1 warning
          src/0/21.md: 1 warning
          src/0/24.md: 1 warning
          src/0/27.md: 1 warning
          src/0/3.md: 1 warning
          src/0/30.md: 1 warning
          src/0/33.md: 1 warning
          and 30 files more

        """)
    #expect(one.errors == many.errors && one.errors == auto.errors)
    #expect(one.errors.split(separator: "\n").count == 120)
    for file in try files(in: "one") {
      #expect(try folder.read("one/" + file) == folder.read("many/" + file))
      #expect(try folder.read("one/" + file) == folder.read("auto/" + file))
    }
  }

  @Test func tellsWarningsFromErrors() throws {
    try folder.write([0xFF], to: "src/a.md")
    #expect(try run("src", "out").status == 0)
    #expect(try run("src", "out", "-W").status == 1)
    try folder.link("src/b.md", to: "nowhere")
    let outcome = try run("src", "out")
    #expect(outcome.status == 1)
    #expect(outcome.output == "1 document: 0 read, 0 written to out; 1 error, 1 warning\n")
    #expect(
      outcome.errors == """
        src/a.md:1:1: warning: this is no UTF-8; what is not is read as U+FFFD [source.encoding]
          \u{FFFD}
          ^
        src/b.md: error: cannot be opened: No such file or directory [build]

        """)
    #expect(try files(in: "out") == ["a.html", "objects.inv"])
  }

  @Test(arguments: [
    (["none", "out"], "error: none: cannot be opened: No such file or directory"),
    (["file", "out"], "error: file: is no folder"),
    (["src", "file"], "error: file: is no folder"),
    (["empty", "out"], "error: empty: has no documents (files that end in: "),
    (["src", "src"], "cannot be both the folder of the sources and that of the output"),
    (["src", "out", "-j", "0"], "-j takes a number from 1, or auto, not '0'"),
    (["src", "out", "-j", "many"], "-j takes a number from 1, or auto, not 'many'"),
    (["src", "out", "-b", "pdf"], "there is no builder 'pdf'; there are: "),
    (["src", "out", "--diagnostics", "xml"], "--diagnostics takes one of: text, json, sarif"),
    (["src", "out", "-D", "html.raww=x"], "did you mean 'html.raw'?"),
  ])
  func refusesWhatItCannotDo(arguments: [String], message: String) throws {
    try folder.write("x", to: "src/a.md")
    try folder.write("x", to: "empty/a.doc")
    try folder.write("x", to: "file")
    let outcome = try Command.run(["build"] + arguments, in: folder.path)
    #expect(outcome.errors.contains(message))
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 2)
    #expect(!folder.exists("out"))
  }

  @Test func leavesWhatIsNotItsOwn() throws {
    try folder.write("new\n", to: "src/a.md")
    try folder.write("mine", to: "out/.htaccess")
    try folder.write("mine", to: "out/other.html")
    try folder.write("old", to: "out/a.html")
    #expect(try run("src", "out").status == 0)
    #expect(try files(in: "out") == [".htaccess", "a.html", "objects.inv", "other.html"])
    #expect(try folder.text("out/other.html") == "mine")
    #expect(try folder.text("out/a.html").contains("<p>new</p>"))
  }

  @Test func namesFilesOnOneLine() throws {
    try folder.write([0xFF], to: "src/new\nline.md")
    let outcome = try run("src", "out")
    #expect(outcome.errors.hasPrefix("src/new\\nline.md:1:1: warning: "))
    #expect(try files(in: "out") == ["new\nline.html", "objects.inv"])
  }

  @Test func hasUsualFolders() throws {
    try folder.write("one\n", to: "src/a.md")
    #expect(try run("src").output == "1 document: 1 read, 2 written to src/_build/html\n")
    #expect(try run("src", "-b", "text").output.contains("written to src/_build/text\n"))
    // Nothing that was built is a source.
    #expect(try run("src").output == "1 document: 0 read, 0 written to src/_build/html\n")
  }

  @Test func takesTheOptionsOfSphinx() throws {
    try folder.write("# One\n\n{py:func}`x`\n\n```{only} draft\nDraft.\n```\n", to: "src/a.md")
    let outcome = try run("src", "out", "-n", "-t", "draft", "-d", "kept", "-w", "problems.txt")
    #expect(outcome.errors.contains("src/a.md:3:1: warning: py:func reference target not found"))
    #expect(try folder.text("problems.txt") == outcome.errors)
    #expect(try folder.text("out/a.html").contains("Draft."))
    // With a mark of the output, as others may keep theirs there.
    let kept = try folder.files(in: "kept").map { $0.replacing(/-[0-9a-f]+/, with: "") }
    #expect(kept == ["html.cache", "html.files", "lock"])
    #expect(try folder.files(in: "out") == ["a.html", "objects.inv"])
    let again = try run("src", "out", "-v", "-a", "-E", "--keep-going")
    #expect(
      again.output
        == "written: a.html\nwritten: objects.inv\n1 document: 1 read, 2 written to out\n")
    #expect(try run("src", "out", "-a").output == "1 document: 1 read, 0 written to out\n")
  }

  @Test func reportsForProgramsWhatIsWrongWithTheConfiguration() throws {
    try folder.write("numfig: maybe\n", to: "src/doctree.yml")
    try folder.write("# One\n", to: "src/a.md")
    let outcome = try run("src", "out", "--diagnostics", "json", "-w", "problems.txt")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("src/doctree.yml") && outcome.output.hasPrefix("["))
    #expect(try folder.text("problems.txt").contains("src/doctree.yml:1:9: error: "))
  }

  @Test func tagsAreAddedToThoseOfTheProject() throws {
    try folder.write("tags: [kept]\n", to: "src/doctree.yml")
    try folder.write("# One\n\n```{only} kept and more\nBoth.\n```\n", to: "src/a.md")
    #expect(try run("src", "out", "-t", "more").status == 0)
    #expect(try folder.text("out/a.html").contains("Both."))
  }

  @Test func reportsForPrograms() throws {
    try folder.write("# One\n\n{ref}`\"x\"`\n", to: "src/a.md")
    let json = try run("src", "out", "--diagnostics", "json")
    #expect(
      json.output == """
        [
          {"severity": "warning", "message": "undefined label: '\\"x\\"'", "category": "ref.ref", \
        "file": "src/a.md", "line": 3, "column": 1}
        ]

        """)
    #expect(json.errors.isEmpty)
    let sarif = try run("src", "out", "--diagnostics", "sarif").output
    #expect(sarif.contains("\"ruleId\": \"ref.ref\", \"level\": \"warning\""))
    #expect(sarif.contains("\"region\": {\"startLine\": 3, \"startColumn\": 1}"))
    // Columns are counted in UTF-16 there.
    try folder.write("# One\n\n日本 {ref}`x`\n", to: "src/a.md")
    let counted = try run("src", "out", "--diagnostics", "sarif").output
    #expect(counted.contains("\"region\": {\"startLine\": 3, \"startColumn\": 4}"))
  }

  @Test func cleansWhatItWrote() throws {
    try folder.write("one\n", to: "src/a/b.md")
    try folder.write("mine", to: "out/mine.txt")
    _ = try run("src", "out")
    _ = try run("src", "out", "-b", "text")
    let outcome = try Command.run(["clean", "out"], in: folder.path)
    #expect(outcome.output == "3 files removed from out\n")
    #expect(try folder.files(in: "out") == ["mine.txt"])
    let again = try Command.run(["clean", "out"], in: folder.path)
    #expect(again.status == 2)
    #expect(try folder.text("out/mine.txt") == "mine")
  }

  @Test func inspectsAndLists() throws {
    try folder.write("(here)=\n# One\n", to: "src/a.md")
    let tree = try Command.run(["inspect", "src/a.md"], in: folder.path).output
    #expect(tree.hasPrefix("== read\n<document source=\"src/a.md\">  @1:1\n"))
    #expect(tree.contains("== resolved\n"))
    #expect(tree.contains("'One'  @2:3\n"))
    func list(_ topic: String) throws -> String {
      try Command.run(["list", topic, "src"], in: folder.path).output
    }
    #expect(try list("pages") == "a: title 'One'\n")
    #expect(try list("labels") == "here: page 'a', id 'here', title 'One'\n")
    #expect(try list("kinds").contains("\nparagraph (standard): html, man, text"))
    #expect(try list("directives").contains("\nnote\n"))
    #expect(!folder.exists("src/_build"))
  }
}
