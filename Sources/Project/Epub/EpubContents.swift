import DocTree
import DocTreeExtensions

/// The table of contents of a book, as the page that EPUB 3 wants and as the file of EPUB 2, which older
/// readers look for. Both are made of the tables of contents from the root on.
enum EpubContents: String, GeneratedPage {
  // No page of a project begins with a slash.
  case navigation = "/nav"
  case table = "/toc"

  init?(page: String) { self.init(rawValue: page) }

  var name: String { rawValue }

  /// From the folder with the contents of the book.
  var file: String {
    switch self {
    case .navigation: "nav.xhtml"
    case .table: "toc.ncx"
    }
  }

  func document(in project: ProjectView, _ context: CollectContext) throws -> Document? {
    guard project.builder.name == Epub.builderName else { return nil }
    let root = project.configuration[ProjectSettings.rootDocument]
    let document = Document()
    guard project.fact(NavigationFact.self, root) != nil else {
      if self == .navigation {
        _ = document.report(
          .warning, "no book is made: it would begin with the page '\(root)', which there is not",
          category: "epub.root")
      }
      return document
    }
    let contents = Toctree()
    contents.entries = ToctreeEntries([ToctreeEntry(target: root)])
    contents.includehidden = project.configuration[EpubSettings.tocScope] == .includehidden
    try document.append(contents)
    return document
  }

  /// A line of the table of contents.
  struct Entry {
    let title: String
    let address: String
    /// 1 for the outermost ones.
    let level: Int
  }

  /// Writes the file.
  ///
  /// - Parameter document: the page with its table of contents as lists of links.
  func make(from document: Document, in project: ProjectView) -> [UInt8] {
    let entries = Self.entries(of: document, in: project)
    switch self {
    case .navigation: return Self.navigationPage(entries, project.configuration)
    case .table: return Self.tableFile(entries, project.configuration)
    }
  }

  /// The root is a line of its own, and the pages directly below it stand beside it, as in Sphinx.
  private static func entries(of document: Document, in project: ProjectView) -> [Entry] {
    let configuration = project.configuration
    let root = configuration[ProjectSettings.rootDocument]
    let rootAddress = project.address(ofPage: root)
    let excluded = Set(
      project.configuration[EpubSettings.excludedFiles].isEmpty
        ? []
        : document.findAll(Reference.self)
          .compactMap(\.refuri).filter { EpubSettings.excludes(page(at: $0), configuration) })
    var result: [Entry] = []
    var open: [Int] = []
    var taken: Set<String> = []
    for reference in document.findAll(Reference.self) {
      guard let paragraph = reference.parent,
        let level = paragraph.classes.first.flatMap({ Int($0.dropFirst("toctree-l".count)) }),
        reference["internal"].flatMap({ Bool($0) }) == true, let refuri = reference.refuri
      else { continue }
      let isRoot = refuri == rootAddress
      if !isRoot, refuri.hasPrefix(rootAddress + "#") || excluded.contains(refuri) { continue }
      while let last = open.last, last >= level { open.removeLast() }
      let title = reference.astext()
      guard open.count < max(configuration[EpubSettings.tocDepth], 1),
        let address = XHTMLName.address(refuri), taken.insert(address).inserted
      else { continue }
      result.append(
        Entry(
          title: title.isEmpty ? page(at: refuri) : title, address: address, level: open.count + 1))
      if !isRoot { open.append(level) }
    }
    return result
  }

  /// The name of a page by its address from the table of contents.
  private static func page(at address: String) -> String {
    let file = address.prefix { $0 != "#" }.percentDecoded
    return String(file.dropFirst("text/".count).dropLast(".xhtml".count))
  }

  private static func navigationPage(
    _ entries: [Entry], _ configuration: Configuration
  ) -> [UInt8] {
    let words = Words(configuration)
    var xml = HTMLWriter(capacity: entries.count * 128)
    xml.beginPage(title: words["Contents"], language: EpubSettings.language(in: configuration))
    xml.raw("<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\" />\n</head>\n<body>\n")
    xml.raw("<nav epub:type=\"toc\" id=\"toc\">\n<h1>")
    xml.text(words["Contents"])
    xml.raw("</h1>\n")
    var level = 0
    for entry in entries {
      if entry.level > level {
        xml.raw("\n<ol>\n")
      } else {
        xml.raw("</li>\n")
        for _ in entry.level..<level { xml.raw("</ol></li>\n") }
      }
      level = entry.level
      xml.raw("<li><a")
      xml.attribute("href", entry.address)
      xml.raw(">")
      xml.text(entry.title)
      xml.raw("</a>")
    }
    for _ in 0..<level { xml.raw("</li>\n</ol>") }
    xml.raw("\n</nav>\n</body>\n</html>\n")
    return xml.bytes
  }

  private static func tableFile(_ entries: [Entry], _ configuration: Configuration) -> [UInt8] {
    let metadata = EpubMetadata(configuration, rootTitle: entries.first?.title ?? "")
    var xml = HTMLWriter(capacity: entries.count * 256)
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.raw("<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\">\n<head>\n")
    xml.raw("<meta name=\"dtb:uid\"")
    xml.attribute("content", metadata.identifier)
    xml.raw(" />\n<meta name=\"dtb:depth\"")
    xml.attribute("content", String(entries.map(\.level).max() ?? 1))
    xml.raw(" />\n</head>\n<docTitle><text>")
    xml.text(metadata.title)
    xml.raw("</text></docTitle>\n<navMap>\n")
    var level = 0
    for (index, entry) in entries.enumerated() {
      if entry.level <= level {
        for _ in entry.level...level { xml.raw("</navPoint>\n") }
      }
      level = entry.level
      xml.raw("<navPoint id=\"point-\(index + 1)\" playOrder=\"\(index + 1)\"><navLabel><text>")
      xml.text(entry.title)
      xml.raw("</text></navLabel><content")
      xml.attribute("src", entry.address)
      xml.raw(" />\n")
    }
    for _ in 0..<level { xml.raw("</navPoint>\n") }
    xml.raw("</navMap>\n</ncx>\n")
    return xml.bytes
  }
}
