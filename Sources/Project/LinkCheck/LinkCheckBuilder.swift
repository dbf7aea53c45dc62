import DocTree
import DocTreeExtensions

/// Looks whether links lead somewhere: those of a project by itself, those to other sites by asking.
/// (Sphinx: CheckExternalLinksBuilder.)
///
/// What links a page has is kept in a file, so that only pages that have changed are read.
struct LinkCheckBuilder: Builder {
  private static let folder = ".doctree/linkcheck/"
  private static let answers = folder + "answers"
  /// How links begin that were found in the project.
  static let internalScheme = "project:"

  let name = "linkcheck"
  let format: String? = nil
  let hasStaleFiles = true

  func path(ofPage name: String) -> String? { Self.folder + "pages/" + name + ".links" }

  func link(from page: String, to other: String, id: String?) -> String {
    Self.internalScheme + other + (id.map { "#" + $0 } ?? "")
  }

  func complete(
    _ body: [UInt8], of document: Document, in project: ProjectView
  ) throws -> [UInt8] { PageLinks(of: document).stored }

  /// References that lead nowhere are found while pages are resolved; here they are what is looked for.
  func severity(of diagnostic: Diagnostic) -> Severity {
    let isBroken =
      switch diagnostic.category {
      case "myst.xref_missing", "myst.iref_missing", "toc.not_readable": true
      case "ref.footnote", "ref.duplicate": false
      default: diagnostic.category.hasPrefix("ref.")
      }
    return isBroken ? max(diagnostic.severity, .error) : diagnostic.severity
  }

  func files(_ output: BuiltProject) throws -> [OutputFile] {
    let folder = Path(output.outputFolder)
    var pages: [(name: String, links: PageLinks)] = []
    for page in output.data.pages {
      guard let path = path(ofPage: page.name),
        let bytes = try? FileSystem.read(folder.appending(Path(path))),
        let links = try? PageLinks(stored: bytes)
      else { continue }
      pages.append((page.name, links))
    }
    var report = LinkReport(output.data)
    var sorter = LinkSorter(pages, output.data)
    let sites = sorter.sort(into: &report)
    let store = folder.appending(Path(Self.answers))
    let checker = LinkChecker(output.data.configuration)
    var memory = LinkMemory(
      output.isFresh ? nil : try? FileSystem.read(store),
      hours: output.data.configuration[LinkCheck.cacheHours], rules: checker.rules)
    let answers = checker.check(sites.map(\.request), &memory) { output.progress("asking", $0, $1) }
    for (site, answer) in zip(sites, answers) {
      for use in site.uses { report.add(use, checker.result(of: use, answer)) }
    }
    if answers.contains(where: { $0.outcome == .notAsked }) {
      output.report(
        Diagnostic(
          .error,
          "links to other sites are not checked, as the program '\(checker.program)' is not installed;"
            + " 'apt install curl' or 'brew install curl' installs it", category: "linkcheck.curl"))
    }
    for diagnostic in report.diagnostics { output.report(diagnostic) }
    return report.files + [OutputFile(path: Self.answers, content: .bytes(memory.stored))]
  }
}
