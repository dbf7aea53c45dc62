import DocTree

/// Numbers of lines as an author gives them: `1,3-5,20-`. (Sphinx: util.parselinenos.)
struct LineRanges {
  private var ranges: [(first: Int, last: Int?)] = []

  /// - Parameter position: where the text begins; nil if it is not known.
  init(_ text: String, at position: SourcePosition? = nil) throws(MarkupError) {
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = item.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
      let numbers = ends.map { Int($0) }
      switch ends.count {
      case 1 where (numbers[0] ?? 0) > 0: ranges.append((numbers[0] ?? 1, numbers[0]))
      case 2
      where ends != ["", ""] && zip(ends, numbers).allSatisfy { $0.isEmpty || ($1 ?? 0) > 0 }:
        ranges.append((numbers[0] ?? 1, numbers[1]))
      default:
        let start = item.firstIndex { !$0.isWhitespace } ?? item.startIndex
        throw MarkupError(
          "'\(text)' names no lines; write numbers from 1 and ranges, such as 1,3-5,8-",
          at: position?.advanced(columns: text.utf8.distance(from: text.startIndex, to: start)))
      }
    }
  }

  /// Whether a line is named that a text with so many lines does not have.
  func reach(beyond count: Int) -> Bool { ranges.contains { max($0.first, $0.last ?? 0) > count } }

  /// The lines of a text with so many of them, in the order in which they are named.
  func numbers(upTo count: Int) -> [Int] {
    ranges.flatMap { range -> [Int] in
      let last = min(range.last ?? count, count)
      return range.first <= last ? Array(range.first...last) : []
    }
  }
}
