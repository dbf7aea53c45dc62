import ArgumentParser

struct BuildCommand: RequestingCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build every document of a folder.",
    discussion: """
      What was built before and is not touched by any change stays as it is. Options are called as
      those of sphinx-build.
      """)

  @Argument(help: "The folder of the sources. (default: the current one)", completion: .directory)
  var source: String?
  @Argument(
    help: "The folder to write to. (default: _build/BUILDER in that of the sources)",
    completion: .directory)
  var output: String?
  @Option(
    name: [.customShort("b", allowingJoined: true), .customLong("builder")],
    help: ArgumentHelp("What to make; see 'list builders'. (default: html)", valueName: "builder"),
    completion: .list(completedBuilders))
  var builder: String?
  @Option(
    name: [.customShort("j", allowingJoined: true), .customLong("jobs")],
    help: ArgumentHelp(
      "How many documents are worked on at the same time. (default: auto, all cores)",
      valueName: "count"))
  var jobs: String?
  @Flag(name: [.customShort("a"), .customLong("write-all")], help: "Make all pages anew.")
  var writeAll = false
  @Flag(
    name: [.customShort("E"), .customLong("fresh-env")], help: "Use nothing of the last build.")
  var freshEnv = false
  @Option(
    name: [.customShort("d"), .customLong("doctree-dir")],
    help: ArgumentHelp(
      "Where to keep what the next build uses. (default: .doctree in the output)",
      valueName: "folder"), completion: .directory)
  var doctreeDir: String?
  @Option(
    name: [.customShort("t"), .customLong("tag")],
    help: ArgumentHelp("A tag for conditions; can be given several times.", valueName: "tag"))
  var tag: [String] = []
  @Flag(
    name: [.customShort("n"), .customLong("nitpicky")],
    help: "Warn of every reference that points to nothing.")
  var nitpicky = false
  @OptionGroup var common: CommonOptions
  @Flag(help: .hidden)
  var keepGoing = false
  @Option(
    name: [.customShort("w"), .customLong("warning-file")],
    help: ArgumentHelp("Write problems to this file, too.", valueName: "file"),
    completion: .file())
  var warningFile: String?
  @Option(
    help: ArgumentHelp(
      "How to report problems: text to standard error; json or sarif to standard output.",
      valueName: "form"), completion: .list(["text", "json", "sarif"]))
  var diagnostics: String?
  @Flag(name: [.customShort("v"), .customLong("verbose")], help: "Say which files are written.")
  var verbose = false
  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Print problems only.")
  var quiet = false

  var request: Request {
    .build(
      BuildOptions(
        source: source, output: output, builder: builder, jobs: jobs,
        isStrict: common.failOnWarning, isQuiet: quiet, isVerbose: verbose, isFresh: freshEnv,
        writesAll: writeAll, cacheFolder: doctreeDir, warningFile: warningFile,
        diagnostics: diagnostics,
        settings: Settings(
          definitions: common.define, configurationFile: common.config, tags: tag,
          isNitpicky: nitpicky)))
  }
}

struct CleanCommand: RequestingCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Take away what builds wrote to a folder, and nothing else.")

  @Argument(help: "The folder that was built into.", completion: .directory)
  var output: String
  @Option(
    name: [.customShort("d"), .customLong("doctree-dir")],
    help: ArgumentHelp("The folder that the builds were told with -d.", valueName: "folder"),
    completion: .directory)
  var doctreeDir: String?

  var request: Request { .clean(CleanOptions(output: output, cacheFolder: doctreeDir)) }
}

struct InspectCommand: RequestingCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print the tree of a document after each phase, with positions.")

  @Argument(help: "The document; - for standard input.", completion: .file())
  var file: String
  @OptionGroup var common: CommonOptions

  var request: Request {
    .inspect(
      InspectOptions(
        file: file,
        settings: Settings(definitions: common.define, configurationFile: common.config)))
  }
}

struct ListCommand: RequestingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what there is, extensions included.",
    discussion: """
      formats, builders, directives, roles and config (values) are those of the program; kinds are
      its kinds of nodes with the formats that have a handler of their own for them. pages, labels,
      terms, equations and objects are those of a project.
      """)

  @Argument(help: "What to list.")
  var topic: ListTopic
  @Argument(help: "The folder of the project. (default: the current one)", completion: .directory)
  var source: String?
  @OptionGroup var common: CommonOptions

  var request: Request {
    .list(
      ListOptions(
        topic: topic, source: source,
        settings: Settings(definitions: common.define, configurationFile: common.config)))
  }
}

extension ListTopic: ExpressibleByArgument {}

private let completedBuilders = [
  "dirhtml", "dummy", "gettext", "html", "json", "linkcheck", "man", "pseudoxml", "singlehtml",
  "text", "xml",
]
