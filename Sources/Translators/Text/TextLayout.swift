import DocTree

/// Sets the lines of what a ``TextTape`` holds.
struct TextLayout {
  /// A block that is open.
  private struct Block {
    /// The column of its lines.
    let column: Int
    /// The column of the block around it.
    let outerColumn: Int
    let style: TextTranslator.BlockStyle
    let isSpaced: Bool
  }

  /// What stands before the first line of a block that has none yet.
  private struct Prefix {
    let text: Range<Int>
    let column: Int
    /// How many blocks are open within the prefix's own, itself included.
    let depth: Int
  }

  let tape: TextTape
  /// In columns; 0 for no limit.
  let width: Int
  /// The furthest column to the right that a block may have.
  private let lastColumn: Int

  private(set) var output: [UInt8] = []
  private var blocks = [Block(column: 0, outerColumn: 0, style: .wrapped, isSpaced: true)]
  private var prefixes: [Prefix] = []
  /// Where the text would stand behind the prefixes.
  private var prefixEnd = 0
  private var owesBlankLine = false
  /// The width of the widest word so far: what a column should have at least.
  private(set) var widestWord = 0

  /// - Parameter capacity: the bytes of output to make room for.
  init(_ tape: TextTape, width: Int, capacity: Int = 0) {
    self.tape = tape
    self.width = width
    lastColumn = width == 0 ? 120 : width - min(20, (width + 1) / 2)
    output.reserveCapacity(capacity)
  }

  /// Performs the instructions, and closes the blocks that they leave open.
  mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch tape.instructions[index] {
      case .open(let indent, let prefix, let style, let isSpaced, let outdents):
        open(indent, prefix, style, isSpaced: isSpaced, outdents: outdents)
      case .close: close()
      case .text(let start, let end): set(start..<end)
      case .rule: addRule()
      case .blankLine:
        if prefixes.isEmpty { owesBlankLine = true }
      case .table(let table):
        set(table: tape.tables[table])
        index = max(index, tape.tables[table].end - 1)
      }
      index += 1
    }
    while blocks.count > 1 { close() }
  }

  private mutating func open(
    _ indent: Int, _ prefix: Range<Int>?, _ style: TextTranslator.BlockStyle, isSpaced: Bool,
    outdents: Bool
  ) {
    let outer = blocks[blocks.count - 1]
    let from = outdents ? outer.outerColumn : outer.column
    blocks.append(
      Block(
        column: max(from, min(from + min(indent, lastColumn), lastColumn)),
        outerColumn: from, style: style, isSpaced: isSpaced))
    guard let prefix else { return }
    // Prefixes that leave no room for text are a line by themselves.
    if prefixEnd > lastColumn, !prefixes.isEmpty { addLine(0..<0) }
    prefixes.append(Prefix(text: prefix, column: from, depth: blocks.count))
    prefixEnd = max(prefixEnd, from) + measure(prefix)
  }

  private mutating func close() {
    guard blocks.count > 1 else { return }
    if let prefix = prefixes.last, prefix.depth == blocks.count {
      addLine(0..<0)
      owesBlankLine = true
    }
    blocks.removeLast()
  }

  private func measure(_ range: Range<Int>) -> Int { DisplayWidth.of(tape.bytes[range]) }
}

// MARK: - Lines
extension TextLayout {
  /// The column where the next line of the innermost block has its text.
  private var textColumn: Int {
    let column = blocks[blocks.count - 1].column
    return prefixes.isEmpty ? column : max(column, prefixEnd)
  }

  /// The columns that there are for text in the next line, at least 1; `Int.max` for no limit.
  var available: Int { width == 0 ? .max : max(1, width - textColumn) }

  /// Writes what comes before the text of a line: the blank line, the indentation, the prefixes.
  private mutating func beginLine(isEmpty: Bool) {
    if owesBlankLine {
      if !output.isEmpty { output.append(0x0A) }
      owesBlankLine = false
    }
    var column = 0
    for prefix in prefixes {
      indent(from: &column, to: prefix.column)
      output.append(contentsOf: tape.bytes[prefix.text])
      column += measure(prefix.text)
    }
    prefixes.removeAll(keepingCapacity: true)
    prefixEnd = 0
    if isEmpty {
      while output.last == 0x20 { output.removeLast() }
    } else {
      indent(from: &column, to: blocks[blocks.count - 1].column)
    }
  }

  private mutating func indent(from column: inout Int, to target: Int) {
    guard target > column else { return }
    output.append(contentsOf: repeatElement(0x20, count: target - column))
    column = target
  }

  /// Writes a line with a part of the tape's text.
  private mutating func addLine(_ range: Range<Int>) {
    beginLine(isEmpty: range.isEmpty)
    output.append(contentsOf: tape.bytes[range])
    output.append(0x0A)
  }

  /// Writes a line with other text.
  mutating func addLine(_ text: [UInt8]) {
    beginLine(isEmpty: text.isEmpty)
    output.append(contentsOf: text)
    output.append(0x0A)
  }

  /// Ends a block that a blank line follows.
  mutating func oweBlankLine() { owesBlankLine = true }

  /// Takes into account that something of this width cannot be broken.
  mutating func noteWord(width: Int) { widestWord = max(widestWord, textColumn + width) }

  private mutating func addRule() {
    let length = width == 0 ? TextFormat.width.defaultValue : available
    addLine([UInt8](repeating: 0x3D, count: length))
    owesBlankLine = true
  }

  /// Sets a block's own text.
  private mutating func set(_ range: Range<Int>) {
    let block = blocks[blocks.count - 1]
    let written: Bool
    switch block.style {
    case .wrapped: written = wrap(range)
    case .verbatim: written = addVerbatim(range)
    case .heading(let character): written = addHeading(range, character)
    }
    if written, block.isSpaced { owesBlankLine = true }
  }

  private mutating func addVerbatim(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, tape.bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, tape.bytes[end - 1] == 0x0D { end -= 1 }
      noteWord(width: measure(start..<end))
      addLine(start..<end)
      start = next
    }
    return !range.isEmpty
  }

  private mutating func addHeading(_ range: Range<Int>, _ character: Unicode.Scalar) -> Bool {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, tape.bytes[start] == 0x20 { start += 1 }
    while end > start, tape.bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return false }
    // Headings have two blank lines before them.
    if prefixes.isEmpty, !output.isEmpty { output.append(0x0A) }
    let title = tape.bytes[start..<end].map { $0 == 0x0A ? 0x20 : $0 }
    addLine(title)
    let sign = Array(String(character).utf8)
    let count = DisplayWidth.of(title[...]) / max(1, DisplayWidth.of(character))
    addLine(Array(repeatElement(sign, count: max(1, count)).joined()))
    return true
  }
}

// MARK: - Wrapping
extension TextLayout {
  /// Sets text in lines that are not wider than what is available, if no single character is.
  ///
  /// A word too long for a line begins where it stands and is broken. (Sphinx: TextWrapper.)
  ///
  /// - Returns: whether there was any text.
  private mutating func wrap(_ range: Range<Int>) -> Bool {
    let bytes = tape.bytes
    return bytes.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[range])
      var breaker = LineBreaker(text)
      if width > 0, prefixEnd >= width { addLine(0..<0) }
      var line = LineInProgress(limit: available)
      var written = false

      func finishLine(_ layout: inout TextLayout) {
        layout.addLine(range.lowerBound + line.start..<range.lowerBound + line.end)
        written = true
        line = LineInProgress(limit: layout.available)
      }

      while let piece = breaker.next() {
        switch piece.kind {
        case .space:
          if !line.isEmpty {
            line.space += piece.width
          } else if !written, text[piece.start] != 0x20 {
            // An ideographic space is how a Japanese paragraph begins.
            line.add(piece.start, piece.end, piece.width)
          }
        case .lineBreak:
          if !line.isEmpty { finishLine(&self) }
        case .word:
          noteWord(width: piece.width)
          if line.fits(piece.width) {
            line.add(piece.start, piece.end, piece.width)
          } else if piece.width <= line.limit {
            finishLine(&self)
            line.add(piece.start, piece.end, piece.width)
          } else {
            var start = piece.start
            while start < piece.end {
              let cluster = Cluster(in: text, at: start)
              if !line.fits(cluster.width), !line.isEmpty { finishLine(&self) }
              line.add(start, cluster.end, cluster.width)
              start = cluster.end
            }
          }
        }
      }
      if !line.isEmpty { finishLine(&self) }
      return written
    }
  }
}

/// A line that is being filled.
private struct LineInProgress {
  /// In columns.
  let limit: Int
  var start = 0
  var end = 0
  var width = 0
  /// The width of the spaces behind `end`.
  var space = 0

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { end == start }

  func fits(_ added: Int) -> Bool { added <= limit - width - space }

  mutating func add(_ start: Int, _ end: Int, _ added: Int) {
    if isEmpty { self.start = start }
    self.end = end
    width += space + added
    space = 0
  }
}
