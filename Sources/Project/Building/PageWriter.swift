import DocTree

/// The way of a page from its tree to what is written.
struct PageWriter: Sendable {
  let registry: Registry
  let configuration: Configuration
  let facts: FactTable
  let builder: any Builder
  let filter: WarningFilter

  /// A page that is resolved and translated.
  struct Page: Sendable {
    /// Nil if the builder writes no pages, or there is nothing to write.
    let content: [UInt8]?
    let facts: [FactUse]
    let diagnostics: [LocatedDiagnostic]
  }

  /// - Parameter source: for the excerpts of what is found wrong.
  func write(_ document: Document, named name: String, _ source: Source?) -> Page {
    let project = ProjectView(
      page: name, facts: facts, builder: builder, configuration: configuration)
    do {
      return try write(document, in: project, source)
    } catch {
      return failure(error, in: project, document.position.file)
    }
  }

  /// Makes and writes a page without a source.
  func write(_ page: any GeneratedPage) -> Page {
    let project = ProjectView(
      page: page.name, facts: facts, builder: builder, configuration: configuration)
    do {
      let context = CollectContext(registry: registry, configuration: configuration)
      guard let document = try page.document(in: project, context) else {
        return Page(content: nil, facts: project.recorded, diagnostics: [])
      }
      document.docname = page.name
      for phase in [Phase.read, .local] {
        try document.applyTransforms(phase, registry: registry, configuration: configuration)
      }
      return try write(document, in: project, nil)
    } catch {
      return failure(error, in: project, .unknown)
    }
  }

  private func write(
    _ document: Document, in project: ProjectView, _ source: Source?
  ) throws -> Page {
    try document.applyTransforms(
      .resolve, registry: registry, configuration: configuration, project: project)
    var written: [Diagnostic] = []
    var content: [UInt8]?
    if builder.combinesPages || builder.path(ofPage: project.page) != nil {
      try builder.prepare(document, in: project)
      var body: [UInt8] = []
      if let format = builder.format {
        guard let translator = registry.format(format) else {
          throw BuilderError("builder '\(builder.name)' writes '\(format)', which is no format")
        }
        let result = try document.translate(
          to: translator, registry: registry, configuration: configuration, builder: builder.name)
        written = result.diagnostics
        body = result.output
      }
      content = try builder.complete(body, of: document, in: project)
    }
    // With those of the builder.
    var diagnostics = document.diagnostics + written
    diagnostics.removeAll(where: filter.suppresses)
    var finder = ExcerptFinder(diagnostics.isEmpty ? nil : source)
    return Page(
      content: content, facts: project.recorded,
      diagnostics: diagnostics.map { finder.locate($0) })
  }

  private func failure(_ error: any Error, in project: ProjectView, _ file: SourceFile) -> Page {
    let diagnostic = Diagnostic(
      .error, "not built: \(error)", at: SourcePosition(file: file, line: 0), category: "build")
    return Page(
      content: nil, facts: project.recorded, diagnostics: [LocatedDiagnostic(diagnostic)])
  }
}

/// A builder that cannot do what it should.
public struct BuilderError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
