import DocTreeTesting
import Testing

@Suite struct RenderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func run(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try Command.run(
      ["render"] + arguments, in: folder.path, input: input, environment: environment)
  }

  @Test func printsADocument() throws {
    try folder.write("# Title\n\nA *word*.\n", to: "a.md")
    let outcome = try run("a.md", "--profile", "commonmark")
    #expect(outcome.output == "<h1>Title</h1>\n<p>A <em>word</em>.</p>\n")
    #expect(outcome.errors.isEmpty && outcome.status == 0)
  }

  @Test func hasSphinxSectionsUnlessToldOtherwise() throws {
    try folder.write("# Title\n", to: "a.md")
    #expect(try run("a.md").output.hasPrefix("<section"))
    #expect(try run("a.md", "--from", "commonmark").output == "<h1>Title</h1>\n")
    #expect(
      try run("a.md", "--from", "commonmark", "--profile", "sphinx").output.hasPrefix("<section"))
  }

  /// As if it were the only page of a project.
  @Test func aDocumentKnowsItsOwnName() throws {
    let text =
      "# T\n\n[](my.page.md) [x](./my.page.md) {doc}`my.page` {doc}`/my.page` [y](other.md)\n"
    try folder.write(text, to: "sub/my.page.md")
    let outcome = try run("sub/my.page.md", "--to", "pseudoxml")
    #expect(
      outcome.output.split(separator: "<reference internal=\"1\" refuri=\"\">").count == 5)
    #expect(
      outcome.errors.hasPrefix(
        "sub/my.page.md:3:65: warning: 'myst' cross-reference target not found: 'other.md'"))
    #expect(outcome.errors.split(separator: "warning:").count == 2)
    // docutils knows nothing of projects.
    let docutils = try run("sub/my.page.md", "-D", "dialect=docutils")
    #expect(docutils.errors.contains("Unknown target name: \"my.page.md\""))
  }

  @Test func readsStandardInput() throws {
    #expect(try run("-", input: Array("a < b\n".utf8)).output == "<p>a &lt; b</p>\n")
    #expect(try run("-").output.isEmpty)
  }

  @Test func mapsItsOptionsToConfigValues() throws {
    let text = Array("\"a\" <b>c</b> [d](javascript:e)\n".utf8)
    func output(_ arguments: String...) throws -> String {
      try Command.run(
        ["render", "-", "--from", "commonmark"] + arguments, in: folder.path, input: text
      ).output
    }
    #expect(try output().contains("<b>c</b>"))
    #expect(try !output().contains("javascript:"))
    #expect(try output("--smart").contains("“a”"))
    #expect(try output("--raw", "escape").contains("&lt;b&gt;c&lt;/b&gt;"))
    #expect(try !output("--raw", "strip").contains("<b>"))
    #expect(try output("--allow-unsafe-urls").contains("javascript:e"))
    #expect(try output("-D", "html.raw=escape") == output("--safe"))
    #expect(try output("--standalone").contains("<html"))
  }

  @Test(arguments: [
    ("--from rst", "there is no source format 'rst'; there are: "),
    ("--to pdf", "there is no output format 'pdf'; there are: "),
    ("--to htlm", "did you mean 'html'?"),
    ("--raw keep", "config value 'html.raw' cannot be 'keep'; allowed: allow, escape, strip"),
    ("--phase late", "there is no phase 'late'; there are: read, transformed"),
    ("-D html.rwa=x", "there is no config value 'html.rwa'; did you mean 'html.raw'?"),
    ("-D nothing", "-D takes KEY=VALUE, not 'nothing'"),
    ("--safe --raw allow", "--safe and --raw allow contradict each other"),
    ("--safe --allow-unsafe-urls", "--safe and --allow-unsafe-urls contradict each other"),
    ("--nonsense", "Unknown option '--nonsense'"),
    ("b.md", "Unexpected argument 'b.md'"),
  ])
  func refusesWrongUsage(options: String, message: String) throws {
    try folder.write("text\n", to: "a.md")
    let outcome = try Command.run(
      ["render", "a.md"] + options.split(separator: " ").map(String.init), in: folder.path)
    #expect(outcome.errors.contains(message))
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 2)
  }

  @Test func saysWhatItCannotRead() throws {
    try folder.write("text\n", to: "a.doc")
    let missing = try run("none.md")
    #expect(missing.errors == "error: none.md: cannot be read: No such file or directory\n")
    #expect(missing.status == 2)
    let folderAsFile = try run(".", "--from", "commonmark")
    #expect(folderAsFile.errors == "error: .: cannot be read: Is a directory\n")
    #expect(folderAsFile.status == 2)
    #expect(try run(".").errors == "error: .: cannot be read: Is a directory\n")
    let unknown = try run("a.doc")
    #expect(unknown.errors.contains("no source format is known by the suffix of 'a.doc'"))
    #expect(unknown.status == 2)
    #expect(try run("a.doc", "--from", "commonmark").output == "<p>text</p>\n")
  }

  #if os(Linux)
    @Test func saysThatItCannotWrite() throws {
      try folder.write("text\n", to: "a.md")
      let outcome = try Command.run(
        ["render", "a.md"], in: folder.path, output: "/dev/full")
      #expect(
        outcome.errors == "error: <stdout>: cannot be written: No space left on device\n")
      #expect(outcome.status == 2)
    }
  #endif

  @Test func showsWhereAWarningIs() throws {
    try folder.write(Array("ok\n\t日".utf8) + [0xFF] + Array(" x\n".utf8), to: "a.md")
    let outcome = try run("a.md")
    #expect(
      outcome.errors == """
        a.md:2:5: warning: this is no UTF-8; what is not is read as U+FFFD [source.encoding]
          \t日\u{FFFD} x
          \t  ^

        """)
    #expect(outcome.status == 0)
    #expect(try run("a.md", "-W").status == 1)
    #expect(try run("a.md", "-W").output == outcome.output)
  }

  @Test(arguments: [
    (["CLICOLOR_FORCE": "1"], true), ([:], false), (["CLICOLOR_FORCE": "0"], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
  ])
  func colorsWhereItShould(environment: [String: String], hasColor: Bool) throws {
    let outcome = try run("none.md", environment: environment)
    #expect(outcome.errors.contains("\u{1B}[") == hasColor)
  }

  @Test(
    arguments: [
      ([], ""),
      ([0], "<p>\u{FFFD}</p>\n"),
      ([0xEF, 0xBB, 0xBF, 0x61], "<p>a</p>\n"),
      (Array("a\r\n\r\nb\r\n".utf8), "<p>a</p>\n<p>b</p>\n"),
      (Array("a\r\rb".utf8), "<p>a</p>\n<p>b</p>\n"),
      ([0x61, 0xFF, 0xC0, 0xAF], "<p>a\u{FFFD}\u{FFFD}\u{FFFD}</p>\n"),
      ([0xED, 0xA0, 0x80], "<p>\u{FFFD}\u{FFFD}\u{FFFD}</p>\n"),
    ] as [([UInt8], String)])
  func takesAnyBytes(bytes: [UInt8], output: String) throws {
    let outcome = try run("-", "--from", "commonmark", input: bytes)
    #expect(outcome.output == output)
    #expect(outcome.status == 0)
  }

  @Test func takesAnyFileName() throws {
    for name in ["a b.md", "new\nline.md", "日本.md", "-.md"] {
      try folder.write("text\n", to: name)
      #expect(try run("./" + name).output == "<p>text</p>\n")
    }
  }
}
