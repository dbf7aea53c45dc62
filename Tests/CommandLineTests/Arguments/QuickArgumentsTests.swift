import ArgumentParser
import Testing

@testable import DocTreeCommandLine

@Suite struct QuickArgumentsTests {
  static let usual = [
    "render a.md",
    "render -",
    "render a.md --from commonmark --to html --phase read",
    "render --from=commonmark a.md --to=html",
    "render --profile sphinx --dialect docutils --raw strip --width 40 a.md",
    "render a.md --smart --safe --standalone --allow-unsafe-urls",
    "render a.md -W -D a=b -D c=d",
    "render a.md -Da=b --define c=d --define=e=f --fail-on-warning",
    "build src out",
    "build src out -b text -j 4 -W -q -D a=b",
    "build -j4 -btext src out",
    "build src out -a -E -n -v -d kept -w problems -t one --tag two --diagnostics json",
    "build --builder text --jobs auto src out --quiet --fail-on-warning",
  ]

  @Test(arguments: usual)
  func readsUsualLinesAsArgumentParserDoes(line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let quick = try #require(QuickArguments.parse(arguments))
    #expect(try quick == ParsedArguments.parse(arguments))
  }

  @Test(arguments: [
    "", "--version", "--help", "help render", "list formats", "rendr a.md", "render",
    "render a.md b.md", "render a.md --to", "render a.md --to --smart", "render a.md --smart=yes",
    "render a.md --smart --smart", "render a.md --to= x", "render a.md --unknown",
    "render a.md --to html --to text", "render -- a.md", "build src", "build src out more",
    "build src out -Wq", "build src out -j", "render a.md --help",
  ])
  func leavesOtherLinesToArgumentParser(line: String) {
    #expect(QuickArguments.parse(line.split(separator: " ").map(String.init)) == nil)
  }

  /// Every option that the help of a command names can be read without ArgumentParser.
  @Test(arguments: [
    ("render", RenderCommand.helpMessage(), "a.md"), ("build", BuildCommand.helpMessage(), "a b"),
  ])
  func knowsEveryOption(command: String, help: String, operands: String) throws {
    var count = 0
    for match in help.matches(of: #/(?m)^  (?:-\w, )?(--[\w-]+)(?: (<[\w=-]+>))?/#) {
      let name = String(match.output.1)
      if name == "--help" || name == "--version" { continue }
      let value = match.output.2 == nil ? [] : ["1"]
      let line = [command, name] + value + operands.split(separator: " ").map(String.init)
      #expect(QuickArguments.parse(line) != nil, "\(name) is left to ArgumentParser")
      count += 1
    }
    #expect(count >= 5)
  }
}
