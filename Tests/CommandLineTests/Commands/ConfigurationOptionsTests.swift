import DocTreeTesting
import Testing

@Suite struct ConfigurationOptionsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try Command.run(arguments, in: folder.path)
  }

  @Test func extensionsAreSwitchedOn() throws {
    try folder.write("$a$\n\nb\n: c\n", to: "a.md")
    func tree(_ arguments: String...) throws -> String {
      try Command.run(["render", "a.md", "--to", "pseudoxml"] + arguments, in: folder.path).output
    }
    #expect(try !tree().contains("<math"))
    let both = try tree("--enable", "dollarmath,deflist")
    #expect(both.contains("<math") && both.contains("<definition_list"))
    #expect(try tree("--enable=dollarmath", "--enable", "deflist") == both)
    #expect(try tree("--enable", "dollarmath", "-Dmyst.enable_extensions=deflist") == both)
    #expect(try tree("--from", "commonmark", "--enable", "dollarmath").contains("$a$"))
    try folder.write("myst: {enable_extensions: [dollarmath]}\n", to: "c.yml")
    #expect(try tree("-c", "c.yml", "--enable", "deflist") == both)
    #expect(try tree("-cc.yml").contains("<math"))
    let wrong = try run("render", "a.md", "--enable", "dolarmath")
    #expect(wrong.errors.contains("did you mean 'dollarmath'?") && wrong.status == 2)
  }

  @Test func allMistakesOfAFileAreShown() throws {
    try folder.write("text\n", to: "src/index.md")
    try folder.write("projct: x\nnitpicky: perhaps\n", to: "src/doctree.yml")
    let outcome = try run("build", "src", "out")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("src/doctree.yml:1:1: error: there is no config value 'projct'"))
    #expect(outcome.errors.contains("nitpicky: perhaps\n            ^"))
    // A document alone has no project.
    #expect(try run("render", "src/index.md").status == 0)
  }

  @Test func phasesAreShown() throws {
    try folder.write("---\na: 1\n---\n# A\n\n[b](#c)\n", to: "a.md")
    func tree(_ phase: String) throws -> String {
      try run("render", "a.md", "--to", "pseudoxml", "--phase", phase).output
    }
    #expect(try tree("read").contains("<field_list>"))
    #expect(try !tree("transformed").contains("<field_list>"))
    #expect(try tree("transformed").contains("<pending_xref"))
    #expect(try !tree("resolved").contains("<pending_xref"))
  }

  @Test func warningsAreSuppressed() throws {
    try folder.write("[a](#b)\n", to: "a.md")
    let loud = try run("render", "a.md", "-W")
    #expect(loud.errors.contains("[myst.xref_missing]") && loud.status == 1)
    for pattern in ["myst.xref_missing", "myst.*", "myst"] {
      let quiet = try run("render", "a.md", "-W", "-D", "suppress_warnings=\(pattern)")
      #expect(quiet.errors.isEmpty && quiet.status == 0)
    }
  }
}
