import DocTree
import DocTreeProject

/// Writes diagnostics as people read them:
///
///     notes.md:3:5: warning: there is no such role 'kdb' [myst.role]
///       Use {kdb}`Ctrl`.
///           ^
struct DiagnosticPrinter {
  private(set) var output: [UInt8] = []
  let hasColor: Bool
  private var lastFile: (file: SourceFile, name: [UInt8])?

  init(hasColor: Bool) { self.hasColor = hasColor }

  /// Everything printed since the last call.
  mutating func take() -> [UInt8] {
    defer { output = [] }
    return output
  }

  mutating func print(_ item: LocatedDiagnostic) {
    let diagnostic = item.diagnostic
    let position = diagnostic.position
    if position.isKnown {
      styled(.bold) {
        $0.write(position.file)
        if position.line > 0 {
          if position.file != .unknown { $0.write(":") }
          $0.write(String(position.line))
          if position.column > 0 { $0.write(":" + String(position.column)) }
        }
        $0.write(": ")
      }
    }
    styled(diagnostic.severity >= .error ? .red : .yellow) {
      $0.write(diagnostic.severity.label)
      $0.write(": ")
    }
    Printable.append(diagnostic.message, keepingLines: true, to: &output)
    if !diagnostic.category.isEmpty {
      write(" [")
      Printable.append(diagnostic.category, to: &output)
      write("]")
    }
    write("\n")
    if let excerpt = item.excerpt, !excerpt.bytes.isEmpty { print(excerpt) }
  }

  private mutating func print(_ excerpt: SourceExcerpt) {
    write("  ")
    if excerpt.isCutBefore { write("…") }
    excerpt.bytes.withUnsafeBufferPointer { Printable.append($0, to: &output) }
    if excerpt.isCutAfter { write("…") }
    write("\n")
    guard let offset = excerpt.offset else { return }
    write("  ")
    if excerpt.isCutBefore { write(" ") }
    excerpt.bytes.withUnsafeBufferPointer { line in
      let before = UnsafeBufferPointer(rebasing: line[..<offset])
      if Printable.isVisibleASCII(before) {
        output.append(contentsOf: repeatElement(0x20, count: before.count))
      } else {
        write(
          DisplayWidth.blanks(for: Printable.text(String(decoding: before, as: UTF8.self))))
      }
    }
    styled(.green) { $0.write("^") }
    write("\n")
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case green = "1;32"
  }

  private mutating func styled(_ style: Style, _ body: (inout DiagnosticPrinter) -> Void) {
    if hasColor { write("\u{1B}[\(style.rawValue)m") }
    body(&self)
    if hasColor { write("\u{1B}[0m") }
  }

  /// The name of a file, which most diagnostics have in common with the one before.
  private mutating func write(_ file: SourceFile) {
    if lastFile?.file != file {
      var name: [UInt8] = []
      Printable.append(file.name, to: &name)
      lastFile = (file, name)
    }
    if let lastFile { output.append(contentsOf: lastFile.name) }
  }

  private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
}
