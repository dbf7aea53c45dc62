import DocTree
import DocTreeExtensions

/// The builder `gettext`.
struct GettextCatalogs: Extension {
  let name = "gettext builder"

  func register(in registry: inout Registry) { registry.add(builder: GettextBuilder()) }
}

/// Catalogs of the messages of all documents, for translators. (Sphinx: MessageCatalogBuilder.)
///
/// They have no date, so that they are the same whenever they are made.
struct GettextBuilder: Builder {
  let name = "gettext"
  let format: String? = nil
  let defaults = [(name: TranslationSettings.collectsMessages.name, value: "true")]

  func path(ofPage name: String) -> String? { nil }

  func files(_ output: BuiltProject) throws -> [OutputFile] {
    let configuration = output.data.configuration
    let compaction = configuration[TranslationSettings.compaction]
    let showsLocations = configuration[TranslationSettings.showsLocations]
    let head = CatalogHead(configuration)
    var catalogs: [String: MessageCatalogWriter] = [:]
    var paths = CatalogPaths(from: output.outputFolder)
    for page in output.data.pages {
      guard let items = page.values[MessageData.self]?.items else { continue }
      let name = compaction.catalog(of: page.name)
      for item in items {
        let file = showsLocations ? paths.path(of: item.file ?? page.file.name) : nil
        catalogs[name, default: MessageCatalogWriter()].add(item.id, file: file, line: item.line)
      }
    }
    return catalogs.sorted { $0.key < $1.key }.map { name, catalog in
      OutputFile(path: name + ".pot", content: .bytes(Array((head.text + catalog.text).utf8)))
    }
  }
}

/// What stands at the beginning of a catalog.
private struct CatalogHead {
  let text: String

  init(_ configuration: Configuration) {
    let project = configuration[ProjectSettings.project]
    let version = configuration[ProjectSettings.version]
    var lines = ["# SOME DESCRIPTIVE TITLE."]
    let copyright = configuration[ProjectSettings.copyright]
    if !copyright.isEmpty { lines.append("# Copyright (C) \(copyright)") }
    if !project.isEmpty {
      lines.append("# This file is distributed under the same license as the \(project) package.")
    }
    lines += [
      "# FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.", "#", "#, fuzzy", "msgid \"\"", "msgstr \"\"",
    ]
    let fields = [
      ("Project-Id-Version", "\(project.isEmpty ? "PACKAGE" : project) \(version)".trimmingEnd),
      ("Report-Msgid-Bugs-To", ""),
      ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
      ("Last-Translator", configuration[TranslationSettings.lastTranslator]),
      ("Language-Team", configuration[TranslationSettings.languageTeam]),
      ("MIME-Version", "1.0"),
      ("Content-Type", "text/plain; charset=UTF-8"),
      ("Content-Transfer-Encoding", "8bit"),
    ]
    lines += fields.map { "\"\(MessageCatalogWriter.escaped("\($0): \($1)\n"))\"" }
    // A comment goes to the end of its line, whatever the configuration says.
    text =
      lines.map { line in
        String(line.map { $0.isNewline ? " " : $0 })
      }.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}

/// The paths of sources as seen from the output folder, as translators' tools follow them.
private struct CatalogPaths {
  private let output: String
  private var known: [String: String] = [:]

  init(from output: String) { self.output = Self.full(output) + "/" }

  mutating func path(of file: String) -> String {
    if let path = known[file] { return path }
    let path = RelativeAddress.make(from: output, to: Self.full(file), isQuoted: false)
    known[file] = path
    return path
  }

  /// The path from the root, if there is such a file.
  private static func full(_ path: String) -> String {
    (try? FileSystem.realPath(of: Path(path)))?.description ?? path
  }
}
