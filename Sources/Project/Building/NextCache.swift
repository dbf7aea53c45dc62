import DocTree

/// What the next build has to know, put together page by page.
struct NextCache {
  private let run: BuildRun
  private var ledger: FactLedger.Editor
  private var finder: SuggestionFinder
  private var pages: [(name: String, page: BuildCache.NextPage)] = []
  private var files: [OutputRecord] = []
  private var copies: [FileUse] = []
  private var diagnostics: ArraySlice<UInt8> = []

  /// - Parameter hints: places of facts that are known.
  init(_ run: BuildRun, _ facts: FactTable, hints: [FactUse: UInt32]) {
    self.run = run
    ledger = FactLedger.Editor(run.cache.ledger, facts: facts, hints: hints)
    finder = SuggestionFinder(facts)
    pages.reserveCapacity(run.scan.pages.count)
  }

  /// Adds a page that was made.
  ///
  /// - Parameter values: what was collected from it, if that is another thing than before.
  /// - Returns: its diagnostics.
  mutating func add(
    _ item: BuildRun.Done, values: ArraySlice<UInt8>?
  ) throws -> [LocatedDiagnostic] {
    var record = item.record
    let diagnostics = finder.complete(item.diagnostics)
    record.diagnostics = DiagnosticStore.bytes(of: diagnostics)[...]
    if let values { record.values = values }
    record.facts = try ledger.places(of: item.facts)
    if let written = record.output { record.output?.stamp = written.stamp.trusted }
    pages.append((record.name, .made(record)))
    return diagnostics.map(\.complete)
  }

  /// Adds a page that is as it was.
  mutating func keep(_ page: BuildRun.Page) throws -> [LocatedDiagnostic] {
    guard let place = page.place else { return [] }
    let stored = run.cache.pages[place]
    var record = page.touched
    var diagnostics: [LocatedDiagnostic] = []
    if !stored.diagnostics.isEmpty {
      let old = try DiagnosticStore.read(run.cache[stored.diagnostics])
      diagnostics = finder.complete(old)
      if zip(old, diagnostics).contains(where: { $0.suggestion != $1.suggestion }) {
        if record == nil { record = try run.cache.record(of: stored) }
        record?.diagnostics = DiagnosticStore.bytes(of: diagnostics)[...]
      }
    }
    pages.append((page.source.name, record.map { .made($0) } ?? .kept(stored)))
    return diagnostics.map(\.complete)
  }

  /// Keeps what was made of all pages taken together.
  mutating func keepOthers() throws -> [LocatedDiagnostic] {
    var result: [LocatedDiagnostic] = []
    for page in run.cache.pages where page.isGenerated {
      let name = String(decoding: run.cache[page.name], as: UTF8.self)
      pages.append((name, .kept(page)))
      result += try DiagnosticStore.read(run.cache[page.diagnostics]).map(\.complete)
    }
    files = run.cache.files
    copies = run.cache.copies
    diagnostics = run.cache.diagnostics
    return result + (try DiagnosticStore.read(diagnostics).map(\.complete))
  }

  /// Adds what was made of all pages taken together.
  ///
  /// - Returns: its diagnostics.
  mutating func finish(
    _ extra: BuildRun.Extra, _ problems: [LocatedDiagnostic]
  ) -> [LocatedDiagnostic] {
    let common = finder.complete(problems + extra.diagnostics)
    diagnostics = DiagnosticStore.bytes(of: common)[...]
    files = extra.records.map { record in
      var record = record
      record.stamp = record.stamp.trusted
      return record
    }
    // What global steps read is looked after as what was copied is.
    copies = extra.copies + run.stepFiles.recorded
    return common.map(\.complete)
  }

  /// The files that there are of pages.
  var pagePaths: [Path] {
    pages.compactMap { _, page in
      switch page {
      case .kept(let stored): run.cache.outputPath(of: stored)
      case .made(let record): record.output?.path
      }
    }
  }

  /// All files that there are.
  var outputPaths: [Path] { pagePaths + files.map(\.path) }

  /// - Parameter isComplete: whether all files could be written and taken away.
  mutating func bytes(isComplete: Bool) throws -> [UInt8] {
    pages.sort { $0.name < $1.name }
    return run.cache.next(
      environment: run.environment, isComplete: isComplete, ledger: try finishLedger(),
      pages: pages.map(\.page), files: files, copies: copies, diagnostics: diagnostics)
  }

  /// The ledger, without the facts that no page uses any more if these are most of them.
  private mutating func finishLedger() throws -> FactLedger {
    let ledger = ledger.finish()
    guard ledger.count > 1000 else { return ledger }
    var isUsed = [Bool](repeating: false, count: ledger.count)
    var count = 0
    for (_, page) in pages {
      for place in try facts(of: page) where !isUsed[Int(place)] {
        isUsed[Int(place)] = true
        count += 1
      }
    }
    if count > ledger.count / 2 { return ledger }
    let (smaller, places) = try ledger.keeping(isUsed)
    for index in pages.indices {
      var record =
        switch pages[index].page {
        case .kept(let stored): try run.cache.record(of: stored)
        case .made(let record): record
        }
      record.facts = record.facts.map { places[Int($0)] }
      pages[index].page = .made(record)
    }
    return smaller
  }

  private func facts(of page: BuildCache.NextPage) throws -> [UInt32] {
    switch page {
    case .kept(let stored): try PageRecord.facts(stored: run.cache[stored.facts])
    case .made(let record): record.facts
    }
  }
}
