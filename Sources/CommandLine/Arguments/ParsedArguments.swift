import ArgumentParser
import DocTreeProject

/// Command lines as ArgumentParser reads them.
enum ParsedArguments {
  /// - Throws: ``UsageFailure``, for requests for help too.
  static func parse(_ arguments: [String]) throws -> Request {
    do {
      // Taken for an option `-Dkey` otherwise, with the value `value`.
      let words = arguments.flatMap { word in
        word.hasPrefix("-D") && word != "-D" ? ["-D", String(word.dropFirst(2))] : [word]
      }
      var command = try RootCommand.parseAsRoot(words)
      if let command = command as? any RequestingCommand { return command.request }
      // The command is one of ArgumentParser's own, whose text comes as an error.
      try command.run()
      throw CleanExit.helpRequest(RootCommand.self)
    } catch {
      throw UsageFailure(error: error)
    }
  }
}

/// A command line that cannot be followed, or that asks for a text such as the help.
struct UsageFailure: Error {
  let error: any Error

  /// Prints it.
  func report() -> ExitStatus {
    let text = RootCommand.fullMessage(for: error)
    let isFine = RootCommand.exitCode(for: error).isSuccess
    if !text.isEmpty { Report.write(Array((text + "\n").utf8), to: isFine ? .output : .error) }
    return isFine ? .fine : .cannotRun
  }
}

/// A command whose options make a request.
protocol RequestingCommand: ParsableCommand {
  var request: Request { get }
}

struct RootCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      // The name of the program that runs, which may be a user's own.
      commandName: CommandLine.arguments.first.map {
        String(decoding: Path($0).lastComponent, as: UTF8.self)
      } ?? "doctree",
      abstract: "Turn documents into HTML, text and other formats.",
      version: DocTreeTool.version,
      subcommands: [
        BuildCommand.self, RenderCommand.self, ListCommand.self, InspectCommand.self,
        CleanCommand.self,
      ])
  }
}

struct RenderCommand: RequestingCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print one document in another format.")

  @Argument(help: "The document; - for standard input.", completion: .file())
  var file: String
  @Option(
    help: ArgumentHelp(
      "The format of the document. (default: by its suffix)", valueName: "format"),
    completion: .list(["commonmark", "myst"]))
  var from: String?
  @Option(
    help: ArgumentHelp("The format to print. (default: html)", valueName: "format"),
    completion: .list(completedFormats))
  var to: String?
  @Option(
    help: "Whose HTML: commonmark or sphinx. (default: sphinx, but with --from commonmark that)",
    completion: .list(["commonmark", "sphinx"]))
  var profile: String?
  @Option(
    help: "Whose tree: sphinx or docutils. (default: sphinx)",
    completion: .list(["sphinx", "docutils"]))
  var dialect: String?
  @Option(
    help:
      "How far to go: the tree as it is read, transformed, or with its references resolved. (default: resolved)",
    completion: .list(Phases.names))
  var phase: String?
  @Option(
    help: ArgumentHelp(
      "Switch syntax extensions of MyST on: dollarmath,deflist.", valueName: "names"),
    completion: .list(completedExtensions))
  var enable: [String] = []
  @Flag(help: "Make quotes, dashes and ellipses typographic.")
  var smart = false
  @Flag(help: "Raw HTML is shown as text, and unsafe links are left out.")
  var safe = false
  @Option(
    help: "What happens to raw HTML: allow, escape or strip. (default: allow)",
    completion: .list(["allow", "escape", "strip"]))
  var raw: String?
  @Flag(help: "Links to javascript: and the like are written as links.")
  var allowUnsafeUrls = false
  @Option(help: ArgumentHelp("How wide lines of text are, in columns.", valueName: "columns"))
  var width: String?
  @Flag(help: "Print a complete page.")
  var standalone = false
  @OptionGroup var common: CommonOptions

  var request: Request {
    .render(
      RenderOptions(
        file: file, from: from, to: to, phase: phase, isStrict: common.failOnWarning,
        settings: Settings(
          profile: profile, dialect: dialect, raw: raw, width: width, isSmart: smart,
          isSafe: safe, allowsUnsafeURLs: allowUnsafeUrls, isStandalone: standalone,
          definitions: common.define, configurationFile: common.config, enabled: enable)))
  }
}

struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("D", allowingJoined: true), .customLong("define")],
    help: ArgumentHelp(
      "Set a config value; can be given several times.", valueName: "key=value"))
  var define: [String] = []
  @Option(
    name: [.customShort("c", allowingJoined: true), .customLong("config")],
    help: ArgumentHelp(
      "The file with config values. (default: build: doctree.yml in the folder of the sources)",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?
  @Flag(
    name: [.customShort("W"), .customLong("fail-on-warning")],
    help: "End with 1 if there are warnings.")
  var failOnWarning = false
}

private let completedExtensions = [
  "alert", "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath",
  "fieldlist", "gfm_autolink", "html_admonition", "html_image", "linkify", "replacements",
  "section_ref", "smartquotes", "strikethrough", "substitution", "tasklist",
]
let completedFormats = ["html", "json", "pseudoxml", "text", "xml"]
