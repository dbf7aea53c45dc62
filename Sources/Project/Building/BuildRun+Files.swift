import DocTree

/// The files besides those of the pages.
extension BuildRun {
  /// What was written besides pages.
  struct Extra {
    var records: [OutputRecord] = []
    var written: [Path] = []
    var copies: [FileUse] = []
    var diagnostics: [LocatedDiagnostic] = []
    /// Each page is read once for all that is wrong with it.
    var finder = ExcerptFinder()
    /// Whether a file could not be written.
    var hasFailed = false
  }

  mutating func writeFiles(
    _ done: [Done], _ next: NextCache, _ data: ProjectData, _ facts: FactTable,
    _ owned: Set<Path>
  ) throws -> Extra {
    let built = BuiltProject(
      data: data, facts: facts,
      pages: done.compactMap { item in item.content.map { (item.record.name, $0) } },
      outputFolder: build.output.description, isFresh: build.options.isFresh,
      progress: observer.progress)
    var files: [OutputFile] = []
    for step in registry.outputSteps { files += try step.files(built, for: builder) }
    let own = try builder.files(built.with(files: files))
    files = builder.packsFiles ? own : files + own
    var taken = Set(next.pagePaths)
    let previous = Dictionary(
      (last?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    journal += output.new(files.map { Path($0.path) }, owned)
    try output.announce(journal)
    let filter = build.warningFilter
    var extra = Extra()
    extra.diagnostics = located(built.diagnostics.filter { !filter.suppresses($0) })
    for file in files {
      let path = Path(file.path)
      // Whoever comes first keeps the name; nothing leaves the folder.
      guard !path.bytes.isEmpty, path.bytes.first != UInt8(ascii: "/"),
        !path.bytes.split(separator: UInt8(ascii: "/")).contains(where: {
          $0.elementsEqual("..".utf8)
        })
      else {
        extra.diagnostics.append(
          SourceScan.diagnostic(
            "is not written: it lies outside the output folder", at: path, .error))
        continue
      }
      guard taken.insert(path).inserted else { continue }
      guard let content = try content(of: file, &extra) else { continue }
      do throws(FileError) {
        let (record, isWritten) = try output.write(content, to: path, previous: previous[path])
        extra.records.append(record)
        if isWritten { extra.written.append(path) }
      } catch {
        extra.hasFailed = true
        extra.diagnostics.append(Self.problem(error, file, &extra.finder))
      }
    }
    extra.records.sort { $0.path < $1.path }
    return extra
  }

  /// - Returns: nil if it cannot be read, which is among the diagnostics then.
  /// - Throws: what a maker throws.
  private func content(of file: OutputFile, _ extra: inout Extra) throws -> [UInt8]? {
    switch file.content {
    case .bytes(let bytes): return bytes
    case .copy(let source):
      let place = Path(source)
      do throws(FileError) {
        let (bytes, stamp) = try folder.read(place)
        extra.copies.append(
          FileUse(question: .content, path: place, answer: StableHash(of: bytes), stamp: stamp))
        return bytes
      } catch {
        extra.copies.append(
          FileUse(question: .content, path: place, answer: .none, stamp: .unknown))
        extra.diagnostics.append(Self.problem(error, file, &extra.finder))
        return nil
      }
    case .made(let parts, let make):
      var contents: [(path: String, content: [UInt8])] = []
      for part in parts {
        if let content = try content(of: part, &extra) { contents.append((part.path, content)) }
      }
      return try make(contents)
    }
  }

  func located(_ diagnostics: [Diagnostic]) -> [LocatedDiagnostic] {
    var finder = ExcerptFinder()
    return diagnostics.map { finder.locate($0) }
  }

  /// A picture that is missing is the mistake of who wants it; the page is there all the same.
  private static func problem(
    _ error: FileError, _ file: OutputFile, _ finder: inout ExcerptFinder
  ) -> LocatedDiagnostic {
    guard case .copy(let source) = file.content, file.position.isKnown else {
      return SourceScan.diagnostic(error.message, at: error.path, .error)
    }
    return finder.locate(
      Diagnostic(
        .warning, "file '\(source)' \(error.message)", at: file.position,
        category: "file.not_readable"))
  }
}
