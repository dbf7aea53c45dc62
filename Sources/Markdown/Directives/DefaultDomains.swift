internal import DocTree

/// Which domain the names of directives and roles are in that have none in front, place by place.
/// (Sphinx: `default-domain`.)
struct DefaultDomains {
  /// That of the place up to which blocks are read; nil for none.
  var current: String?
  /// That of the beginning.
  private let first: String?
  /// Where it changes.
  private var changes: [(from: SourcePosition, domain: String?)] = []

  init(_ first: String?) {
    self.first = first
    current = first
  }

  mutating func change(to domain: String?, from position: SourcePosition) {
    current = domain
    changes.append((position, domain))
  }

  /// Bodies are read behind the text that they stand in.
  mutating func sort() {
    if changes.count > 1 { changes.sort { $0.from.precedes($1.from) } }
  }

  /// The domain at a place in the text.
  ///
  /// - Parameter reader: what counts for text from another file: where the reader is.
  func domain(at position: SourcePosition, reader: SourcePosition) -> String? {
    guard let file = changes.first?.from.file else { return first }
    let position = position.file == file ? position : reader
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if position.precedes(changes[middle].from) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? first : changes[low - 1].domain
  }
}

extension SourcePosition {
  /// Whether it stands before another one in the same file.
  func precedes(_ other: SourcePosition) -> Bool { (line, column) < (other.line, other.column) }
}
