import DocTree

/// What there is to do.
extension BuildRun {
  /// A page on its way.
  struct Page: Sendable {
    let source: SourcePage
    /// Its place among those of the last build; nil if it was not there.
    var place: Int?
    /// What the last build left with other stamps, where the content of something is what it was though
    /// its stamp is not.
    var touched: PageRecord?
    /// Whether it has to be read again.
    var isUnread = true
    /// Whether it has to be written.
    var isStale = true
    var read: PageReader.Page?
  }

  func plan() -> [Page] {
    let places = placesInCache()
    let run = self
    // Many at a time, as those of one folder are looked at together.
    let size = 256
    let count = (scan.pages.count + size - 1) / size
    // Threads cost more than they bring where there are few.
    let parts = Workers.map(count: count, jobs: count < 8 ? 1 : jobs) { part in
      var probe = FileProbe(run.output.root)
      return (part * size..<min((part + 1) * size, run.scan.pages.count)).map { index in
        run.plan(run.scan.pages[index], at: places[index], &probe)
      }
    }
    return Array(parts.joined())
  }

  /// The places of the documents among the pages of the cache.
  private func placesInCache() -> [Int?] {
    var next = 0
    // Pages come and go rarely; only then they have to be looked for.
    var known: [ArraySlice<UInt8>: Int]?
    return scan.pages.map { page in
      var name = page.name
      return name.withUTF8 { name in
        func isIt(_ place: Int) -> Bool {
          place < cache.pages.count
            && cache[cache.pages[place].name].withUnsafeBufferPointer { $0.isEqual(to: name) }
        }
        if !isIt(next) {
          if known == nil {
            known = Dictionary(
              cache.pages.enumerated().map { (cache[$1.name], $0) },
              uniquingKeysWith: { first, _ in first })
          }
          guard let place = known?[Array(name)[...]] else { return nil }
          next = place
        }
        defer { next += 1 }
        return next
      }
    }
  }

  private func plan(_ source: SourcePage, at place: Int?, _ probe: inout FileProbe) -> Page {
    var page = Page(source: source)
    guard let place, case let stored = cache.pages[place], !stored.isGenerated,
      cache[stored.source].elementsEqual(source.path.bytes)
    else { return page }
    page.place = place
    let isSame = stored.stamp == source.stamp.hash && stored.stamp != .none
    if isSame, stored.files.isEmpty {
      page.isUnread = false
    } else {
      guard let record = checked(stored, source, isSame: isSame) else { return page }
      page.isUnread = false
      page.touched = record.isTouched ? record.record : nil
    }
    page.isStale = build.options.writesAll
    guard !stored.outputPath.isEmpty,
      probe.stamp(of: cache[stored.outputPath])?.hash != stored.outputStamp
        || stored.outputStamp == .none
    else { return page }
    // The stamp is another one; perhaps the content is not.
    guard var record = page.touched ?? (try? cache.record(of: stored)), let written = record.output,
      let intact = output.intact(written)
    else {
      page.isStale = true
      return page
    }
    record.output = intact
    page.touched = record
    return page
  }

  /// The record with the stamps of now; nil if the page has to be read again.
  private func checked(
    _ stored: StoredPage, _ source: SourcePage, isSame: Bool
  ) -> (record: PageRecord, isTouched: Bool)? {
    guard var record = try? cache.record(of: stored) else { return nil }
    var isTouched = false
    if !isSame {
      guard let (bytes, stamp) = try? FileSystem.readStamped(folder.root.appending(source.path)),
        StableHash(of: bytes) == record.contentHash
      else { return nil }
      record.stamp = stamp
      isTouched = true
    }
    for (index, use) in record.files.enumerated() {
      guard let checked = PageFiles.check(use, in: folder) else { return nil }
      if checked.stamp.hash != use.stamp.hash {
        record.files[index] = checked
        isTouched = true
      }
    }
    return (record, isTouched)
  }

  // MARK: Nothing to do

  /// Whether there are the pages that there were, and no others.
  func hasAllPages(_ pages: [Page]) -> Bool {
    !cache.pages.isEmpty && pages.allSatisfy { $0.place != nil }
      && cache.pages.count(where: { !$0.isGenerated }) == pages.count
  }

  /// Whether all that was written besides the documents' pages is still there.
  func hasOtherFiles() -> Bool {
    cache.files.allSatisfy { output.intact($0) != nil }
      && cache.copies.allSatisfy { PageFiles.check($0, in: folder) != nil }
      && cache.pages.allSatisfy { page in
        !page.isGenerated || cache.output(of: page).map { output.intact($0) != nil } ?? true
      }
  }

  mutating func finishUnchanged(_ pages: [Page]) throws -> ProjectBuild.Result {
    var diagnostics = scan.problems
    for page in cache.pages where !page.diagnostics.isEmpty {
      diagnostics += try DiagnosticStore.read(cache[page.diagnostics]).map(\.complete)
    }
    diagnostics += try DiagnosticStore.read(cache.diagnostics).map(\.complete)
    result.diagnostics = ExcerptFinder.sorted(diagnostics)
    guard pages.contains(where: { $0.touched != nil }) else { return result }
    var touched: [Int: PageRecord] = [:]
    for page in pages { if let place = page.place { touched[place] = page.touched } }
    try output.write(
      cache.next(
        environment: environment, ledger: cache.ledger,
        pages: cache.pages.enumerated().map { place, page in
          touched[place].map { .made($0) } ?? .kept(page)
        }, files: cache.files, copies: cache.copies, diagnostics: cache.diagnostics))
    return result
  }
}
