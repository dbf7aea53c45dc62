import DocTree

/// The way of a page from its source to what is collected of it.
struct PageReader: Sendable {
  let registry: Registry
  let configuration: Configuration
  let folder: ProjectFolder
  let builder: String
  let filter: WarningFilter

  /// A page that was read.
  struct Page: Sendable {
    /// Nil if there is no document.
    let tree: TreeBox?
    let stamp: FileStamp
    let contentHash: StableHash
    let files: [FileUse]
    let values: PageValues
    /// What was found wrong until now.
    let diagnostics: [LocatedDiagnostic]
    /// For excerpts of what is found wrong later.
    let source: Source?
  }

  /// Reads a page. What is wrong with it, or keeps it from being read, is in the result.
  ///
  /// - Parameter collects: whether to collect its data, which is known where the page is read for its
  ///   tree.
  func read(_ source: SourcePage, collects: Bool = true) -> Page {
    let path = folder.root.appending(source.path)
    let file = SourceFile(path.description)
    let bytes: [UInt8]
    let stamp: FileStamp
    do throws(FileError) {
      (bytes, stamp) = try FileSystem.readStamped(path)
    } catch {
      return failure(error.message, at: file)
    }
    let original = Source(file: file, bytes: bytes)
    let (text, problem) = SourceText.repaired(original)
    let files = PageFiles(folder, page: source.path)
    do {
      let document = try source.format.read(
        text,
        in: ReadContext(
          registry: registry, configuration: configuration, documentName: source.name, files: files)
      )
      if document.docname == nil { document.docname = source.name }
      for phase in [Phase.read, .local] {
        try document.applyTransforms(phase, registry: registry, configuration: configuration)
      }
      filter.apply(to: document)
      let values =
        collects
        ? try document.collectPageData(registry, configuration: configuration, builder: builder)
        : PageValues()
      let diagnostics = (problem.map { [$0] } ?? []) + document.diagnostics
      document.diagnostics = []
      var finder = ExcerptFinder(diagnostics.isEmpty ? nil : original)
      return Page(
        tree: TreeBox(document), stamp: stamp, contentHash: StableHash(of: bytes),
        files: files.recorded, values: values, diagnostics: diagnostics.map { finder.locate($0) },
        source: original)
    } catch {
      return failure("not built: \(error)", at: file)
    }
  }

  private func failure(_ message: String, at file: SourceFile) -> Page {
    let diagnostic = Diagnostic(
      .error, message, at: SourcePosition(file: file, line: 0), category: "build")
    return Page(
      tree: nil, stamp: .unknown, contentHash: .none, files: [], values: PageValues(),
      diagnostics: [LocatedDiagnostic(diagnostic)], source: nil)
  }
}

/// A document of a project.
struct SourcePage: Sendable {
  /// The path without the suffix.
  let name: String
  /// From the folder of the sources.
  let path: Path
  let identity: FileSystem.Identity
  let stamp: FileStamp
  let format: any SourceFormat
}
