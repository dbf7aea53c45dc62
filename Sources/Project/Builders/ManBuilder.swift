import DocTree
import DocTreeExtensions
import Translators

/// The builder `man`.
struct ManPages: Extension {
  let name = "man builder"

  func register(in registry: inout Registry) {
    registry.add(config: ManPage.pages)
    registry.add(builder: ManBuilder())
  }
}

/// A manual page that is made. (Sphinx: an item of man_pages.)
struct ManPage: Codable, Equatable, Sendable {
  /// The page that it begins with; those below it in the tables of contents follow.
  var startDocument: String
  /// The name of the manual page, without its section.
  var name: String
  /// One line on what it is about.
  var description: String
  var authors: [String]
  /// The section of the manual: `1` are commands, `7` is for the rest.
  var section: String

  /// Empty for one of the whole project.
  static let pages = ConfigKey("man_pages", default: [ManPage](), affects: .write)

  init(
    startDocument: String, name: String, description: String, authors: [String], section: String
  ) {
    self.startDocument = startDocument
    self.name = name
    self.description = description
    self.authors = authors
    self.section = section
  }

  private enum CodingKeys: String, CodingKey {
    case startDocument = "startdoc"
    case name, description, authors, section
  }

  /// The pages of a project, with that of the whole project if none was asked for.
  static func all(in configuration: Configuration) -> [ManPage] {
    let pages = configuration[pages]
    guard pages.isEmpty else { return pages }
    let project = configuration[ProjectSettings.project]
    let name = project.isEmpty ? "project" : project.lowercased()
    let author = configuration[ProjectSettings.author]
    return [
      ManPage(
        startDocument: configuration[ProjectSettings.rootDocument],
        name: String(name.map { $0 == " " || $0 == "/" ? "_" : $0 }),
        description: [project, configuration[ProjectSettings.release]].filter { !$0.isEmpty }
          .joined(separator: " "),
        authors: author.isEmpty ? [] : [author], section: "1")
    ]
  }

  var path: String { "\(name).\(section)" }
}

/// Manual pages, as `man_pages` says. (Sphinx: ManualPageBuilder.)
///
/// The page has no date, so that it is the same whenever it is built.
struct ManBuilder: Builder {
  let name = "man"
  let format: String? = "man"
  let combinesPages = true

  func path(ofPage name: String) -> String? { nil }

  func prepare(_ document: Document, in project: ProjectView) throws {
    let starts = Set(ManPage.all(in: project.configuration).map(\.startDocument))
    let parents = project.fact(NavigationFact.self, project.page)?.parents.map(\.page) ?? []
    // As deep as it is below the page that the nearest manual page begins with.
    var depth = 0
    if !starts.contains(project.page) {
      let start = parents.lastIndex { starts.contains($0) } ?? parents.endIndex
      depth = parents.endIndex - start
    }
    document.settings[HTMLTranslator.initialHeaderLevel] = 1 + depth
  }

  func files(_ output: BuiltProject) throws -> [OutputFile] {
    let contents = Dictionary(
      output.pages.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
    let configuration = output.data.configuration
    return ManPage.all(in: configuration).compactMap { page in
      guard let start = contents[page.startDocument] else {
        let isAsked = configuration.isSet(ManPage.pages.name)
        output.report(
          isAsked
            ? Diagnostic(
              .warning,
              "'man_pages' begins a manual page with '\(page.startDocument)', which is no page",
              category: "man.unknown_document") : .missingRoot(page.startDocument))
        return nil
      }
      var bytes = Array(Self.head(of: page, configuration).utf8) + start
      var next = output.facts[NavigationFact.self, page.startDocument]?.next?.page
      // What is below a page follows it directly.
      while let name = next, let fact = output.facts[NavigationFact.self, name],
        fact.parents.contains(where: { $0.page == page.startDocument })
      {
        bytes += contents[name] ?? []
        next = fact.next?.page
      }
      bytes += Self.foot(of: page, configuration).utf8
      return OutputFile(path: page.path, content: .bytes(bytes))
    }
  }

  private static func head(of page: ManPage, _ configuration: Configuration) -> String {
    let quoted = ManTranslator.argument
    var version = configuration[ProjectSettings.release]
    if version.isEmpty { version = configuration[ProjectSettings.version] }
    let title = [
      page.name.uppercased(), page.section, "", version, configuration[ProjectSettings.project],
    ].map(quoted).joined(separator: " ")
    // The first line has man run tbl. A name with a minus is one word.
    return
      "'\\\" t\n.TH \(title)\n.SH \"NAME\"\n\(plain(page.name)) \\- \(plain(page.description))\n"
  }

  private static func foot(of page: ManPage, _ configuration: Configuration) -> String {
    var result = ""
    if !page.authors.isEmpty {
      result += ".SH \"AUTHOR\"\n\(plain(page.authors.joined(separator: ", ")))\n"
    }
    let copyright = configuration[ProjectSettings.copyright]
    if !copyright.isEmpty { result += ".SH \"COPYRIGHT\"\n\(plain(copyright))\n" }
    return result
  }

  /// A line of text.
  private static func plain(_ text: String) -> String {
    "\\&" + ManTranslator.argument(text).dropFirst().dropLast()
  }
}
