import Foundation

/// The normalization that the CommonMark specification's own runner does before it compares: white
/// space is collapsed outside `pre` and dropped around block tags, attributes are sorted, entities
/// are written in one way.
enum HTMLNormalization {
  static let blockTags: Set<String> = [
    "article", "header", "aside", "hgroup", "blockquote", "hr", "iframe", "body", "li", "map",
    "button", "object", "canvas", "ol", "caption", "output", "col", "p", "colgroup", "pre", "dd",
    "progress", "div", "section", "dl", "table", "td", "dt", "tbody", "embed", "textarea",
    "fieldset", "tfoot", "figcaption", "th", "figure", "thead", "footer", "tr", "form", "ul",
    "h1", "h2", "h3", "h4", "h5", "h6", "video", "script", "style",
  ]

  static func normalize(_ html: String) -> String {
    var result = ""
    var text = ""
    var inPre = false
    var afterBlock = true
    var rest = html[...]

    func flush(beforeBlock: Bool) {
      if inPre {
        result += text
      } else {
        var collapsed = text.replacing(/\s+/, with: " ")
        if afterBlock { collapsed = String(collapsed.drop { $0 == " " }) }
        if beforeBlock { while collapsed.last == " " { collapsed.removeLast() } }
        if !collapsed.isEmpty { afterBlock = false }
        result += collapsed
      }
      text = ""
    }

    while let character = rest.first {
      guard character == "<",
        let tag = rest.prefixMatch(
          of:
            /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/
        )
      else {
        text.append(character)
        rest.removeFirst()
        continue
      }
      let name = tag.2.lowercased()
      let isBlock = blockTags.contains(name)
      let isEnd = !tag.1.isEmpty
      flush(beforeBlock: isBlock)
      if isEnd {
        if name == "pre" { inPre = false }
        result += "</\(name)>"
      } else {
        if name == "pre" { inPre = true }
        let attributes = String(tag.3).matches(
          of: /([A-Za-z_:][A-Za-z0-9_.:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/
        ).map { match in
          let value = match.2.map { String($0).trimmingCharacters(in: ["\"", "'"]) }
          return match.1.lowercased() + (value.map { "=\"\(entities($0))\"" } ?? "")
        }.sorted()
        result += "<" + ([name] + attributes).joined(separator: " ") + ">"
      }
      if isBlock { afterBlock = true } else if name == "br" { afterBlock = true }
      rest = rest[tag.range.upperBound...]
    }
    flush(beforeBlock: true)
    return entities(result)
  }

  /// Entities that stand for themselves, and one spelling of the others.
  private static func entities(_ text: String) -> String {
    text.replacingOccurrences(of: "&#x27;", with: "'").replacingOccurrences(of: "&#39;", with: "'")
  }
}
