/// The difference of two texts, as `diff -u` writes it.
enum UnifiedDiff {
  private enum Change { case same, removed, added }

  /// - Returns: no lines where the texts are equal.
  static func lines(
    from old: [Substring], _ oldName: String, to new: [Substring], _ newName: String,
    context: Int = 3
  ) -> [Substring] {
    var changes: [(change: Change, line: Substring)] = []
    let difference = new.difference(from: old)
    let removed = Set(
      difference.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
    let added = Set(
      difference.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < old.count || newIndex < new.count {
      if removed.contains(oldIndex), oldIndex < old.count {
        changes.append((.removed, old[oldIndex]))
        oldIndex += 1
      } else if added.contains(newIndex), newIndex < new.count {
        changes.append((.added, new[newIndex]))
        newIndex += 1
      } else {
        changes.append((.same, old[oldIndex]))
        oldIndex += 1
        newIndex += 1
      }
    }
    let hunks = hunks(changes.map { $0.change != .same }, context)
    if hunks.isEmpty { return [] }
    var result: [Substring] = ["--- \(oldName)", "+++ \(newName)"]
    var (oldLine, newLine, next) = (0, 0, 0)
    for hunk in hunks {
      let skipped = hunk.lowerBound - next
      oldLine += skipped
      newLine += skipped
      let part = changes[hunk]
      let oldCount = part.count { $0.change != .added }
      let newCount = part.count { $0.change != .removed }
      result.append(
        "@@ -\(range(oldLine, oldCount)) +\(range(newLine, newCount)) @@")
      for (change, line) in part {
        switch change {
        case .same: result.append(" " + line)
        case .removed: result.append("-" + line)
        case .added: result.append("+" + line)
        }
      }
      oldLine += oldCount
      newLine += newCount
      next = hunk.upperBound
    }
    return result
  }

  /// The places that differ, each with the lines around it; those that touch are one.
  private static func hunks(_ differs: [Bool], _ context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in differs.indices where differs[index] {
      let range = max(0, index - context)..<min(differs.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func range(_ skipped: Int, _ count: Int) -> String {
    count == 1 ? "\(skipped + 1)" : "\(count == 0 ? skipped : skipped + 1),\(count)"
  }
}
