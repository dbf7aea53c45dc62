/// How two texts differ, as `diff -u` shows it: removed lines with `-`, added ones with `+`, three
/// lines around them. White space at the end of such a line is made visible.
///
/// Texts are compared byte by byte, so that letters which only look the same differ.
///
/// - Returns: nil if the texts are equal.
/// - Complexity: O(*n* · *d*) in the number of lines and of differences; texts that are both long
///   and very different are shown as wholly replaced.
public func lineDifference(expected: String, actual: String) -> String? {
  guard !expected.utf8.elementsEqual(actual.utf8) else { return nil }
  let difference = LineDifference(expected, actual)
  return "--- expected\n+++ actual\n" + difference.hunks.joined()
}

struct LineDifference {
  /// Compared by its bytes: `==` of strings finds "é" equal to "e" with a combining accent.
  private struct Line: Equatable {
    let text: Substring

    static func == (left: Line, right: Line) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }
  }

  /// A line of the output, with the number of the line that it has or would have in each text.
  private struct Step {
    enum Sort: String {
      case same = " "
      case removed = "-"
      case added = "+"
    }
    let sort: Sort
    let line: Line
    let oldNumber: Int
    let newNumber: Int
  }

  private static let context = 3
  /// Above this number of lines that are not the same at the beginning or end, none are matched.
  private static let limit = 5000

  private var steps: [Step] = []

  init(_ old: String, _ new: String) {
    let old = Self.lines(old)
    let new = Self.lines(new)
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var end = 0
    while end < old.count - start, end < new.count - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    let oldMiddle = Array(old[start..<(old.count - end)])
    let newMiddle = Array(new[start..<(new.count - end)])
    var removed = Set(oldMiddle.indices)
    var added = Set(newMiddle.indices)
    if oldMiddle.count + newMiddle.count <= Self.limit {
      removed = []
      added = []
      for change in newMiddle.difference(from: oldMiddle) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
      }
    }
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if removed.contains(oldIndex - start) {
        add(.removed, old[oldIndex], &oldIndex, &newIndex)
      } else if added.contains(newIndex - start) {
        add(.added, new[newIndex], &oldIndex, &newIndex)
      } else {
        add(.same, old[oldIndex], &oldIndex, &newIndex)
      }
    }
  }

  private static func lines(_ text: String) -> [Line] {
    // As bytes: a carriage return and a line feed are one character.
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Line(text: Substring($0)) }
  }

  private mutating func add(
    _ sort: Step.Sort, _ line: Line, _ oldIndex: inout Int, _ newIndex: inout Int
  ) {
    steps.append(Step(sort: sort, line: line, oldNumber: oldIndex + 1, newNumber: newIndex + 1))
    if sort != .added { oldIndex += 1 }
    if sort != .removed { newIndex += 1 }
  }

  /// The changes with the lines around them, each group under its `@@ -1,4 +1,3 @@`.
  var hunks: [String] {
    var ranges: [Range<Int>] = []
    for index in steps.indices where steps[index].sort != .same {
      let begin = max(0, index - Self.context)
      let end = min(steps.count, index + Self.context + 1)
      if let last = ranges.last, begin <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(begin..<end)
      }
    }
    return ranges.map { hunk(steps[$0]) }
  }

  private func hunk(_ steps: ArraySlice<Step>) -> String {
    guard let first = steps.first else { return "" }
    let old = steps.count { $0.sort != .added }
    let new = steps.count { $0.sort != .removed }
    var result = "@@ -\(first.oldNumber),\(old) +\(first.newNumber),\(new) @@\n"
    for step in steps {
      result += step.sort.rawValue
      result += step.sort == .same ? String(step.line.text) : Self.visible(step.line.text)
      result += "\n"
    }
    return result
  }

  /// The line with `·` and `→` for spaces and tabs at its end, and `␍` for a carriage return.
  private static func visible(_ line: Substring) -> String {
    var scalars = line.unicodeScalars
    var end = ""
    while let last = scalars.last, last == " " || last == "\t" || last == "\r" {
      scalars.removeLast()
      end = (last == " " ? "·" : last == "\t" ? "→" : "␍") + end
    }
    return String(scalars) + end
  }
}
