import DocTree
import DocTreeMarkdown
import DocTreeTesting
import Foundation

/// A case of MyST-Parser's fixtures.
struct MySTCase {
  let name: String
  let kind: String
  let markdown: String
  /// MyST's names and docutils'.
  let settings: [String: Any]
  /// Why the fixture's own tests leave it out.
  let skipped: String?
  private let tree: String
  private let report: String?
  let files: [String: String]
  private let transforms: Any?

  /// - Returns: nil for kinds that are no trees of documents.
  init?(_ item: [String: Any]) {
    guard let kind = item["kind"] as? String,
      kind.contains("-pseudoxml") || kind == "error-report" || kind == "docutils-inline",
      let markdown = item["markdown"] as? String, let tree = item["tree"] as? String
    else { return nil }
    name = (item["id"] as? String ?? "").replacing(/[^A-Za-z0-9]+/, with: "-")
    self.kind = kind
    self.markdown = markdown
    self.tree = tree
    settings = item["settings"] as? [String: Any] ?? [:]
    skipped = item["skipped_upstream"] as? String
    // Colors are no part of what is said.
    // Only some kinds are about what is said. The folder may have another name there.
    let source = tree.firstMatch(of: /^<document[^\n]* source="([^"]*)"/).map { String($0.1) }
    let hasReport = kind.contains("report") || kind == "docutils-inline"
    report = (hasReport ? item["report"] as? String : nil)?.replacing(/\x{1B}?\[[0-9;]+m/, with: "")
      .replacing("<src>/index.md", with: source ?? "")
    files = item["files"] as? [String: String] ?? [:]
    transforms = item["transforms"]
  }

  private var isSphinx: Bool { kind.hasPrefix("sphinx") }

  /// The tree and, where the fixture has them, the warnings in the order of their lines.
  var expectation: String {
    var result = TreeConformanceTests.comparable(tree)
    if let report { result += "\n-- report\n" + Self.sorted(report.components(separatedBy: "\n")) }
    return result
  }

  func comparable(tree: String, report lines: [String]) -> String {
    var result = TreeConformanceTests.comparable(tree)
    if let report {
      // Where MyST knows no line, any will do.
      let known = Set(report.components(separatedBy: "\n"))
      let lines = lines.map { line in
        let placeless = line.replacing(#/^([^:]*)(:[0-9]+)?: /#) { "\($0.1):0: " }
        return known.contains(placeless) ? placeless : line
      }
      result += "\n-- report\n" + Self.sorted(lines)
    }
    // What is near a wrong name, and what is allowed, is said by DocTree alone, and formulas without a label, to which
    // Sphinx gives one that nobody can guess, are numbered.
    return result.replacing(/[;.,] [Dd]id you mean ['"][^'"]*['"]\?/) { match in
      match.output.hasPrefix(".") ? "." : ""
    }.replacing(#/ Allowed: [^\n\[]*/#, with: " ").replacing(/amsmath-[0-9]+/, with: "mock-uuid")
  }

  private static func sorted(_ lines: [String]) -> String {
    lines.filter { !$0.isEmpty }.sorted().joined(separator: "\n")
  }

  // MARK: Reading

  /// What stands for the input in dumps: a folder that is there only in the fixture's tests, and a
  /// name.
  private var sourceName: (folder: String, name: String) {
    let match = tree.firstMatch(of: /^<document[^\n]* source="([^"]*)"/)
    let source = match.map { String($0.1) } ?? "<string>"
    guard let slash = source.lastIndex(of: "/") else { return ("", source) }
    return (String(source[..<slash]), String(source[source.index(after: slash)...]))
  }

  /// - Returns: the dump, and the warnings as docutils and Sphinx print them.
  func read(with registry: Registry) throws -> (tree: String, report: [String]) {
    let (folder, name) = sourceName
    let temporary = try folder.isEmpty ? nil : TemporaryFolder()
    if let temporary {
      try temporary.write(markdown, to: name)
      for (file, text) in files { try temporary.write(text, to: file) }
    }
    let configuration = configuration(with: registry)
    let source = Source(markdown, file: SourceFile(temporary.map { $0[name] } ?? name))
    let document = try Myst().read(
      source,
      in: ReadContext(
        registry: registry, configuration: configuration, documentName: isSphinx ? "index" : "",
        files: temporary.map { CaseFiles(folder: $0) }))
    for phase in phases {
      try document.applyTransforms(phase, registry: registry, configuration: configuration)
    }
    func named(_ text: String) -> String {
      temporary.map { text.replacing($0.path, with: folder) } ?? text
    }
    let report = document.diagnostics.filter { $0.severity >= .warning }.map {
      named(line(for: $0))
    }
    return (named(document.pseudoXML()), report)
  }

  private var phases: [Phase] {
    switch transforms {
    case is String: [.read, .local, .resolve]
    case let flag as Bool where !flag: [.read]
    default: [.read, .local]
    }
  }

  private func configuration(with registry: Registry) -> Configuration {
    var configuration = Configuration()
    configuration[Dialect.key] = isSphinx ? .sphinx : .docutils
    configuration.set(settings, in: registry)
    return configuration
  }

  private func line(for diagnostic: Diagnostic) -> String {
    let position = diagnostic.position
    let place = position.line > 0 ? ":\(position.line)" : ""
    let category = diagnostic.category.isEmpty ? "" : " [\(diagnostic.category)]"
    let level = diagnostic.severity.typeName
    let head =
      isSphinx
      ? "\(level == "SEVERE" ? "CRITICAL" : level):" : "(\(level)/\(diagnostic.severity.rawValue))"
    return "\(position.file.name)\(place): \(head) \(diagnostic.message)\(category)"
  }
}

/// The files of a case.
private struct CaseFiles: ProjectFiles {
  let folder: TemporaryFolder

  func read(_ path: String) throws -> Source {
    let file = name(path)
    guard folder.exists(file) else { throw MarkupError("file not found: '\(folder[file])'") }
    return Source(file: SourceFile(folder[file]), bytes: try folder.read(file))
  }

  func hasFile(_ path: String) -> Bool { folder.exists(name(path)) }

  func documentName(ofFile path: String) -> String? {
    path.hasSuffix(".md") && hasFile(path) ? String(name(path).dropLast(3)) : nil
  }

  private func name(_ path: String) -> String {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return path.hasPrefix("/") ? String(path.dropFirst()) : path
  }
}
