import DocTree

/// A part of a file's lines.
struct FileExcerpt {
  typealias Call = DirectiveCall<LiteralIncludeDirective.Options>

  var lines: [Substring]
  /// The number in the file of the first line that is left.
  var firstLine = 1

  init(_ lines: [Substring]) { self.lines = lines }

  /// Applies what the options ask for, in Sphinx's order.
  mutating func select(_ call: Call, in context: any ParseContext) throws(MarkupError) {
    let options = call.options
    if let name = options.pyobject?.text {
      try selectObject(name, namedAt: call.position(of: "pyobject"))
    }
    try selectStart(call)
    try selectEnd(call)
    if let text = options.lines?.text { try selectLines(text, call, context) }
    if let dedent = options.dedent {
      lines = Dedenting.dedent(lines, by: dedent.value) { message in
        context.document.report(.warning, message, position: call.position(of: "dedent"))
      }
    }
    if let line = options.prepend?.text { lines.insert(Substring(line), at: 0) }
    if let line = options.append?.text { lines.append(Substring(line)) }
  }

  /// Takes the lines of one function or class.
  mutating func selectObject(_ name: String, namedAt position: SourcePosition) throws(MarkupError) {
    guard let range = PythonOutline(lines).range(of: name) else {
      throw MarkupError(
        "Object named '\(name)' not found in the file", at: position, severity: .warning)
    }
    firstLine += range.lowerBound
    lines = Array(lines[range])
  }

  private mutating func selectStart(_ call: Call) throws(MarkupError) {
    let options = call.options
    guard let pattern = (options.startAt ?? options.startAfter)?.text else { return }
    guard let index = lines.firstIndex(where: { $0.contains(pattern) }) else {
      let name = options.startAt == nil ? "start-after" : "start-at"
      throw MarkupError(
        "\(name) pattern not found: \(pattern)", at: call.position(of: name), severity: .warning)
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

  private mutating func selectEnd(_ call: Call) throws(MarkupError) {
    let options = call.options
    guard let pattern = (options.endAt ?? options.endBefore)?.text else { return }
    guard let index = lines.firstIndex(where: { $0.contains(pattern) }) else {
      let name = options.endAt == nil ? "end-before" : "end-at"
      throw MarkupError(
        "\(name) pattern not found: \(pattern)", at: call.position(of: name), severity: .warning)
    }
    lines.removeLast(lines.count - index - (options.endAt == nil ? 0 : 1))
  }

  private mutating func selectLines(
    _ text: String, _ call: Call, _ context: any ParseContext
  ) throws(MarkupError) {
    let place = call.position(of: "lines")
    let ranges = try LineRanges(text, at: place)
    if ranges.reach(beyond: lines.count) {
      context.document.report(
        .warning, "line number spec is out of range(1-\(lines.count)): '\(text)'",
        position: place)
    }
    let numbers = ranges.numbers(upTo: lines.count)
    guard let first = numbers.first else {
      throw MarkupError(
        "Line spec '\(text)': no lines pulled from the file", at: place, severity: .warning)
    }
    if call.options.linenoMatch != nil {
      guard zip(numbers, first...).allSatisfy({ $0 == $1 }) else {
        throw MarkupError(
          "Cannot use \"lineno-match\" with a disjoint set of \"lines\"", at: place,
          severity: .warning)
      }
      firstLine += first - 1
    }
    lines = numbers.map { lines[$0 - 1] }
  }
}
