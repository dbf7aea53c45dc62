import DocTree
import DocTreeExtensions
import Translators

/// The builders `html` and `dirhtml`.
struct HTMLBuilders: Extension {
  let name = "html builders"

  func register(in registry: inout Registry) {
    registry.add(builder: HTMLBuilder(isInFolders: false))
    registry.add(builder: HTMLBuilder(isInFolders: true))
  }
}

/// A folder of HTML pages. (Sphinx: StandaloneHTMLBuilder, DirectoryHTMLBuilder.)
struct HTMLBuilder: Builder {
  /// Whether each page is the index of a folder of its own, so that addresses have no suffix.
  let isInFolders: Bool

  var name: String { isInFolders ? "dirhtml" : "html" }
  let format: String? = "html"

  func path(ofPage name: String) -> String? {
    guard isInFolders, name != "index", !name.hasSuffix("/index") else { return name + ".html" }
    return name + "/index.html"
  }

  func link(from page: String, to other: String, id: String?) -> String {
    if page == other { return id.map { "#" + $0 } ?? "" }
    // What stands behind the last slash of a page does not matter.
    guard isInFolders else {
      return RelativeAddress.make(
        from: page, to: other, suffix: id.map { ".html#" + $0 } ?? ".html")
    }
    let target = String((path(ofPage: other) ?? other).dropLast("index.html".count))
    return RelativeAddress.make(
      from: path(ofPage: page) ?? page, to: target, suffix: id.map { "#" + $0 } ?? "")
  }

  func address(ofFile path: String, from page: String) -> String? {
    RelativeAddress.make(from: self.path(ofPage: page) ?? page, to: path)
  }

  func complete(
    _ body: [UInt8], of document: Document, in project: ProjectView
  ) throws -> [UInt8] {
    HTMLPage(document: document, project: project).make(body)
  }
}
