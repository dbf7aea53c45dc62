import Foundation

/// Sphinx's HTML in a form that can be compared.
enum SphinxHTML {
  /// One tag a line, with its attributes sorted, and the texts between them without white space at
  /// their ends.
  ///
  /// Left out are the spans of highlighted code, which DocTree leaves to the browser, and the
  /// folders of images, which Sphinx copies to a folder of its own.
  static func comparable(_ html: String) -> String {
    let plain = html.replacing(#/<pre>(.*?)<\/pre>/#.dotMatchesNewlines()) { match in
      "<pre>" + match.1.replacing(#/<\/?span[^>]*>/#, with: "") + "</pre>"
    }
    var lines: [String] = []
    var rest = plain[...]
    while let tag = rest.firstMatch(of: #/<[^>]*>/#) {
      append(rest[..<tag.range.lowerBound], to: &lines)
      lines.append(
        sorted(tag.0).replacing(#/(href|src)="[^":]*\/([^"\/]+\.png)"/#) { "\($0.1)=\"\($0.2)\"" })
      rest = rest[tag.range.upperBound...]
    }
    append(rest, to: &lines)
    return lines.joined(separator: "\n")
  }

  private static func append(_ text: Substring, to lines: inout [String]) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return }
    let entities = ["&quot;": "\"", "&#34;": "\"", "&#x27;": "'", "&#39;": "'"]
    lines.append(
      entities.reduce(words.joined(separator: " ")) { $0.replacing($1.key, with: $1.value) })
  }

  private static func sorted(_ tag: Substring) -> String {
    guard let name = tag.prefixMatch(of: #/<\/?[A-Za-z0-9]+/#) else { return String(tag) }
    let attributes = tag.matches(of: #/\s([A-Za-z-]+)(="([^"]*)")?/#).map { match in
      "\(match.1)=\"\(match.3.map { String($0).trimmingCharacters(in: .whitespaces) } ?? "")\""
    }
    return ([String(name.0)] + attributes.sorted()).joined(separator: " ") + ">"
  }
}
