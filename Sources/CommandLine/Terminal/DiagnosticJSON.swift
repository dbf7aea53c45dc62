import DocTree
import DocTreeProject
import Translators

/// Diagnostics for programs: an array of objects.
enum DiagnosticJSON {
  static func make(_ diagnostics: [LocatedDiagnostic]) -> [UInt8] {
    var text = "["
    var isFirst = true
    for item in diagnostics where item.diagnostic.severity >= .warning {
      let diagnostic = item.diagnostic
      text += isFirst ? "\n  {" : ",\n  {"
      isFirst = false
      text +=
        "\"severity\": \(JSONString.quoted(diagnostic.severity >= .error ? "error" : "warning"))"
      text += ", \"message\": \(JSONString.quoted(diagnostic.message))"
      if !diagnostic.category.isEmpty {
        text += ", \"category\": \(JSONString.quoted(diagnostic.category))"
      }
      text += ", \"file\": \(JSONString.quoted(diagnostic.position.file.name))"
      if diagnostic.position.line > 0 { text += ", \"line\": \(diagnostic.position.line)" }
      if diagnostic.position.column > 0 { text += ", \"column\": \(diagnostic.position.column)" }
      text += "}"
    }
    return Array((text + (isFirst ? "]\n" : "\n]\n")).utf8)
  }
}

/// Diagnostics in the form that code hosts show beside the lines. (SARIF 2.1.0.)
enum DiagnosticSARIF {
  static func make(_ diagnostics: [LocatedDiagnostic], version: String) -> [UInt8] {
    var results: [String] = []
    for item in diagnostics where item.diagnostic.severity >= .warning {
      let diagnostic = item.diagnostic
      var region = ""
      if diagnostic.position.line > 0 {
        let column = column(of: item).map { ", \"startColumn\": \($0)" } ?? ""
        region = ", \"region\": {\"startLine\": \(diagnostic.position.line)\(column)}"
      }
      let rule = diagnostic.category.isEmpty ? "doctree" : diagnostic.category
      results.append(
        """
              {"ruleId": \(JSONString.quoted(rule)), \
        "level": "\(diagnostic.severity >= .error ? "error" : "warning")", \
        "message": {"text": \(JSONString.quoted(diagnostic.message))}, \
        "locations": [{"physicalLocation": {"artifactLocation": \
        {"uri": \(JSONString.quoted(diagnostic.position.file.name))}\(region)}}]}
        """)
    }
    let text = """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
          "tool": {"driver": {"name": "DocTree", "version": \(JSONString.quoted(version))}},
          "columnKind": "utf16CodeUnits",
          "results": [
      \(results.joined(separator: ",\n"))
          ]
        }]
      }

      """
    return Array(text.utf8)
  }

  /// From 1, in UTF-16; nil if the line is not known.
  private static func column(of item: LocatedDiagnostic) -> Int? {
    guard item.diagnostic.position.column > 0, let excerpt = item.excerpt,
      let offset = excerpt.offset, !excerpt.isCutBefore
    else { return nil }
    return String(decoding: excerpt.bytes.prefix(offset), as: UTF8.self).utf16.count + 1
  }
}
