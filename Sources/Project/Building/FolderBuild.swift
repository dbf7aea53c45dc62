import DocTree

/// Every document of a folder, each to a file of the same name in another folder.
public struct FolderBuild: Sendable {
  public let source: Path
  public let output: Path
  public let pipeline: DocumentPipeline
  /// How many documents are worked on at the same time.
  public let jobs: Int

  public init(source: Path, output: Path, pipeline: DocumentPipeline, jobs: Int) {
    self.source = source
    self.output = output
    self.pipeline = pipeline
    self.jobs = max(1, jobs)
  }

  /// What became of a build.
  public struct Result: Sendable {
    /// How many documents the folder has.
    public let documentCount: Int
    /// How many of them were written.
    public let writtenCount: Int
    /// Sorted by file, line and column.
    public let diagnostics: [LocatedDiagnostic]
  }

  /// Builds the folder. A document that cannot be built is an error in the result; the others are
  /// built all the same.
  ///
  /// - Parameter progress: called after each document with the number of those done, on any thread,
  ///   several at a time.
  /// - Throws: ``FileError`` if nothing can be built.
  public func run(progress: (@Sendable (_ done: Int, _ count: Int) -> Void)? = nil)
    throws(FileError) -> Result
  {
    let (pages, problems) = try plan()
    let counter = ProgressCounter()
    let build = self
    let sources = Set(pages.map(\.identity))
    let links = DocumentLinks(
      Dictionary(pages.map { ($0.name, $0.outputName) }, uniquingKeysWith: { first, _ in first }))
    let results = Workers.map(count: pages.count, jobs: jobs) { index in
      let result = build.build(pages[index], sources: sources, links: links)
      if let progress { progress(counter.next(), pages.count) }
      return result
    }
    return Result(
      documentCount: pages.count, writtenCount: results.count { $0.isWritten },
      diagnostics: ExcerptFinder.sorted(problems + results.flatMap(\.diagnostics)))
  }

  /// A document and where it goes.
  struct Page: Sendable {
    /// Where it is and where it goes, from the roots of the two folders.
    let name: Path
    /// The first without its suffix.
    let documentName: String
    let outputName: Path
    let source: Path
    let identity: FileSystem.Identity
    let format: any SourceFormat
    let output: Path
    /// Another document that goes to the same place and came first.
    let rival: Path?
  }

  struct PageResult: Sendable {
    let isWritten: Bool
    let diagnostics: [LocatedDiagnostic]
  }

  /// Finds the documents.
  private func plan() throws(FileError) -> ([Page], [LocatedDiagnostic]) {
    let sourceStatus = try FileSystem.status(of: source)
    guard sourceStatus.kind == .folder else { throw FileError(source, "is no folder") }
    let outputStatus = try? FileSystem.status(of: output)
    if let outputStatus {
      guard outputStatus.kind == .folder else { throw FileError(output, "is no folder") }
      guard outputStatus.identity != sourceStatus.identity else {
        throw FileError(output, "cannot be both the folder of the sources and that of the output")
      }
    }
    let suffixes = pipeline.registry.sourceSuffixes.sorted { $0.utf8.count > $1.utf8.count }
    let tree = try FileTree(source, suffixes: suffixes, excluding: outputStatus?.identity)
    let problems = tree.problems.map { Self.diagnostic($0.error, isSerious: $0.isSerious) }
    guard !tree.files.isEmpty || tree.problems.contains(where: \.isSerious) else {
      let known = suffixes.isEmpty ? "no source format is there" : suffixes.joined(separator: ", ")
      throw FileError(source, "has no documents (files that end in: \(known))")
    }
    var taken: [Path: Path] = [:]
    let pages = tree.files.compactMap { file -> Page? in
      guard let suffix = suffixes.first(where: { file.path.hasSuffix($0) }),
        let format = pipeline.registry.sourceFormat(suffix)
      else { return nil }
      let stem = file.path.bytes.dropLast(suffix.utf8.count)
      let outputName = Path(bytes: stem + pipeline.output.suffix.utf8)
      let target = output.appending(outputName)
      let rival = taken[target]
      if rival == nil { taken[target] = source.appending(file.path) }
      return Page(
        name: file.path, documentName: String(decoding: stem, as: UTF8.self),
        outputName: outputName, source: source.appending(file.path),
        identity: file.identity, format: format,
        output: target, rival: rival)
    }
    return (pages, problems)
  }

  private func build(
    _ page: Page, sources: Set<FileSystem.Identity>, links: DocumentLinks
  ) -> PageResult {
    let file = SourceFile(page.source.description)
    func failure(_ message: String) -> PageResult {
      let diagnostic = Diagnostic(
        .error, message, at: SourcePosition(file: file, line: 0), category: "build")
      return PageResult(isWritten: false, diagnostics: [LocatedDiagnostic(diagnostic)])
    }
    if let rival = page.rival {
      return failure("not built: '\(rival)' has the same output, '\(page.output)'")
    }
    let source: Source
    do throws(FileError) {
      source = Source(file: file, bytes: try FileSystem.read(page.source))
    } catch {
      return failure(error.message)
    }
    do {
      let (output, diagnostics) = try pipeline.run(
        source, as: page.format, named: page.documentName
      ) {
        try links.apply(to: $0, at: page.name)
      }
      let existing = try? FileSystem.status(of: page.output, followingLinks: false)
      if let existing, sources.contains(existing.identity) {
        return failure("not built: its output would replace the source '\(page.output)'")
      }
      var finder = ExcerptFinder(diagnostics.isEmpty ? nil : source)
      let located = diagnostics.map { finder.locate($0) }
      do throws(FileError) {
        try FileSystem.write(output, to: page.output)
      } catch {
        return PageResult(
          isWritten: false, diagnostics: located + [Self.diagnostic(error, isSerious: true)])
      }
      return PageResult(isWritten: true, diagnostics: located)
    } catch {
      return failure("not built: \(error)")
    }
  }

  private static func diagnostic(_ error: FileError, isSerious: Bool) -> LocatedDiagnostic {
    LocatedDiagnostic(
      Diagnostic(
        isSerious ? .error : .warning, error.message,
        at: SourcePosition(file: SourceFile(error.path.description), line: 0), category: "build"))
  }
}
