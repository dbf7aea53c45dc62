import DocTree
import DocTreeProject

/// What the command tells its user.
enum Report {
  /// Prints diagnostics to standard error, warnings and worse.
  static func diagnostics(_ diagnostics: [LocatedDiagnostic]) {
    var printer = DiagnosticPrinter(hasColor: hasColor)
    for item in diagnostics where item.diagnostic.severity >= .warning {
      printer.print(item)
      if printer.output.count > 1 << 16 { write(printer.take(), to: .error) }
    }
    write(printer.take(), to: .error)
  }

  /// Prints something that is worth knowing.
  static func note(_ text: String) {
    write(Array("note: \(Printable.text(text))\n".utf8), to: .error)
  }

  /// Prints why nothing can be done.
  static func failure(_ message: String) {
    var printer = DiagnosticPrinter(hasColor: hasColor)
    printer.print(LocatedDiagnostic(Diagnostic(.error, message)))
    write(printer.take(), to: .error)
  }

  /// Prints what is wrong with a configuration.
  static func failure(_ error: ProjectConfigurationError) {
    var finder = ExcerptFinder(error.source)
    diagnostics(error.problems.map { finder.locate($0) })
  }

  /// Writes; a standard stream that takes nothing ends the process.
  static func write(_ bytes: [UInt8], to stream: Console.Stream) {
    do {
      try Console.write(bytes, to: stream)
    } catch {
      if stream == .output { failure("\(error)") }
      Console.exit(ExitStatus.cannotRun.rawValue)
    }
  }

  /// Whether standard error takes colors (no-color.org, bixense.com/clicolors).
  private static var hasColor: Bool {
    if Console.environment("NO_COLOR") != nil { return false }
    if let force = Console.environment("CLICOLOR_FORCE") { return force != "0" }
    return Console.isTerminal(.error) && Console.environment("TERM") != "dumb"
  }
}
