import Foundation

/// Checks that HTML is well-formed: each tag is closed by its own end, attributes are in quotation
/// marks and there once, and no id is there twice. A paragraph has no blocks in it, as browsers end it
/// before them.
struct HTMLBalance {
  /// What is wrong, with the text around it.
  private(set) var problems: [String] = []

  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  private static let blocks: Set<String> = [
    "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer",
    "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "table", "ul",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ol", "ul"], "dt": ["dl"], "dd": ["dl"], "tr": ["table", "tbody", "tfoot", "thead"],
    "td": ["tr"], "th": ["tr"], "thead": ["table"], "tbody": ["table"], "caption": ["table"],
    "col": ["colgroup"], "figcaption": ["figure"],
  ]

  init(_ html: String) {
    var open: [String] = []
    var ids: Set<String> = []
    for match in html.matches(of: #/<(!--.*?--|![^>]*|\/?)([A-Za-z][A-Za-z0-9]*)?([^<>]*)>|[<>]/#) {
      guard let name = match.2.map({ $0.lowercased() }), let slash = match.1 else {
        if match.0 == "<" || match.0 == ">" { note("bare \(match.0)", html, match.range) }
        continue
      }
      if slash == "/" {
        if open.last == name {
          open.removeLast()
        } else {
          note("</\(name)> in <\(open.last ?? "")>", html, match.range)
        }
        continue
      }
      checkPlace(name, in: open.last, html, match.range)
      checkAttributes(match.3 ?? "", &ids, html, match.range)
      if !Self.empty.contains(name) { open.append(name) }
    }
    for name in open { problems.append("<\(name)> is not closed") }
  }

  private mutating func checkPlace(
    _ name: String, in parent: String?, _ html: String, _ range: Range<String.Index>
  ) {
    if parent == "p", Self.blocks.contains(name) { note("<\(name)> in <p>", html, range) }
    if let allowed = Self.parents[name], !allowed.contains(parent ?? "") {
      note("<\(name)> in <\(parent ?? "")>", html, range)
    }
    let lists: Set = ["ul", "ol"]
    if let parent, lists.contains(parent), name != "li" {
      note("<\(name)> in <\(parent)>", html, range)
    }
  }

  private mutating func checkAttributes(
    _ text: Substring, _ ids: inout Set<String>, _ html: String, _ range: Range<String.Index>
  ) {
    var rest = text
    var names: Set<Substring> = []
    while let match = rest.prefixMatch(of: #/\s+([a-z-]+)="([^"]*)"/#) {
      if !names.insert(match.1).inserted { note("attribute \(match.1) twice", html, range) }
      if match.1 == "id", !ids.insert(String(match.2)).inserted {
        note("id \(match.2) twice", html, range)
      }
      rest = rest[match.range.upperBound...]
    }
    let end = rest.trimmingCharacters(in: .whitespaces)
    if !end.isEmpty, end != "/" { note("attribute '\(end)'", html, range) }
  }

  private mutating func note(_ problem: String, _ html: String, _ range: Range<String.Index>) {
    let start = html.index(range.lowerBound, offsetBy: -60, limitedBy: html.startIndex)
    problems.append("\(problem): …\(html[(start ?? html.startIndex)..<range.upperBound])")
  }
}
