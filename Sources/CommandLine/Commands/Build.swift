import DocTree
import DocTreeProject

extension BuildOptions {
  func run(_ registry: Registry) throws -> ExitStatus {
    let format = builder ?? "html"
    let pipeline = DocumentPipeline(
      registry: registry,
      configuration: try settings.configuration(
        registry, root: Path(source), defaults: [("html.standalone", "true")]
      ).values,
      output: try registry.requireFormat(format))
    let build = FolderBuild(
      source: Path(source), output: Path(output), pipeline: pipeline, jobs: try jobCount())

    let progress = isQuiet ? nil : ProgressLine()
    let result = try build.run { done, count in progress?.update(done, of: count) }
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

  private func summary(_ result: FolderBuild.Result) -> String {
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let severities = result.diagnostics.map(\.diagnostic.severity)
    let written =
      result.writtenCount == result.documentCount
      ? counted(result.documentCount, "document")
      : "\(result.writtenCount) of \(counted(result.documentCount, "document"))"
    var text = "\(written) written to \(Printable.text(output))"
    let errors = severities.count { $0 >= .error }
    let warnings = severities.count { $0 == .warning }
    if errors > 0 { text += ", \(counted(errors, "error"))" }
    if warnings > 0 { text += ", \(counted(warnings, "warning"))" }
    return text + "\n"
  }
}
