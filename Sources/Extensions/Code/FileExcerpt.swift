import DocTree

/// A part of a file's lines.
struct FileExcerpt {
  var lines: [Substring]
  /// The number in the file of the first line that is left.
  var firstLine = 1

  init(_ lines: [Substring]) { self.lines = lines }

  /// Applies what the options ask for, in Sphinx's order.
  mutating func select(
    _ options: LiteralIncludeDirective.Options, warn: (String) -> Void
  ) throws(MarkupError) {
    let followsNumbers = options.linenoMatch != nil
    if let name = options.pyobject { try selectObject(name) }
    try selectStart(options)
    try selectEnd(options)
    if let text = options.lines { try selectLines(text, mustJoin: followsNumbers, warn) }
    if let dedent = options.dedent {
      lines = Dedenting.dedent(lines, by: dedent.value, warn: warn)
    }
    if let line = options.prepend { lines.insert(Substring(line), at: 0) }
    if let line = options.append { lines.append(Substring(line)) }
  }

  /// Takes the lines of one function or class.
  mutating func selectObject(_ name: String) throws(MarkupError) {
    guard let range = PythonOutline(lines).range(of: name) else {
      throw MarkupError("Object named '\(name)' not found in the file", severity: .warning)
    }
    firstLine += range.lowerBound
    lines = Array(lines[range])
  }

  private mutating func selectStart(
    _ options: LiteralIncludeDirective.Options
  ) throws(MarkupError) {
    guard let pattern = options.startAt ?? options.startAfter else { return }
    guard let index = lines.firstIndex(where: { $0.contains(pattern) }) else {
      let name = options.startAt == nil ? "start-after" : "start-at"
      throw MarkupError("\(name) pattern not found: \(pattern)", severity: .warning)
    }
    let start = options.startAt == nil ? index + 1 : index
    lines.removeFirst(start)
    firstLine += start
    // Numbers follow the first line that is not blank.
    if options.startAt == nil, options.linenoMatch != nil {
      let blank = lines.prefix { $0.allSatisfy(\.isWhitespace) }.count
      lines.removeFirst(blank)
      firstLine += blank
    }
  }

  private mutating func selectEnd(_ options: LiteralIncludeDirective.Options) throws(MarkupError) {
    guard let pattern = options.endAt ?? options.endBefore else { return }
    guard let index = lines.firstIndex(where: { $0.contains(pattern) }) else {
      let name = options.endAt == nil ? "end-before" : "end-at"
      throw MarkupError("\(name) pattern not found: \(pattern)", severity: .warning)
    }
    lines.removeLast(lines.count - index - (options.endAt == nil ? 0 : 1))
  }

  private mutating func selectLines(
    _ text: String, mustJoin: Bool, _ warn: (String) -> Void
  ) throws(MarkupError) {
    let ranges = try LineRanges(text)
    if ranges.reach(beyond: lines.count) {
      warn("line number spec is out of range(1-\(lines.count)): '\(text)'")
    }
    let numbers = ranges.numbers(upTo: lines.count)
    guard let first = numbers.first else {
      throw MarkupError("Line spec '\(text)': no lines pulled from the file", severity: .warning)
    }
    if mustJoin {
      guard zip(numbers, first...).allSatisfy({ $0 == $1 }) else {
        throw MarkupError(
          "Cannot use \"lineno-match\" with a disjoint set of \"lines\"", severity: .warning)
      }
      firstLine += first - 1
    }
    lines = numbers.map { lines[$0 - 1] }
  }
}
