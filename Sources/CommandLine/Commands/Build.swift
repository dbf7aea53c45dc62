import DocTree
import DocTreeProject

extension BuildOptions {
  func run(_ registry: Registry) throws -> ExitStatus {
    let builder = try registry.requireBuilder(self.builder ?? "html")
    let form = try DiagnosticForm.named(diagnostics ?? "text")
    let source = Path(source ?? ".")
    let output = output.map { Path($0) } ?? source.appending(Path("_build/\(builder.name)"))
    let project: ProjectConfiguration
    do {
      project = try settings.configuration(registry, root: source, defaults: builder.defaults)
    } catch let error as ProjectConfigurationError {
      // Programs that read the results want these, too.
      var finder = ExcerptFinder(error.source)
      let problems = error.problems.map { finder.locate($0) }
      report(problems, form)
      if let warningFile { try writeWarnings(problems, to: Path(warningFile)) }
      return .cannotRun
    }
    var build = ProjectBuild(
      source: source, output: output, registry: registry, project: project, builder: builder)
    build.options.jobs = try jobCount()
    build.options.isFresh = isFresh
    build.options.writesAll = writesAll
    build.options.leavesMemory = true
    build.options.cacheFolder = cacheFolder.map { Path($0) }

    let progress = isQuiet ? nil : ProgressLine()
    var observer = ProjectBuild.Observer()
    observer.progress = { what, done, count in progress?.update(what, done, of: count) }
    observer.note = { note in
      progress?.clear()
      Report.note(note)
    }
    let result = try build.run(observer)
    progress?.clear()
    report(result.diagnostics, form)
    if let warningFile { try writeWarnings(result.diagnostics, to: Path(warningFile)) }
    if !isQuiet, form == .text {
      if isVerbose { Report.write(Array(files(result).utf8), to: .output) }
      Report.write(Array(BuildSummary(result, output: output).text.utf8), to: .output)
    }
    return ExitStatus(result.diagnostics.lazy.map(\.diagnostic.severity), strict: isStrict)
  }

  private func jobCount() throws -> Int {
    guard let jobs, jobs != "auto" else { return Console.coreCount }
    guard let count = Int(jobs), count > 0 else {
      throw InvalidOption("-j takes a number from 1, or auto, not '\(jobs)'")
    }
    return count
  }

  private func report(_ diagnostics: [LocatedDiagnostic], _ form: DiagnosticForm) {
    switch form {
    case .text: Report.diagnostics(diagnostics)
    case .json: Report.write(DiagnosticJSON.make(diagnostics), to: .output)
    case .sarif:
      Report.write(DiagnosticSARIF.make(diagnostics, version: DocTreeTool.version), to: .output)
    }
  }

  private func writeWarnings(_ diagnostics: [LocatedDiagnostic], to path: Path) throws {
    var printer = DiagnosticPrinter(hasColor: false)
    for item in diagnostics where item.diagnostic.severity >= .warning {
      printer.print(item)
    }
    try FileSystem.write(printer.take(), to: path)
  }

  private func files(_ result: ProjectBuild.Result) -> String {
    (result.written.map { "written: \(Printable.text($0.description))\n" }
      + result.removed.map { "removed: \(Printable.text($0.description))\n" }).joined()
  }
}

/// How problems are reported.
enum DiagnosticForm: String, CaseIterable {
  case text, json, sarif

  static func named(_ name: String) throws -> DiagnosticForm {
    if let form = DiagnosticForm(rawValue: name) { return form }
    let known = allCases.map(\.rawValue).joined(separator: ", ")
    throw InvalidOption("--diagnostics takes one of: \(known); not '\(name)'")
  }
}

/// What is said at the end of a build: what was done, and how many problems there are where.
struct BuildSummary {
  private let result: ProjectBuild.Result
  private let output: Path

  init(_ result: ProjectBuild.Result, output: Path) {
    self.result = result
    self.output = output
  }

  /// How many files with problems are named.
  private static let fileLimit = 10

  var text: String {
    var text = counted(result.documentCount, "document") + ": \(result.readCount) read, "
    text += "\(result.writtenCount) written to \(Printable.text(output.description))"
    if result.removedCount > 0 { text += ", \(result.removedCount) removed" }
    let severities = result.diagnostics.map(\.diagnostic.severity)
    let problems = problems(severities)
    if !problems.isEmpty { text += "; " + problems }
    return text + "\n" + places
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func problems(_ severities: [Severity]) -> String {
    let errors = severities.count { $0 >= .error }
    let warnings = severities.count { $0 == .warning }
    return [
      errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : "",
    ]
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A line for each file with problems, if there are enough of them to lose sight of.
  private var places: String {
    let shown = result.diagnostics.filter { $0.diagnostic.severity >= .warning }
    guard shown.count > 3 else { return "" }
    var names: [String] = []
    var severities: [String: [Severity]] = [:]
    for item in shown {
      let name = item.diagnostic.position.file.name
      if severities[name] == nil { names.append(name) }
      severities[name, default: []].append(item.diagnostic.severity)
    }
    var text = ""
    for name in names.prefix(Self.fileLimit) {
      let place = name.isEmpty ? "the project" : Printable.text(name)
      text += "  \(place): \(problems(severities[name] ?? []))\n"
    }
    if names.count > Self.fileLimit {
      text += "  and \(counted(names.count - Self.fileLimit, "file")) more\n"
    }
    return text
  }
}
