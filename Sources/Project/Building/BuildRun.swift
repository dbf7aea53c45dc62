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
  /// What the last build left; empty if it cannot be used.
  var cache: BuildCache
  /// What the last build left, whether or not it can be used: what is there need not be written again.
  var last: BuildCache?
  /// What interrupted builds announced.
  var journal: [Path] = []
  /// The files that global steps ask for.
  let stepFiles: PageFiles
  /// Whether no tree was let go between reading and writing.
  var hasAllTrees = true
  var result = ProjectBuild.Result()

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
    openCache()
    var pages = plan()
    let isComplete =
      cache.isComplete && !builder.hasStaleFiles && hasAllPages(pages) && hasOtherFiles()
    if isComplete, pages.allSatisfy({ !$0.isStale }) { return try finishUnchanged(pages) }
    if builder.combinesPages {
      for index in pages.indices { pages[index].isStale = true }
    }
    read(&pages)
    if isComplete, !builder.combinesPages, hasSameValues(pages) {
      // The facts are those of the last build, and so is all that is made of them.
      return try write(pages, rememberedFacts(pages), data: nil)
    }
    let data = project(pages)
    let facts = try registry.makeFacts(data)
    try markThoseWithOtherFacts(&pages, facts)
    return try write(pages, facts, data: data)
  }

  /// Leaves something to the end of the process, if that is near.
  func leave(_ value: some Any) {
    if build.options.leavesMemory { _ = Unmanaged.passRetained(Leftover(value)) }
  }

  private final class Leftover<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  mutating func survey() throws -> FactTable {
    var pages = plan()
    read(&pages)
    return try registry.makeFacts(project(pages))
  }

  // MARK: What the last build left

  private mutating func openCache() {
    output.sweep()
    let (last, problem) = output.readCache()
    if let problem { observer.note(problem) }
    self.last = last
    journal = output.readJournal()
    let startsAnew = build.options.isFresh || build.options.writesAll
    if !startsAnew, let last, last.environment == environment { cache = last }
  }

  /// The files of the output that are ours.
  func owned(_ manifest: Set<Path>) -> Set<Path> {
    manifest.union((last?.outputPaths ?? []) + journal)
  }

  // MARK: Reading

  private mutating func read(_ pages: inout [Page]) {
    let reader = pageReader
    let waiting = pages.indices.filter { pages[$0].isUnread }
    let sources = waiting.map { pages[$0].source }
    let counter = ProgressCounter()
    let observer = observer
    let kept = TreeBudget(limit: build.options.treeLimit, pageCount: pages.count)
    let read = Workers.map(count: sources.count, jobs: jobs) { index in
      let page = reader.read(sources[index])
      observer.progress("reading", counter.next(), sources.count)
      return kept.limited(page)
    }
    for (index, page) in zip(waiting, read) { pages[index].read = page }
    hasAllTrees = !kept.isExceeded
    result.readCount = waiting.count
  }

  var pageReader: PageReader {
    PageReader(
      registry: registry, configuration: configuration, folder: folder, builder: builder.name,
      filter: build.warningFilter)
  }

  /// What was collected from all pages, now or then.
  private func project(_ pages: [Page]) -> ProjectData {
    let run = self
    let items = Workers.map(count: pages.count, jobs: jobs) { run.values(of: pages[$0]) }
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

  private func values(of page: Page) -> PageValues? {
    if let read = page.read { return read.values }
    return page.place.flatMap { place in
      try? PageValues(stored: cache[cache.pages[place].values], pageData)
    }
  }

  // MARK: Facts

  /// Whether all pages that were read again have the collected data that they had.
  private func hasSameValues(_ pages: [Page]) -> Bool {
    pages.allSatisfy { page in
      guard let read = page.read else { return true }
      guard let place = page.place, read.contentHash != .none else { return false }
      return cache[cache.pages[place].values].isEqual(to: read.values.stored(pageData))
    }
  }

  /// The facts of the last build. What the pages asked for then is known at once; what else they ask
  /// for is made when they do.
  private func rememberedFacts(_ pages: [Page]) throws -> FactTable {
    let entries = try factsOfStale(pages)
    let run = self
    return FactTable(
      RememberedFacts(
        Dictionary(entries.map { ($0.entry.use, $0.entry.value) }) { first, _ in first }
      ) { try run.registry.makeFacts(run.project(pages)) })
  }

  /// The facts that the pages which are written used last time, with their places.
  ///
  /// - Parameter withGenerated: whether the pages without sources are among them.
  func factsOfStale(
    _ pages: [Page], withGenerated: Bool = false
  ) throws -> [(place: UInt32, entry: FactLedger.Entry)] {
    var stored = pages.filter(\.isStale).compactMap { $0.place.map { cache.pages[$0] } }
    if withGenerated { stored += cache.pages.filter(\.isGenerated) }
    var places: Set<UInt32> = []
    for page in stored { places.formUnion(try PageRecord.facts(stored: cache[page.facts])) }
    let sorted = places.sorted()
    return Array(zip(sorted, try cache.ledger.entries(at: sorted)))
  }

  private mutating func markThoseWithOtherFacts(
    _ pages: inout [Page], _ facts: FactTable
  ) throws {
    guard let changes = try cache.ledger.update(from: facts) else { return }
    for index in pages.indices where !pages[index].isStale {
      guard let place = pages[index].place else { continue }
      let used = try PageRecord.facts(stored: cache[cache.pages[place].facts])
      if used.contains(where: { changes[Int($0)] }) { pages[index].isStale = true }
    }
  }
}
