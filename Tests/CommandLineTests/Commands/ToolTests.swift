import DocTreeCommandLine
import DocTreeTesting
import Testing

@Suite struct ToolTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func run(_ arguments: String...) throws -> Command.Outcome {
    try Command.run(arguments, in: folder.path)
  }

  @Test func tellsItsVersion() throws {
    let outcome = try run("--version")
    #expect(outcome.output == DocTreeTool.version + "\n")
    #expect(outcome.errors.isEmpty && outcome.status == 0)
  }

  @Test(arguments: [["--help"], ["help"], ["help", "build"], ["render", "--help"], []])
  func helps(arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: folder.path)
    #expect(outcome.output.contains("USAGE: doctree"))
    #expect(outcome.errors.isEmpty && outcome.status == 0)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesCompletions(shell: String) throws {
    let outcome = try run("--generate-completion-script", shell)
    for word in ["doctree", "render", "build", "fail-on-warning", "pseudoxml"] {
      #expect(outcome.output.contains(word))
    }
    #expect(outcome.status == 0)
  }

  @Test(arguments: [["bild", "src", "out"], ["--generate-completion-script", "tcsh"]])
  func refusesWrongUsage(arguments: [String]) throws {
    let outcome = try Command.run(arguments, in: folder.path)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
    #expect(outcome.status == 2)
  }

  @Test func listsWhatThereIs() throws {
    #expect(
      try run("list", "formats").output.contains("from myst (.md, .markdown)\n"))
    #expect(try run("list", "formats").output.contains("to html (.html)\n"))
    #expect(try run("list", "kinds").output.contains("paragraph"))
    #expect(try run("list", "config").output.contains("html.raw: allow, escape, strip\n"))
  }
}
