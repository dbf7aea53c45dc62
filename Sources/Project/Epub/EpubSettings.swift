import DocTree
import DocTreeExtensions
import Translators

/// The config values of books. They are called as in Sphinx.
enum EpubSettings {
  /// Which addresses of links to elsewhere can be seen. (Sphinx: epub_show_urls.)
  enum ShownAddresses: String, Codable, Sendable, CaseIterable {
    case inline, footnote, no
  }

  /// Which tables of contents that of the book is made of.
  enum Scope: String, Codable, Sendable, CaseIterable {
    case `default`, includehidden
  }

  /// The name of the file, without its suffix.
  static let baseName = ConfigKey("epub_basename", default: "", affects: .write)
  static let title = ConfigKey("epub_title", default: "", affects: .write)
  static let author = ConfigKey("epub_author", default: "", affects: .write)
  static let language = ConfigKey("epub_language", default: "", affects: .write)
  static let publisher = ConfigKey("epub_publisher", default: "", affects: .write)
  static let copyright = ConfigKey("epub_copyright", default: "", affects: .write)
  static let identifier = ConfigKey("epub_identifier", default: "", affects: .write)
  static let description = ConfigKey("epub_description", default: "", affects: .write)
  static let contributor = ConfigKey("epub_contributor", default: "", affects: .write)
  /// A picture, from the folder of the sources.
  static let cover = ConfigKey(
    "epub_cover", default: "", affects: .write,
    refusing: { path in
      path.isEmpty || EpubBook.pictureType(of: path) != nil
        ? nil : "a picture: \(EpubBook.pictureTypes.keys.sorted().joined(separator: ", "))"
    })
  /// Style sheets, from the folder of the sources.
  static let cssFiles = ConfigKey("epub_css_files", default: [String](), affects: .write)
  static let excludedFiles = ConfigKey("epub_exclude_files", default: [String](), affects: .write)
  static let tocDepth = ConfigKey("epub_tocdepth", default: 3, affects: .write)
  static let tocScope = ConfigKey("epub_tocscope", default: Scope.default, affects: .write)
  static let showURLs = ConfigKey("epub_show_urls", default: ShownAddresses.inline, affects: .write)
  /// When the book was last changed. Not Sphinx's, which takes the time of the build.
  static let modified = ConfigKey(
    "epub_modified", default: "1980-01-01", affects: .write,
    refusing: { date in
      date.wholeMatch(of: #/\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?/#) == nil
        ? "a date, as 2026-01-31 or 2026-01-31T12:00:00Z" : nil
    })

  static func register(in registry: inout Registry) {
    for key in [
      baseName, title, author, language, publisher, copyright, identifier, description,
      contributor, cover, modified,
    ] { registry.add(config: key) }
    registry.add(config: cssFiles)
    registry.add(config: excludedFiles)
    registry.add(config: tocDepth)
    registry.add(config: tocScope)
    registry.add(config: showURLs)
  }

  static func language(in configuration: Configuration) -> String {
    let own = configuration[language]
    let language = own.isEmpty ? HTMLTranslator.language(in: configuration) : own
    return language.isEmpty ? "en" : String(language.map { $0 == "_" ? "-" : $0 })
  }

  static func fileName(in configuration: Configuration) -> String {
    var name = configuration[baseName]
    if name.isEmpty {
      let project = configuration[ProjectSettings.project]
      name = String(project.filter { $0.isLetter || $0.isNumber || $0 == "_" })
    }
    return (name.isEmpty ? "book" : name) + ".epub"
  }

  /// The style sheets of the project: where they are in the book and in the sources.
  static func styleSheets(in configuration: Configuration) -> [(path: String, source: String)] {
    configuration[cssFiles].enumerated().map { index, file in
      // Two may have one name.
      ("_static/\(index + 1)-\(file.split(separator: "/").last ?? "style.css")", file)
    }
  }

  static func cover(in configuration: Configuration) -> (path: String, source: String)? {
    let path = configuration[cover]
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return ("cover" + path[dot...].lowercased(), path)
  }

  /// Whether a page, by its name or its file, or a picture is not to be in the book.
  static func excludes(_ name: String, _ configuration: Configuration) -> Bool {
    let patterns = configuration[excludedFiles]
    guard !patterns.isEmpty else { return false }
    return patterns.contains { pattern in
      let glob = Glob(pattern)
      return glob.matches(name.utf8) || glob.matches((name + ".xhtml").utf8)
    }
  }
}
