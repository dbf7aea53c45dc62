import DocTree

/// From trees to files.
extension BuildRun {
  /// A page that is done.
  struct Done: Sendable {
    var record: PageRecord
    var facts: [FactUse]
    var diagnostics: [LocatedDiagnostic]
    var content: [UInt8]?
    var isWritten = false
    /// Whether its file could not be written.
    var hasFailed = false
  }

  /// Writes what has changed, and then what the next build has to know.
  ///
  /// - Parameter data: what was collected from all pages; nil if it is what the last build collected.
  mutating func write(
    _ pages: [Page], _ facts: FactTable, data: ProjectData?
  ) throws -> ProjectBuild.Result {
    let manifest = data == nil && journal.isEmpty ? [] : output.readManifest()
    let owned = data == nil && journal.isEmpty ? [] : owned(manifest)
    if data != nil {
      journal += output.new(pages.compactMap { path(ofPage: $0.source.name) }, owned)
    }
    try output.announce(journal)
    let writer = PageWriter(
      registry: registry, configuration: configuration, facts: facts, builder: builder,
      filter: build.warningFilter)
    var done = writeSources(pages, writer)
    // Where few pages are written, most of their facts have the places that they had.
    let isSmall = done.count { $0 != nil } < pages.count / 4
    let hints =
      isSmall
      ? try factsOfStale(pages, withGenerated: data != nil).map { ($0.entry.use, $0.place) } : []
    var next = NextCache(
      self, facts, hints: Dictionary(hints) { first, _ in first })
    var diagnostics = scan.problems
    var hasFailed = false
    for (index, page) in pages.enumerated() {
      if let item = done[index] {
        let values = page.read.map { $0.values.stored(pageData)[...] }
        diagnostics += try next.add(item, values: values)
        // Of very many pages they would take more memory than all that is still to come.
        done[index]?.facts = []
      } else {
        diagnostics += try next.keep(page)
      }
    }
    for item in done.lazy.compactMap(\.self) where item.isWritten {
      if let path = item.record.output?.path { result.written.append(path) }
    }
    if let data {
      let generated = writeGenerated(writer, taken: Set(next.pagePaths))
      for item in generated { diagnostics += try next.add(item, values: nil) }
      for item in generated where item.isWritten {
        if let path = item.record.output?.path { result.written.append(path) }
      }
      let extra = try writeFiles(done.compactMap(\.self) + generated, next, data, facts, owned)
      hasFailed = extra.hasFailed || generated.contains(where: \.hasFailed)
      let filter = build.warningFilter
      diagnostics += next.finish(
        extra, located(facts.diagnostics.filter { !filter.suppresses($0) }))
      result.written += extra.written
    } else {
      diagnostics += try next.keepOthers()
    }
    if let failure = facts.failure { throw failure }
    if data != nil || !journal.isEmpty {
      let outputs = Set(next.outputPaths)
      let (removed, kept) = output.remove(owned.subtracting(outputs).sorted())
      result.removed = removed
      for (_, error) in kept {
        hasFailed = true
        diagnostics.append(SourceScan.diagnostic(error.message, at: error.path, .warning))
      }
      let files = outputs.union(kept.map(\.path))
      if files != manifest { try output.write(manifest: files) }
    }
    result.written.sort()
    result.diagnostics = ExcerptFinder.sorted(diagnostics)
    try output.write(try next.bytes(isComplete: !hasFailed))
    leave((self, pages, facts, data, done, next))
    return result
  }

  func path(ofPage name: String) -> Path? { builder.path(ofPage: name).map { Path($0) } }

  /// - Returns: for each page what became of it; nil for those that are as they were.
  private func writeSources(_ pages: [Page], _ writer: PageWriter) -> [Done?] {
    let run = self
    let counter = ProgressCounter()
    let stale = pages.indices.filter { pages[$0].isStale || pages[$0].read != nil }
    let sources = Set(pages.map(\.source.identity))
    let reader = pageReader
    let previous = previousOutputs(pages, stale)
    let done = Workers.map(count: stale.count, jobs: jobs) { index in
      let page = pages[stale[index]]
      let done = run.make(page, reader, writer, sources, previous)
      run.observer.progress("writing", counter.next(), stale.count)
      return done
    }
    var result = [Done?](repeating: nil, count: pages.count)
    for (index, item) in zip(stale, done) { result[index] = item }
    return result
  }

  /// What the last build wrote of pages, by path: of some, or of all if some are new.
  private func previousOutputs(_ pages: [Page], _ stale: [Int]) -> [Path: OutputRecord] {
    guard let last else { return [:] }
    let places = stale.compactMap { pages[$0].place }
    let isOfAll = places.count < stale.count
    let records = (isOfAll ? last.pages : places.map { last.pages[$0] }).compactMap {
      last.output(of: $0)
    }
    return Dictionary(records.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func make(
    _ page: Page, _ reader: PageReader, _ writer: PageWriter, _ sources: Set<FileSystem.Identity>,
    _ previous: [Path: OutputRecord]
  ) -> Done {
    var read = page.read ?? reader.read(page.source, collects: false)
    var tree = read.tree?.take()
    if tree == nil, read.contentHash != .none, page.read != nil {
      // It was read and let go, as there were too many.
      read = reader.read(page.source, collects: false)
      tree = read.tree?.take()
    }
    let written = tree.map { writer.write($0, named: page.source.name, read.source) }
    if let tree, hasAllTrees { leave(tree) }
    // What was collected belongs to what was read first. Who changes a file in between has it read
    // again by the next build.
    let known = page.place.flatMap { try? cache.record(of: cache.pages[$0]) }
    let isSame =
      page.read.map {
        $0.contentHash == read.contentHash && $0.files.map(\.answer) == read.files.map(\.answer)
      }
      ?? (known?.contentHash == read.contentHash
        && known?.files.map(\.answer) == read.files.map(\.answer))
    var done = Done(
      record: PageRecord(
        name: page.source.name, source: page.source.path,
        stamp: isSame ? read.stamp : .unknown, contentHash: isSame ? read.contentHash : .none,
        files: read.files, values: known?.values ?? [], facts: [], diagnostics: []),
      facts: written?.facts ?? [],
      diagnostics: (read.diagnostics + (written?.diagnostics ?? [])).map {
        $0.with(builder.severity(of: $0.diagnostic))
      })
    guard let content = written?.content else { return done }
    if builder.combinesPages { done.content = content }
    guard let path = path(ofPage: page.source.name) else { return done }
    save(content, to: path, &done, sources, previous[path])
    return done
  }

  /// Writes a page's file.
  private func save(
    _ content: [UInt8], to path: Path, _ done: inout Done, _ sources: Set<FileSystem.Identity>,
    _ previous: OutputRecord?
  ) {
    let full = output.root.appending(path)
    func fail(_ message: String) {
      done.hasFailed = true
      done.diagnostics.append(SourceScan.diagnostic(message, at: full, .error))
    }
    if let status = try? FileSystem.status(of: full, followingLinks: false),
      sources.contains(status.identity)
    {
      return fail("not written: it is the source of a document")
    }
    do throws(FileError) {
      let (record, isWritten) = try output.write(content, to: path, previous: previous)
      done.record.output = record
      done.isWritten = isWritten
    } catch {
      done.record.stamp = .unknown
      done.record.contentHash = .none
      fail(error.message)
    }
  }

  /// - Parameter taken: the files of the other pages.
  private func writeGenerated(_ writer: PageWriter, taken: Set<Path>) -> [Done] {
    let names = Set(scan.pages.map(\.name))
    return registry.generatedPages.compactMap { page in
      if names.contains(page.name) || path(ofPage: page.name).map(taken.contains) ?? false {
        return nil
      }
      let written = writer.write(page)
      var done = Done(
        record: PageRecord(
          name: page.name, source: Path(""), stamp: .unknown, contentHash: .none, files: [],
          values: [], facts: [], diagnostics: []),
        facts: written.facts, diagnostics: written.diagnostics)
      if let content = written.content, let path = path(ofPage: page.name) {
        let previous = last.flatMap { last in
          last.pages.lazy.filter(\.isGenerated).compactMap { last.output(of: $0) }
            .first { $0.path == path }
        }
        save(content, to: path, &done, [], previous)
      }
      if builder.combinesPages { done.content = written.content }
      return done
    }
  }
}
