import DocTree
import DocTreeExtensions
import Translators

/// The builder `singlehtml`.
struct SingleHTML: Extension {
  let name = "single html builder"

  func register(in registry: inout Registry) { registry.add(builder: SingleHTMLBuilder()) }
}

/// One HTML page, `index.html`: the pages in the order of the tables of contents from the root on, and
/// those that are in none. (Sphinx: SingleFileHTMLBuilder, which leaves the latter out, with what leads
/// to them.)
///
/// A page begins at `#document-NAME`, as in Sphinx; ids have the page's name before them, because
/// those of two pages may be the same, and Sphinx leads to the first then.
struct SingleHTMLBuilder: Builder {
  static let file = "index.html"

  let name = "singlehtml"
  let format: String? = "html"
  let combinesPages = true

  func path(ofPage name: String) -> String? { nil }

  func link(from page: String, to other: String, id: String?) -> String {
    "#" + (id.map { Self.id($0, on: other) } ?? Self.start(of: other))
  }

  func address(ofFile path: String, from page: String) -> String? {
    RelativeAddress.make(from: Self.file, to: path)
  }

  func prepare(_ document: Document, in project: ProjectView) throws {
    let page = project.page
    for element in document.findAll(Element.self) {
      if !element.ids.isEmpty { element.ids = element.ids.map { Self.id($0, on: page) } }
      if !element.backrefs.isEmpty {
        element.backrefs = element.backrefs.map { Self.id($0, on: page) }
      }
      if let target = element["refid"].flatMap({ String($0) }) {
        element["refid"] = .string(Self.id(target, on: page))
      }
    }
    let depth = project.fact(NavigationFact.self, page)?.parents.count ?? 0
    document.settings[HTMLTranslator.initialHeaderLevel] =
      project.configuration[HTMLTranslator.initialHeaderLevel] + depth
  }

  func complete(
    _ body: [UInt8], of document: Document, in project: ProjectView
  ) throws -> [UInt8] {
    var html = HTMLWriter(capacity: body.count + 64)
    html.raw("<span")
    html.attribute("id", Self.start(of: project.page))
    html.raw("></span>\n")
    html.append(body)
    let isRoot = project.page == project.configuration[ProjectSettings.rootDocument]
    guard isRoot else { return html.bytes }
    return HTMLPage(document: document, project: project, isOneOfMany: false).make(html.bytes)
  }

  func files(_ output: BuiltProject) throws -> [OutputFile] {
    let root = output.data.rootName
    let contents = Dictionary(
      output.pages.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
    guard let first = contents[root] else {
      output.report(.missingRoot(root))
      return []
    }
    var names: [String] = []
    var next = output.facts[NavigationFact.self, root]?.next?.page
    while let name = next {
      names.append(name)
      next = output.facts[NavigationFact.self, name]?.next?.page
    }
    // Links lead to those, too, that no table of contents reaches. The index, which has no source, is last.
    let reached = Set(names + [root])
    let sources = Set(output.data.pages.map(\.name))
    let others = output.pages.map(\.name).filter { !reached.contains($0) }
    names += others.filter { sources.contains($0) } + others.filter { !sources.contains($0) }

    var end = first.count
    let tail = Array("</body>\n</html>\n".utf8)
    if first.suffix(tail.count).elementsEqual(tail) { end -= tail.count }
    var html = HTMLWriter(capacity: contents.values.reduce(0) { $0 + $1.count })
    html.append(Array(first[..<end]))
    for name in names {
      if let content = contents[name] { html.append(content) }
    }
    html.append(Array(first[end...]))
    return [OutputFile(path: Self.file, content: .bytes(html.bytes))]
  }

  private static func start(of page: String) -> String { "document-" + page }
  private static func id(_ id: String, on page: String) -> String { "\(page):\(id)" }
}
