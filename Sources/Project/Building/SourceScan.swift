import DocTree

/// The documents in a folder.
struct SourceScan {
  /// Sorted by name.
  let pages: [SourcePage]
  let problems: [LocatedDiagnostic]

  /// - Parameters:
  ///   - excluded: the output folder, if there is one.
  ///   - isWanted: whether a file may be a document, by its path.
  /// - Throws: ``FileError`` if there is nothing to build.
  init(
    _ root: Path, registry: Registry, project: ProjectConfiguration,
    excluding excluded: FileSystem.Identity?,
    isWanted: (Path) -> Bool
  ) throws(FileError) {
    // The longest one first: `.ipynb.md` comes before `.md`.
    let suffixes = project.sourceSuffixes(registry: registry).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
    let tree = try FileTree(root, suffixes: suffixes, excluding: excluded)
    var problems = tree.problems.map {
      Self.diagnostic($0.error.message, at: $0.error.path, $0.isSerious ? .error : .warning)
    }
    guard !tree.files.isEmpty || tree.problems.contains(where: \.isSerious) else {
      let known =
        suffixes.isEmpty ? "no source format is there" : suffixes.sorted().joined(separator: ", ")
      throw FileError(root, "has no documents (files that end in: \(known))")
    }
    var pages: [SourcePage] = []
    var taken: [String: Path] = [:]
    for file in tree.files where isWanted(file.path) {
      guard let suffix = suffixes.first(where: { file.path.hasSuffix($0) }),
        let format = project.sourceFormat(of: file.path, registry: registry)
      else { continue }
      let name = String(decoding: file.path.bytes.dropLast(suffix.utf8.count), as: UTF8.self)
      if let rival = taken[name] {
        problems.append(
          Self.diagnostic(
            "not built: '\(root.appending(rival))' is the document '\(name)', too",
            at: root.appending(file.path), .error))
        continue
      }
      taken[name] = file.path
      pages.append(
        SourcePage(
          name: name, path: file.path, identity: file.identity, stamp: file.stamp, format: format))
    }
    self.pages = pages.sorted { $0.name < $1.name }
    self.problems = problems
  }

  static func diagnostic(
    _ message: String, at path: Path, _ severity: Severity
  ) -> LocatedDiagnostic {
    LocatedDiagnostic(
      Diagnostic(
        severity, message, at: SourcePosition(file: SourceFile(path.description), line: 0),
        category: "build"))
  }
}
