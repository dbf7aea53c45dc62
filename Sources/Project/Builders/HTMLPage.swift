import DocTree
import DocTreeExtensions
import Translators

/// A plain complete page around what was written of a document.
struct HTMLPage {
  let document: Document
  let project: ProjectView
  /// Whether it links to the pages beside it.
  var isOneOfMany = true

  func make(_ body: [UInt8]) -> [UInt8] {
    var html = HTMLWriter(capacity: body.count + 2048)
    html.raw("<!DOCTYPE html>\n<html")
    html.attribute("lang", HTMLTranslator.language(in: project.configuration))
    html.raw(">\n<head>\n<meta charset=\"utf-8\" />\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
    for child in document.children {
      guard let meta = child as? Meta else { continue }
      html.raw("<meta")
      for (name, value) in meta.attributes() { html.attribute(name, value.text) }
      html.raw(" />\n")
    }
    html.raw("<title>")
    html.text(document.ownTitle ?? Document.noTitle)
    html.raw("</title>\n")
    let navigation = isOneOfMany ? project.fact(NavigationFact.self, project.page) : nil
    let links = [
      ("up", navigation?.parents.last), ("prev", navigation?.previous), ("next", navigation?.next),
    ].compactMap { relation, link in
      link.map {
        Link(relation: relation, title: $0.title, address: project.address(ofPage: $0.page))
      }
    }
    for link in links {
      html.raw("<link")
      html.attribute("rel", link.relation)
      html.attribute("title", link.title)
      html.attribute("href", link.address)
      html.raw(" />\n")
    }
    html.raw("</head>\n<body>\n")
    html.append(body)
    add(links, to: &html)
    html.raw("</body>\n</html>\n")
    return html.bytes
  }

  /// A link to a page beside this one.
  private struct Link {
    let relation: String
    let title: String
    let address: String
  }

  private func add(_ links: [Link], to html: inout HTMLWriter) {
    guard !links.isEmpty else { return }
    html.raw("<nav class=\"related\">\n")
    for link in links {
      html.raw("<a")
      html.attribute("rel", link.relation)
      html.attribute("href", link.address)
      html.raw(">")
      html.text(link.title)
      html.raw("</a>\n")
    }
    html.raw("</nav>\n")
  }
}

/// Writes HTML that is not a tree's.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: how many bytes there is room for, so that nothing has to grow.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func raw(_ markup: String) { bytes.append(markup) }
  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func attribute(_ name: String, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  mutating func text(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { text in
      text.allSatisfy { $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 }
    }
    if isPlain { return raw(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      default: bytes.append(byte)
      }
    }
  }
}
