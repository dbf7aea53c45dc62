import DocTree

extension PageOutline {
  /// A table of contents.
  struct Contents: Codable, Equatable, Sendable {
    var entries: [Entry] = []
    var maxDepth = -1
    var isHidden = false
    var isGlob = false
    /// How many levels are numbered.
    var numbered = 0
    var titlesOnly = false
    var includesHidden = false
    var isReversed = false
    var position = PagePosition.unknown
  }

  /// A line of a table of contents.
  struct Entry: Codable, Equatable, Sendable {
    var title: String?
    /// The name of a page, an address, `self`, or a pattern.
    var target: String
    var position: PagePosition
  }
}

extension PageOutline.Contents {
  init(_ toctree: Toctree, in document: Document) {
    entries = toctree.entries.items.map {
      PageOutline.Entry(
        title: $0.title, target: $0.target, position: PagePosition($0.position, in: document))
    }
    maxDepth = toctree.maxdepth
    isHidden = toctree.hidden
    isGlob = toctree.glob
    numbered = toctree.numbered
    titlesOnly = toctree.titlesonly
    includesHidden = toctree.includehidden
    isReversed = toctree.isReversed
    position = PagePosition(of: toctree, in: document)
  }

  /// The entries with those documents in the place of patterns that are like them.
  ///
  /// - Parameter pages: all pages.
  /// - Returns: nothing if there were too many comparisons.
  func expanded(on page: String, among pages: inout PagePatterns) -> (
    entries: [PageOutline.Entry], empty: [PageOutline.Entry]
  ) {
    guard isGlob else { return (entries, []) }
    var taken: Set<String> = [page]
    for entry in entries { taken.insert(entry.target) }
    var result: [PageOutline.Entry] = []
    var empty: [PageOutline.Entry] = []
    for entry in entries {
      guard entry.title == nil, entry.target.contains(where: { "*?[".contains($0) }) else {
        result.append(entry)
        continue
      }
      guard var found = pages.pages(like: entry.target) else { return ([], []) }
      found.removeAll(where: taken.contains)
      taken.formUnion(found)
      if found.isEmpty { empty.append(entry) }
      if isReversed { found.reverse() }
      result += found.map { PageOutline.Entry(title: nil, target: $0, position: entry.position) }
    }
    return (result, empty)
  }
}

extension PageOutline.Contents {
  func store(to writer: inout StoreWriter) {
    writer.write(entries) {
      $0.write($1.title)
      $0.write($1.target)
      $1.position.store(to: &$0)
    }
    for number in [maxDepth, numbered] { writer.write(number) }
    position.store(to: &writer)
    for flag in [isHidden, isGlob, titlesOnly, includesHidden, isReversed] { writer.write(flag) }
  }

  init(stored reader: inout StoreReader) throws {
    entries = try reader.readItems {
      PageOutline.Entry(
        title: try $0.readOptionalString(), target: try $0.readString(),
        position: try PagePosition(stored: &$0))
    }
    maxDepth = try reader.readInt()
    numbered = try reader.readInt()
    position = try PagePosition(stored: &reader)
    isHidden = try reader.readBool()
    isGlob = try reader.readBool()
    titlesOnly = try reader.readBool()
    includesHidden = try reader.readBool()
    isReversed = try reader.readBool()
  }
}
