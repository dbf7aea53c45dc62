import DocTree

/// The documents in a folder.
struct SourceScan {
  /// Sorted by name.
  let pages: [SourcePage]
  let problems: [LocatedDiagnostic]

  /// - Parameters:
  ///   - bounds: where links may lead.
  ///   - excluded: the output folder, if there is one.
  ///   - outputPath: where a page is written to; nil if it is not written.
  ///   - isWanted: whether a file may be a document, by its path.
  /// - Throws: ``FileError`` if there is nothing to build.
  init(
    _ root: Path, registry: Registry, project: ProjectConfiguration,
    bounds: Bounds, excluding excluded: FileSystem.Identity?,
    outputPath: (_ page: String) -> String?, isWanted: (Path) -> Bool
  ) throws(FileError) {
    // The longest one first: `.ipynb.md` comes before `.md`.
    let suffixes = project.sourceSuffixes(registry: registry).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
    let tree = try FileTree(root, suffixes: suffixes, bounds: bounds, excluding: excluded)
    var problems = tree.problems.map {
      Self.diagnostic($0.error.message, at: $0.error.path, $0.isSerious ? .error : .warning)
    }
    guard !tree.files.isEmpty || tree.problems.contains(where: \.isSerious) else {
      let known =
        suffixes.isEmpty ? "no source format is there" : suffixes.sorted().joined(separator: ", ")
      throw FileError(root, "has no documents (files that end in: \(known))")
    }
    // What each suffix stands for, with the format that was registered for it.
    let formats = suffixes.compactMap { suffix in
      project.sourceFormat(of: Path(suffix), registry: registry).map { (suffix: suffix, $0) }
    }
    var pages: [SourcePage] = []
    pages.reserveCapacity(tree.files.count)
    for file in tree.files where isWanted(file.path) {
      guard let (suffix, format) = formats.first(where: { file.path.hasSuffix($0.suffix) }) else {
        continue
      }
      let name = file.path.bytes.withUnsafeBufferPointer { bytes in
        String(decoding: bytes[..<(bytes.count - suffix.utf8.count)], as: UTF8.self)
      }
      pages.append(
        SourcePage(
          name: name, path: file.path, identity: file.identity, stamp: file.stamp, format: format))
    }
    // Those of one name stand side by side, in the order of their paths.
    pages.sort { ($0.name, $0.path) < ($1.name, $1.path) }
    var kept: [SourcePage] = []
    kept.reserveCapacity(pages.count)
    var outputs: [String: Int] = [:]
    outputs.reserveCapacity(pages.count)
    for page in pages {
      let problem: String
      if let last = kept.last, last.name == page.name {
        problem = "'\(root.appending(last.path))' is the document '\(page.name)', too"
      } else if let output = outputPath(page.name),
        let other = outputs.updateValue(kept.count, forKey: output)
      {
        outputs[output] = other
        problem = "'\(root.appending(kept[other].path))' is written to '\(output)', too"
      } else {
        kept.append(page)
        continue
      }
      problems.append(
        Self.diagnostic("not built: \(problem)", at: root.appending(page.path), .error))
    }
    self.pages = kept
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
