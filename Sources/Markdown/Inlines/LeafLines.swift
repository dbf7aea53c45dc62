internal import DocTree

/// Where the lines of a leaf's text stand, in the text and in the source.
struct LeafLines {
  let leaf: Leaf
  /// The index of the leaf's line with which the text begins.
  let first: Int
  /// The offset of each line in the text.
  let starts: [Int]

  /// Where an offset of the text stands in the source.
  func position(_ offset: Int) -> SourcePosition {
    let line = starts.lastIndex(upTo: offset)
    return leaf.position(line: first + line, offset: offset - starts[line])
  }
}

extension Leaf {
  /// Where a byte of a line stands in the source.
  func position(line: Int, offset: Int) -> SourcePosition {
    guard line < lines.count else { return lines.last?.position ?? .unknown }
    var position = lines[line].position
    position.column += offset
    if !lines[line].removedAt.isEmpty {
      position.column += lines[line].removedAt.count { $0 < offset }
    }
    return position
  }
}

extension Array where Element == Int {
  /// The index of the last element that is not greater than `value`, in an ascending array; 0 if
  /// there is none.
  func lastIndex(upTo value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return Swift.max(low - 1, 0)
  }
}

/// Where the text that libcmark was given for a leaf comes from, if it was changed.
struct EditMap {
  let lines: LeafLines
  /// The offset of each line in the changed text.
  var starts: [Int] = [0]
  /// Offsets in the changed text, ascending, and in the leaf's: from there on they go in step.
  private var changed: [Int] = [0]
  private var original: [Int] = [0]

  init(lines: LeafLines) { self.lines = lines }

  mutating func add(changed: Int, original: Int) {
    self.changed.append(changed)
    self.original.append(original)
  }

  func position(line: Int, offset: Int) -> SourcePosition {
    lines.position(self.original(line: line, offset: offset))
  }

  /// The offset in the leaf's text.
  func original(line: Int, offset: Int) -> Int {
    let offset = (line < starts.count ? starts[line] : starts.last ?? 0) + offset
    let index = changed.lastIndex(upTo: offset)
    let result = original[index] + offset - changed[index]
    // What was put in stands where the change begins.
    return index + 1 < original.count ? min(result, original[index + 1]) : result
  }
}
