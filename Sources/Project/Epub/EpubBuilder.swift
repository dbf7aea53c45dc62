import DocTree
import DocTreeExtensions
import Translators

/// The builder `epub`.
struct Epub: Extension {
  static let builderName = "epub"

  let name = "epub builder"

  func register(in registry: inout Registry) {
    EpubSettings.register(in: &registry)
    registry.add(builder: EpubBuilder())
    for page in [EpubContents.navigation, .table] { registry.add(page: page) }
    // No script runs in a book that would make formulas of their text.
    registry.add(
      Math.self,
      NodeHandler<Math, HTMLTranslator> { node, html in
        html.open("code", node, classes: ["math"])
        html.text(node.text)
        html.close("code")
        return .skipNode
      }, builder: Self.builderName)
    registry.add(
      MathBlock.self,
      NodeHandler<MathBlock, HTMLTranslator> { node, html in
        html.newline()
        html.open("div", node, classes: ["math"])
        if let number = node["number"], number != AttributeValue.none {
          html.open("span", classes: ["eqno"])
          html.text("(\(number.text))")
          html.close("span")
        }
        html.open("pre")
        html.text(node.text)
        html.raw("</pre></div>\n")
        return .skipNode
      }, builder: Self.builderName)
  }
}

/// A book in the format EPUB 3. (Sphinx: Epub3Builder.)
struct EpubBuilder: Builder {
  let name = Epub.builderName
  let format: String? = "html"
  let combinesPages = true
  let packsFiles = true

  func path(ofPage name: String) -> String? { nil }

  func link(from page: String, to other: String, id: String?) -> String {
    let fragment = id.map { "#" + $0 } ?? ""
    if page == other, id != nil { return fragment }
    return RelativeAddress.make(
      from: Self.file(of: page), to: Self.file(of: other), suffix: fragment)
  }

  func address(ofFile path: String, from page: String) -> String? {
    RelativeAddress.make(from: Self.file(of: page), to: XHTMLName.path(path))
  }

  func prepare(_ document: Document, in project: ProjectView) throws {
    document.settings[HTMLTranslator.permalinks] = false
    try EpubLinks.prepare(document, project.configuration)
  }

  func complete(
    _ body: [UInt8], of document: Document, in project: ProjectView
  ) throws -> [UInt8] {
    if let contents = EpubContents(page: project.page) {
      return contents.make(from: document, in: project)
    }
    var xml = HTMLWriter(capacity: body.count + body.count / 8 + 1024)
    xml.beginPage(
      title: document.ownTitle ?? Document.noTitle,
      language: EpubSettings.language(in: project.configuration))
    for file in ["style.css"] + EpubSettings.styleSheets(in: project.configuration).map(\.path) {
      xml.raw("<link rel=\"stylesheet\" type=\"text/css\"")
      let address = RelativeAddress.make(from: Self.file(of: project.page), to: file)
      xml.attribute("href", XHTMLName.encoded(address))
      xml.raw(" />\n")
    }
    xml.raw("</head>\n<body>\n")
    xml.append(XHTMLConverter.convert(body))
    xml.raw("</body>\n</html>\n")
    return xml.bytes
  }

  func files(_ output: BuiltProject) throws -> [OutputFile] {
    let configuration = output.data.configuration
    guard let book = EpubBook(output) else { return [] }
    var parts = output.files.compactMap { file -> OutputFile? in
      guard EpubBook.pictureType(of: file.path) != nil,
        !EpubSettings.excludes(file.path, configuration)
      else { return nil }
      return OutputFile(
        path: XHTMLName.path(file.path), content: file.content, position: file.position)
    }
    for sheet in EpubSettings.styleSheets(in: configuration) {
      parts.append(OutputFile(path: sheet.path, content: .copy(of: sheet.source)))
    }
    if let cover = EpubSettings.cover(in: configuration) {
      parts.append(OutputFile(path: cover.path, content: .copy(of: cover.source)))
    }
    return [
      OutputFile(
        path: EpubSettings.fileName(in: configuration),
        content: .made(of: parts) { try book.pack($0) })
    ]
  }

  /// The file of a page, from the folder with the contents of the book.
  static func file(of page: String) -> String {
    EpubContents(page: page)?.file ?? XHTMLName.file(ofPage: page)
  }
}

extension HTMLWriter {
  /// Writes a page up to its title.
  mutating func beginPage(title: String, language: String) {
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
    raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"")
    attribute("lang", language)
    attribute("xml:lang", language)
    raw(">\n<head>\n<title>")
    text(title.isEmpty ? "–" : title)
    raw("</title>\n")
  }
}
