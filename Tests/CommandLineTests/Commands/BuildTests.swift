import DocTreeTesting
import Testing

@Suite struct BuildTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Outcome {
    try Command.run(["build"] + arguments, in: folder.path, environment: environment)
  }

  @Test func buildsAFolder() throws {
    try folder.write("# One\n", to: "src/a.md")
    try folder.write("two\n", to: "src/b/日本 語.md")
    let outcome = try run("src", "out")
    #expect(outcome.output == "2 documents written to out\n")
    #expect(outcome.errors.isEmpty && outcome.status == 0)
    #expect(try folder.files(in: "out") == ["a.html", "b/日本 語.html"])
    #expect(try folder.text("out/a.html").hasPrefix("<!DOCTYPE html>"))
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
    #expect(one.output == "40 documents written to one, 40 warnings\n")
    #expect(one.errors == many.errors && one.errors == auto.errors)
    #expect(one.errors.split(separator: "\n").count == 120)
    for file in try folder.files(in: "one") {
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
    #expect(outcome.output == "1 document written to out, 1 error, 1 warning\n")
    #expect(
      outcome.errors == """
        src/a.md:1:1: warning: this is no UTF-8; what is not is read as U+FFFD [source.encoding]
          \u{FFFD}
          ^
        src/b.md: error: cannot be opened: No such file or directory [build]

        """)
    #expect(try folder.files(in: "out") == ["a.html"])
  }

  @Test(arguments: [
    (["none", "out"], "error: none: cannot be opened: No such file or directory"),
    (["file", "out"], "error: file: is no folder"),
    (["src", "file"], "error: file: is no folder"),
    (["empty", "out"], "error: empty: has no documents (files that end in: "),
    (["src", "src"], "cannot be both the folder of the sources and that of the output"),
    (["src", "out", "-j", "0"], "-j takes a number from 1, or auto, not '0'"),
    (["src", "out", "-j", "many"], "-j takes a number from 1, or auto, not 'many'"),
    (["src", "out", "-b", "pdf"], "there is no output format 'pdf'; there are: "),
    (["src", "out", "-D", "html.raww=x"], "did you mean 'html.raw'?"),
    (["src"], "Missing expected argument '<output>'"),
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
    #expect(try folder.files(in: "out") == [".htaccess", "a.html", "other.html"])
    #expect(try folder.text("out/other.html") == "mine")
    #expect(try folder.text("out/a.html").contains("<p>new</p>"))
  }

  @Test func namesFilesOnOneLine() throws {
    try folder.write([0xFF], to: "src/new\nline.md")
    let outcome = try run("src", "out")
    #expect(outcome.errors.hasPrefix("src/new\\nline.md:1:1: warning: "))
    #expect(try folder.files(in: "out") == ["new\nline.html"])
  }
}
