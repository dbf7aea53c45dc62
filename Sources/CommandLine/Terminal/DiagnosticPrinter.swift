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

  init(hasColor: Bool) { self.hasColor = hasColor }

  /// Everything printed since the last call.
  mutating func take() -> [UInt8] {
    defer { output = [] }
    return output
  }

  mutating func print(_ item: LocatedDiagnostic) {
    let diagnostic = item.diagnostic
    let place = Printable.text(diagnostic.position.description)
    if !place.isEmpty { styled(place + ": ", .bold) }
    styled(diagnostic.severity.label + ": ", diagnostic.severity >= .error ? .red : .yellow)
    write(Printable.text(diagnostic.message, keepingLines: true))
    if !diagnostic.category.isEmpty { write(" [\(Printable.text(diagnostic.category))]") }
    write("\n")
    if let excerpt = item.excerpt, !excerpt.bytes.isEmpty { print(excerpt) }
  }

  private mutating func print(_ excerpt: SourceExcerpt) {
    let cut = excerpt.isCutBefore ? "…" : ""
    let line = Printable.text(String(decoding: excerpt.bytes, as: UTF8.self))
    write("  \(cut)\(line)\(excerpt.isCutAfter ? "…" : "")\n")
    guard let offset = excerpt.offset else { return }
    let before = Printable.text(String(decoding: excerpt.bytes[..<offset], as: UTF8.self))
    write("  " + DisplayWidth.blanks(for: cut + before))
    styled("^", .green)
    write("\n")
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case green = "1;32"
  }

  private mutating func styled(_ text: String, _ style: Style) {
    if hasColor {
      write("\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m")
    } else {
      write(text)
    }
  }

  private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
}
