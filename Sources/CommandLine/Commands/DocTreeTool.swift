import ArgumentParser
public import DocTree
import DocTreeProject
import Translators

/// The `doctree` command, for a program of your own that has your extensions:
///
///     import Callouts
///     import DocTreeCommandLine
///     DocTreeTool.main(extensions: [Callouts()])
public enum DocTreeTool {
  /// The version of DocTree.
  public static let version = "0.1.0"

  /// Does what the command line says, and ends the process: with 0 if all is fine, 1 for errors in
  /// documents (with `-W` for warnings too), 2 for wrong usage or a build that could not run.
  ///
  /// - Parameter extensions: what there is besides ``Builtins``.
  public static func main(extensions: [any Extension] = []) -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status: ExitStatus
    do {
      // ArgumentParser takes more instructions to read a command line than a small document takes
      // to be rendered, so that usual lines go past it.
      let request = try QuickArguments.parse(arguments) ?? ParsedArguments.parse(arguments)
      let registry = try Registry(
        extensions: (request.isPlain ? Builtins.plain : Builtins.extensions) + extensions)
      status = try request.run(registry)
      // Never freed: the process ends with it.
      _ = Unmanaged.passRetained(Box(registry))
    } catch let failure as UsageFailure {
      status = failure.report()
    } catch let error as ProjectConfigurationError {
      Report.failure(error)
      status = .cannotRun
    } catch {
      Report.failure("\(error)")
      status = .cannotRun
    }
    Console.exit(status.rawValue)
  }
}

/// Keeps a value from being taken apart.
private final class Box<Value> {
  let value: Value
  init(_ value: Value) { self.value = value }
}

/// What a process ends with.
enum ExitStatus: Int32 {
  case fine = 0
  /// Errors in documents, or warnings with `-W`.
  case problems = 1
  /// Wrong usage, or a build that could not run.
  case cannotRun = 2

  /// - Parameter strict: whether a warning is as bad as an error.
  init(_ diagnostics: some Sequence<Severity>, strict: Bool) {
    let worst = diagnostics.max() ?? .debug
    self = worst >= .error || strict && worst >= .warning ? .problems : .fine
  }
}

/// What a command line asks for.
enum Request: Equatable {
  case render(RenderOptions)
  case build(BuildOptions)
  case list(ListOptions)
  case clean(CleanOptions)
  case inspect(InspectOptions)

  /// Whether the request has nothing to do with MyST: neither the document nor an option that may be
  /// about it, nor with manual pages.
  var isPlain: Bool {
    guard case .render(let options) = self, options.from == "commonmark" else { return false }
    return options.to != ManTranslator.format && options.settings.definitions.isEmpty
      && options.settings.configurationFile == nil
      && options.settings.enabled.isEmpty
  }

  func run(_ registry: Registry) throws -> ExitStatus {
    switch self {
    case .render(let options): try options.run(registry)
    case .build(let options): try options.run(registry)
    case .list(let options): try options.run(registry)
    case .clean(let options): try options.run()
    case .inspect(let options): try options.run(registry)
    }
  }
}
