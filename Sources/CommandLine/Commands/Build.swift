import DocTree
import DocTreeProject

extension BuildOptions {
  func run(_ registry: Registry) throws -> ExitStatus {
    let builder = try registry.requireBuilder(self.builder ?? "html")
    let project = try settings.configuration(
      registry, root: Path(source), defaults: builder.defaults)
    var build = ProjectBuild(
      source: Path(source), output: Path(output), registry: registry, project: project,
      builder: builder)
    build.options.jobs = try jobCount()

    let progress = isQuiet ? nil : ProgressLine()
    var observer = ProjectBuild.Observer()
    observer.progress = { what, done, count in progress?.update(what, done, of: count) }
    observer.note = { note in
      progress?.clear()
      Report.note(note)
    }
    let result = try build.run(observer)
    progress?.clear()
    Report.diagnostics(result.diagnostics)
    if !isQuiet { Report.write(Array(summary(result).utf8), to: .output) }
    return ExitStatus(result.diagnostics.lazy.map(\.diagnostic.severity), strict: isStrict)
  }

  private func jobCount() throws -> Int {
    guard let jobs, jobs != "auto" else { return Console.coreCount }
    guard let count = Int(jobs), count > 0 else {
      throw InvalidOption("-j takes a number from 1, or auto, not '\(jobs)'")
    }
    return count
  }

  private func summary(_ result: ProjectBuild.Result) -> String {
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let severities = result.diagnostics.map(\.diagnostic.severity)
    var text =
      "\(counted(result.documentCount, "document")): \(result.readCount) read, "
      + "\(result.writtenCount) written to \(Printable.text(output))"
    if result.removedCount > 0 { text += ", \(result.removedCount) removed" }
    let errors = severities.count { $0 >= .error }
    let warnings = severities.count { $0 == .warning }
    if errors > 0 { text += ", \(counted(errors, "error"))" }
    if warnings > 0 { text += ", \(counted(warnings, "warning"))" }
    return text + "\n"
  }
}
