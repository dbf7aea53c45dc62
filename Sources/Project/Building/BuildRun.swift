import DocTree

/// One run of a build, step by step.
struct BuildRun {
  let build: ProjectBuild
  let scan: SourceScan
  let output: OutputFolder
  let observer: ProjectBuild.Observer

  let folder: ProjectFolder
  let environment: StableHash
  let pageData: [any PageData.Type]
  var cache: BuildCache
  /// The places of pages in the cache, by name.
  var cached: [String: Int] = [:]
  /// The files that global steps ask for.
  private let stepFiles: PageFiles
  private var result = ProjectBuild.Result()

  init(
    build: ProjectBuild, scan: SourceScan, output: OutputFolder, observer: ProjectBuild.Observer
  ) {
    self.build = build
    self.scan = scan
    self.output = output
    self.observer = observer
    folder = ProjectFolder(
      root: build.source,
      documents: Dictionary(
        scan.pages.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first }),
      allowed: build.allowedFolders)
    stepFiles = PageFiles(folder, page: Path(""))
    environment = build.environment
    pageData = build.registry.pageData(for: build.builder.name)
    cache = BuildCache(environment: environment)
  }

  var jobs: Int { build.options.jobs }
  var registry: Registry { build.registry }
  var configuration: Configuration { build.configuration }
  var builder: any Builder { build.builder }

  mutating func run() throws -> ProjectBuild.Result {
    result.documentCount = scan.pages.count
    let owned = openCache()
    var pages = plan()
    if isUnchanged(pages) {
      return try finishUnchanged(pages)
    }
    if builder.combinesPages {
      for index in pages.indices { pages[index].isStale = true }
    }
    read(&pages)
    let data = try project(pages)
    let facts = try registry.makeFacts(data)
    markThoseWithOtherFacts(&pages, facts)
    return try write(pages, data, facts, owned: owned)
  }

  mutating func survey() throws -> FactTable {
    var pages = plan()
    read(&pages)
    return try registry.makeFacts(project(pages))
  }

  // MARK: What the last build left

  /// - Returns: the files of the output that are ours.
  private mutating func openCache() -> Set<Path> {
    output.sweep()
    let (last, problem) = output.readCache()
    if let problem { observer.note(problem) }
    let owned = Set((last?.outputs.map(\.path) ?? []) + output.readJournal())
    let startsAnew = build.options.isFresh || build.options.writesAll
    guard !startsAnew, let last, last.environment == environment else {
      // What was written is still known, so that it is not written again without need.
      if let last {
        previous = Dictionary(last.outputs.map { ($0.path, $0) }) { first, _ in first }
      }
      return owned
    }
    cache = last
    previous = Dictionary(last.outputs.map { ($0.path, $0) }) { first, _ in first }
    for (index, page) in last.pages.enumerated() { cached[page.name] = index }
    return owned
  }

  /// What was written, by path.
  var previous: [Path: OutputRecord] = [:]

  // MARK: The plan

  /// A page on its way.
  private struct Page: Sendable {
    let source: SourcePage
    /// What the last build left, with the stamps of now. Nil if the page has to be read.
    var record: PageRecord?
    /// Whether something about the record is not as it was, though its content is.
    var isTouched = false
    /// Whether it has to be written.
    var isStale: Bool
    var read: PageReader.Page?
  }

  private func plan() -> [Page] {
    let run = self
    return Workers.map(count: scan.pages.count, jobs: jobs) { run.plan(run.scan.pages[$0]) }
  }

  private func plan(_ source: SourcePage) -> Page {
    var page = Page(source: source, isStale: true)
    guard let place = cached[source.name] else { return page }
    var record = cache.pages[place]
    guard !record.isGenerated, record.source == source.path else { return page }
    if record.stamp != source.stamp {
      guard let (bytes, stamp) = try? FileSystem.readStamped(folder.root.appending(source.path)),
        StableHash(of: bytes) == record.contentHash
      else { return page }
      record.stamp = stamp
      page.isTouched = true
    }
    for (index, use) in record.files.enumerated() {
      guard let checked = PageFiles.check(use, in: folder) else { return page }
      if checked.stamp.hash != use.stamp.hash { page.isTouched = true }
      record.files[index] = checked
    }
    page.isStale = false
    if let written = record.output {
      if let intact = output.intact(written) {
        if intact.stamp.hash != written.stamp.hash { page.isTouched = true }
        record.output = intact
      } else {
        page.isStale = true
      }
    }
    page.record = record
    return page
  }

  // MARK: Nothing to do

  private func isUnchanged(_ pages: [Page]) -> Bool {
    guard !cached.isEmpty, pages.allSatisfy({ !$0.isStale }),
      cache.pages.count(where: { !$0.isGenerated }) == pages.count
    else { return false }
    return cache.files.allSatisfy { output.intact($0) != nil }
      && cache.copies.allSatisfy { PageFiles.check($0, in: folder) != nil }
      && cache.pages.allSatisfy { page in
        !page.isGenerated || page.output.map { output.intact($0) != nil } ?? true
      }
  }

  private mutating func finishUnchanged(_ pages: [Page]) throws -> ProjectBuild.Result {
    var diagnostics = scan.problems
    for page in cache.pages {
      diagnostics += try DiagnosticStore.read(page.diagnostics).map(\.complete)
    }
    diagnostics += try DiagnosticStore.read(cache.diagnostics).map(\.complete)
    result.diagnostics = ExcerptFinder.sorted(diagnostics)
    if pages.contains(where: \.isTouched) {
      for page in pages {
        if let record = page.record, let place = cached[record.name] { cache.pages[place] = record }
      }
      try output.write(cache)
    }
    return result
  }

  // MARK: Reading

  private mutating func read(_ pages: inout [Page]) {
    let reader = PageReader(
      registry: registry, configuration: configuration, folder: folder, builder: builder.name,
      filter: build.warningFilter)
    let waiting = pages.indices.filter { pages[$0].record == nil }
    let sources = waiting.map { pages[$0].source }
    let counter = ProgressCounter()
    let observer = observer
    let kept = TreeBudget()
    let read = Workers.map(count: sources.count, jobs: jobs) { index in
      let page = reader.read(sources[index])
      observer.progress("reading", counter.next(), sources.count)
      return kept.limited(page)
    }
    for (index, page) in zip(waiting, read) { pages[index].read = page }
    result.readCount = waiting.count
  }

  /// What was collected from all pages, now or then.
  private func project(_ pages: [Page]) throws -> ProjectData {
    let types = pageData
    let items = Workers.map(count: pages.count, jobs: jobs) { index -> PageValues? in
      if let read = pages[index].read { return read.values }
      return pages[index].record.flatMap { try? PageValues(stored: $0.values, types) }
    }
    let root = folder.root
    return ProjectData(
      pages: zip(pages, items).map { page, values in
        ProjectData.Page(
          name: page.source.name,
          file: SourceFile(root.appending(page.source.path).description),
          values: values ?? PageValues())
      }, registry: registry, configuration: configuration, rootName: build.rootName,
      files: stepFiles)
  }

  private func markThoseWithOtherFacts(_ pages: inout [Page], _ facts: FactTable) {
    guard let changes = cache.ledger.changes(against: facts) else { return }
    for index in pages.indices {
      guard let record = pages[index].record else { continue }
      if record.facts.contains(where: { changes[Int($0)] }) { pages[index].isStale = true }
    }
  }

  // MARK: Writing

  /// A page that is done.
  struct Done: Sendable {
    var record: PageRecord
    var facts: [(use: FactUse, hash: StableHash)]?
    var diagnostics: [LocatedDiagnostic]
    var content: [UInt8]?
    var isWritten = false
  }

  private mutating func write(
    _ pages: [Page], _ data: ProjectData, _ facts: FactTable, owned: Set<Path>
  ) throws -> ProjectBuild.Result {
    let expected = pages.compactMap { path(ofPage: $0.source.name) }
    try output.announce(expected.filter { !owned.contains($0) })
    let writer = PageWriter(
      registry: registry, configuration: configuration, facts: facts, builder: builder,
      filter: build.warningFilter)
    var done = writeSources(pages, writer)
    done += try writeGenerated(writer)
    let extra = try writeFiles(done, data, facts, owned)

    var next = BuildCache(environment: environment)
    var finder = SuggestionFinder(facts)
    var diagnostics = scan.problems
    let types = pageData
    for (index, var item) in done.enumerated() {
      item.diagnostics = finder.complete(item.diagnostics)
      item.record.diagnostics = DiagnosticStore.bytes(of: item.diagnostics)[...]
      if index < pages.count, let read = pages[index].read {
        item.record.values = read.values.stored(types)[...]
      }
      let uses =
        item.facts
        ?? item.record.facts.map { (cache.ledger.uses[Int($0)], cache.ledger.hashes[Int($0)]) }
      item.record.facts = uses.map { next.ledger.place(of: $0.0, hash: $0.1) }
      if let written = item.record.output {
        item.record.output?.stamp = written.stamp.trusted
      }
      diagnostics += item.diagnostics.map(\.complete)
      if item.isWritten, let path = item.record.output?.path { result.written.append(path) }
      next.pages.append(item.record)
    }
    next.pages.sort { $0.name < $1.name }
    let filter = build.warningFilter
    let common = finder.complete(
      located(facts.diagnostics.filter { !filter.suppresses($0) }) + extra.diagnostics)
    next.diagnostics = DiagnosticStore.bytes(of: common)[...]
    diagnostics += common.map(\.complete)
    next.files = extra.records.map { record in
      var record = record
      record.stamp = record.stamp.trusted
      return record
    }
    // What global steps read is looked after as what was copied is.
    next.copies = extra.copies + stepFiles.recorded
    let current = Set(next.outputs.map(\.path))
    result.removed = output.remove(owned.subtracting(current).sorted())
    result.written = (result.written + extra.written).sorted()
    result.diagnostics = ExcerptFinder.sorted(diagnostics)
    try output.write(next)
    return result
  }

  private func path(ofPage name: String) -> Path? { builder.path(ofPage: name).map { Path($0) } }

  private func writeSources(_ pages: [Page], _ writer: PageWriter) -> [Done] {
    let run = self
    let counter = ProgressCounter()
    let count = pages.count(where: \.isStale)
    let sources = Set(pages.map(\.source.identity))
    let reader = PageReader(
      registry: registry, configuration: configuration, folder: folder, builder: builder.name,
      filter: build.warningFilter)
    return Workers.map(count: pages.count, jobs: jobs) { index in
      let page = pages[index]
      if !page.isStale, let record = page.record {
        let diagnostics = (try? DiagnosticStore.read(record.diagnostics)) ?? []
        return Done(record: record, facts: nil, diagnostics: diagnostics)
      }
      let done = run.make(page, reader, writer, sources)
      run.observer.progress("writing", counter.next(), count)
      return done
    }
  }

  private func make(
    _ page: Page, _ reader: PageReader, _ writer: PageWriter, _ sources: Set<FileSystem.Identity>
  ) -> Done {
    var read = page.read ?? reader.read(page.source)
    var tree = read.tree?.take()
    if tree == nil, read.contentHash != .none, page.read != nil {
      // It was read and let go, as there were too many.
      read = reader.read(page.source)
      tree = read.tree?.take()
    }
    let written = tree.map { writer.write($0, named: page.source.name, read.source) }
    // What was collected belongs to what was read first. Who changes a file in between has it read
    // again by the next build.
    let isSame =
      page.read.map { $0.contentHash == read.contentHash && $0.files == read.files }
      ?? (page.record?.contentHash == read.contentHash
        && page.record?.files.map(\.answer) == read.files.map(\.answer))
    var done = Done(
      record: PageRecord(
        name: page.source.name, source: page.source.path,
        stamp: isSame ? read.stamp : .unknown, contentHash: isSame ? read.contentHash : .none,
        files: read.files,
        values: page.record?.values ?? [], facts: [], diagnostics: []),
      facts: written?.facts ?? [], diagnostics: read.diagnostics + (written?.diagnostics ?? []))
    guard let content = written?.content else { return done }
    if builder.combinesPages { done.content = content }
    guard let path = path(ofPage: page.source.name) else { return done }
    save(content, to: path, &done, sources)
    return done
  }

  /// Writes a page's file.
  private func save(
    _ content: [UInt8], to path: Path, _ done: inout Done, _ sources: Set<FileSystem.Identity>
  ) {
    let full = output.root.appending(path)
    func fail(_ message: String) {
      done.diagnostics.append(SourceScan.diagnostic(message, at: full, .error))
    }
    if let status = try? FileSystem.status(of: full, followingLinks: false),
      sources.contains(status.identity)
    {
      return fail("not written: it is the source of a document")
    }
    do throws(FileError) {
      let (record, isWritten) = try output.write(content, to: path, previous: previous[path])
      done.record.output = record
      done.isWritten = isWritten
    } catch {
      done.record.stamp = .unknown
      done.record.contentHash = .none
      fail(error.message)
    }
  }

  private func writeGenerated(_ writer: PageWriter) throws -> [Done] {
    let names = Set(scan.pages.map(\.name))
    return registry.generatedPages.compactMap { page in
      if names.contains(page.name) { return nil }
      let written = writer.write(page)
      var done = Done(
        record: PageRecord(
          name: page.name, source: Path(""), stamp: .unknown, contentHash: .none, files: [],
          values: [], facts: [], diagnostics: []),
        facts: written.facts, diagnostics: written.diagnostics)
      if let content = written.content, let path = path(ofPage: page.name) {
        save(content, to: path, &done, [])
      }
      if builder.combinesPages { done.content = written.content }
      return done
    }
  }
}
