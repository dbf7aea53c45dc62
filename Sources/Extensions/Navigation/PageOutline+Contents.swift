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

  /// What the entries of a table of contents stand for.
  struct Expansion {
    var entries: [PageOutline.Entry] = []
    /// Patterns that no page is like.
    var empty: [PageOutline.Entry] = []
    /// Pages that an entry or a pattern before has.
    var repeated: [PageOutline.Entry] = []
  }

  /// The entries with those documents in the place of patterns that are like them and that nothing before
  /// them has. (Sphinx: TocTree.parse_content.)
  ///
  /// - Parameter pages: all pages.
  /// - Returns: nothing if there were too many comparisons.
  func expanded(on page: String, among pages: inout PagePatterns) -> Expansion {
    var taken: Set<String> = [page]
    var result = Expansion()
    // They were written in the other order.
    for entry in isReversed ? entries.reversed() : entries {
      let isPattern =
        isGlob && entry.title == nil && entry.target.contains { "*?[".contains($0) }
      guard isPattern else {
        if entry.target != "self", entry.target != page, !entry.target.isAddress,
          !taken.insert(entry.target).inserted
        {
          result.repeated.append(entry)
        }
        result.entries.append(entry)
        continue
      }
      guard var found = pages.pages(like: entry.target) else { return Expansion() }
      found.removeAll(where: taken.contains)
      taken.formUnion(found)
      if found.isEmpty { result.empty.append(entry) }
      result.entries += found.map {
        PageOutline.Entry(title: nil, target: $0, position: entry.position)
      }
    }
    if isReversed { result.entries.reverse() }
    return result
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
