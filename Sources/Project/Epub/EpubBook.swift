import DocTree
import DocTreeExtensions
import DocTreeMarkdown

/// The pages of a book in their order, and how they become a file.
struct EpubBook: Sendable {
  /// The folder in the archive with all but what the format wants at its root.
  static let folder = "EPUB/"
  /// The media types of what a book may show, by suffixes.
  static let pictureTypes = [
    "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png",
    "svg": "image/svg+xml", "webp": "image/webp",
  ]

  /// A file of the book.
  private struct Item {
    let path: String
    let type: String
    var content: [UInt8]
    var properties: [String] = []
  }

  private let pages: [(path: String, content: [UInt8])]
  private let contents: [(contents: EpubContents, content: [UInt8])]
  private let configuration: Configuration

  /// - Returns: nil if there is no page to begin with.
  init?(_ output: BuiltProject) {
    configuration = output.data.configuration
    let root = output.data.rootName
    let written = Dictionary(
      output.pages.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
    guard written[root] != nil else { return nil }
    var names = [root]
    var next = output.facts[NavigationFact.self, root]?.next?.page
    while let name = next {
      names.append(name)
      next = output.facts[NavigationFact.self, name]?.next?.page
    }
    // Those that no table of contents reaches, and then those without a source.
    let reached = Set(names)
    let sources = Set(output.data.pages.map(\.name))
    let others = output.pages.map(\.name).filter {
      !reached.contains($0) && EpubContents(page: $0) == nil
    }
    names += others.filter { sources.contains($0) } + others.filter { !sources.contains($0) }
    let configuration = configuration
    pages = names.compactMap { name in
      guard let content = written[name], name == root || !EpubSettings.excludes(name, configuration)
      else { return nil }
      return (XHTMLName.file(ofPage: name), content)
    }
    contents = [.navigation, .table].compactMap { item in
      written[item.name].map { (item, $0) }
    }
  }

  /// The media type of a picture, by its name; nil if books cannot show it.
  static func pictureType(of path: String) -> String? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return pictureTypes[path[path.index(after: dot)...].lowercased()]
  }

  /// Makes the book.
  ///
  /// - Parameter files: the pictures and style sheets of the project.
  func pack(_ files: [(path: String, content: [UInt8])]) throws -> [UInt8] {
    let cover = EpubSettings.cover(in: configuration)?.path
    var checker = EpubAddresses(
      pages: pages, pictures: Set(files.map(\.path).filter { Self.pictureType(of: $0) != nil }))
    var items: [Item] = []
    for (path, content) in pages {
      let content = checker.resolve(content, at: path)
      var item = Item(path: path, type: "application/xhtml+xml", content: content)
      for name in ["svg", "math"] where content.contains(Array("<\(name) ".utf8)) {
        item.properties.append(name == "math" ? "mathml" : name)
      }
      items.append(item)
    }
    for (contents, content) in contents {
      let isPage = contents == .navigation
      items.append(
        Item(
          path: contents.file, type: isPage ? "application/xhtml+xml" : "application/x-dtbncx+xml",
          content: content, properties: isPage ? ["nav"] : []))
    }
    items.append(
      Item(path: "style.css", type: "text/css", content: Array(Self.styleSheet.utf8)))
    for (path, content) in files {
      let isCover = path == cover
      // What no page shows would only make the book larger.
      guard let type = Self.pictureType(of: path) else {
        items.append(Item(path: path, type: "text/css", content: content))
        continue
      }
      if isCover || checker.shown.contains(path) {
        items.append(
          Item(path: path, type: type, content: content, properties: isCover ? ["cover-image"] : [])
        )
      }
    }
    var order = pages.map(\.path)
    if let cover, files.contains(where: { $0.path == cover }) {
      items.append(
        Item(
          path: "cover.xhtml", type: "application/xhtml+xml",
          content: Self.coverPage(cover, configuration)))
      order.insert("cover.xhtml", at: 0)
    }
    return try archive(items, order)
  }

  private func archive(_ items: [Item], _ order: [String]) throws -> [UInt8] {
    var archive = ZipArchive()
    func add(_ text: String, named name: String, isCompressed: Bool = true) throws {
      try archive.add(Array(text.utf8), named: name, isCompressed: isCompressed)
    }
    // The format wants this first, so that a look at the beginning of the file tells what it is.
    try add("application/epub+zip", named: "mimetype", isCompressed: false)
    try add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <rootfiles>
      <rootfile full-path="\(Self.folder)content.opf" media-type="application/oebps-package+xml" />
      </rootfiles>
      </container>

      """, named: "META-INF/container.xml")
    try archive.add(package(items, order), named: Self.folder + "content.opf")
    for item in items { try archive.add(item.content, named: Self.folder + item.path) }
    return archive.finish()
  }

  /// The file that says what the book is made of.
  private func package(_ items: [Item], _ order: [String]) -> [UInt8] {
    var xml = HTMLWriter(capacity: items.count * 128 + 2048)
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package")
    xml.raw(" xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"book-id\"")
    xml.attribute("xml:lang", EpubSettings.language(in: configuration))
    xml.raw(">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
    EpubMetadata(configuration, rootTitle: rootTitle).write(to: &xml)
    if let index = items.firstIndex(where: { $0.properties == ["cover-image"] }) {
      // How readers of EPUB 2 find it.
      xml.raw("<meta name=\"cover\" content=\"item-\(index + 1)\" />\n")
    }
    xml.raw("</metadata>\n<manifest>\n")
    var numbers: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      numbers[item.path] = index + 1
      xml.raw("<item id=\"item-\(index + 1)\"")
      xml.attribute("href", XHTMLName.encoded(item.path).replacing("#", with: "%23"))
      xml.attribute("media-type", item.type)
      if !item.properties.isEmpty {
        xml.attribute("properties", item.properties.joined(separator: " "))
      }
      xml.raw(" />\n")
    }
    let table = numbers[EpubContents.table.file].map { " toc=\"item-\($0)\"" } ?? ""
    xml.raw("</manifest>\n<spine\(table)>\n")
    for path in order {
      if let number = numbers[path] { xml.raw("<itemref idref=\"item-\(number)\" />\n") }
    }
    xml.raw("</spine>\n</package>\n")
    return xml.bytes
  }

  /// The first title in the table of contents.
  private var rootTitle: String {
    guard let (_, content) = contents.first(where: { $0.contents == .table }) else { return "" }
    let text = String(decoding: content, as: UTF8.self)
    guard let title = text.firstMatch(of: #/<docTitle><text>([^<]*)/#) else { return "" }
    return HTMLEntities.decode(String(title.output.1))
  }

  private static func coverPage(_ picture: String, _ configuration: Configuration) -> [UInt8] {
    var xml = HTMLWriter(capacity: 1024)
    let title = EpubMetadata(configuration, rootTitle: "").title
    xml.beginPage(title: title, language: EpubSettings.language(in: configuration))
    xml.raw("</head>\n<body epub:type=\"cover\">\n<div style=\"text-align: center\"><img")
    xml.attribute("src", picture)
    xml.attribute("alt", title)
    xml.raw(" style=\"max-width: 100%; max-height: 100%\" /></div>\n</body>\n</html>\n")
    return xml.bytes
  }
}
