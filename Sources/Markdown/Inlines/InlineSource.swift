internal import CCmark
internal import CCmarkShim
internal import DocTree

/// The text that libcmark is given for many leaves, and what is known of its lines.
final class InlineSource {
  /// What a block of the text is made of.
  struct Record {
    /// The line of the block's first byte, from 1.
    var line: Int
    var leaf: Int
    /// The leaf's line with which it begins.
    var leafLine: Int
    /// How many bytes stand before the leaf's text in its first line.
    var prefix: Int
    /// The index of what says where a changed text comes from.
    var map: Int?
  }

  @exclusivity(unchecked)
  private(set) var records: [Record] = []
  @exclusivity(unchecked)
  private(set) var maps: [EditMap] = []
  @exclusivity(unchecked)
  private(set) var carriers: [Carrier] = []
  /// The line of the text in which each carrier stands.
  @exclusivity(unchecked)
  private(set) var carrierLines: [Int] = []
  let syntax: InlineSyntax
  private let definitions: LinkDefinitions
  private let text = TextBuffer()
  /// Where the lines of the text begin.
  @exclusivity(unchecked)
  private var lineStarts: [Int] = []
  private let view = InlineText()
  /// The line of the text that is begun next, from 1.
  private var line: Int { lineStarts.count + 1 }

  private static let headingStart: StaticString = "###### "
  private static let headingEnd: StaticString = " ######\n"
  /// With it begins what a carrier holds: U+FDD0, which is no character.
  static let marker: [UInt8] = [0xEF, 0xB7, 0x90]

  init(syntax: InlineSyntax, definitions: LinkDefinitions) {
    self.syntax = syntax
    self.definitions = definitions
  }

  private func append(_ string: StaticString) {
    text.append(string.utf8Start, string.utf8CodeUnitCount)
  }

  private func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { text.append(base, bytes.count) }
    }
  }

  private func addLine(_ bytes: ArraySlice<UInt8>) {
    lineStarts.append(text.count)
    append(bytes)
    text.append(0x0A)
  }

  /// Adds the definitions that leaves may use.
  func addDefinitions(_ definitions: LinkDefinitions, usedIn leaves: [Leaf]) {
    var all: [UInt8] = []
    for leaf in leaves {
      for line in leaf.lines {
        all += line.bytes
        all.append(0x0A)
      }
    }
    let used = all.withUnsafeBufferPointer { definitions.used(in: $0) }
    guard !used.isEmpty else { return }
    for line in used.split(separator: 0x0A) { addLine(line) }
    addLine([])
  }

  func add(_ leaf: Leaf, at index: Int, definitionLines: Int) {
    if definitionLines > 0 {
      records.append(Record(line: line, leaf: index, leafLine: 0, prefix: 0))
      for definition in leaf.lines[..<definitionLines] { addLine(definition.bytes) }
      addLine([])
    }
    var first = definitionLines
    while first < leaf.lines.count, leaf.lines[first].bytes.isEmpty { first += 1 }
    guard first < leaf.lines.count else { return }
    for index in first..<leaf.lines.count { leaf.stripIndentation(line: index) }

    let isHeading = leaf.style == .line && leaf.lines.count - first == 1
    records.append(
      Record(
        line: line, leaf: index, leafLine: first,
        prefix: isHeading ? Self.headingStart.utf8CodeUnitCount : 0))
    lineStarts.append(text.count)
    if isHeading { append(Self.headingStart) }
    let start = text.count
    var needsScan = false
    var hasSuspects = false
    for index in first..<leaf.lines.count {
      let begin = text.count
      if index > first {
        text.append(0x0A)
        if text.bytes[begin - 1] == 0x5C { needsScan = true }
        lineStarts.append(begin + 1)
      }
      append(leaf.lines[index].bytes)
      if !isHeading, LineStarts.isSuspect(leaf.lines[index].bytes.first ?? 0x0A) {
        hasSuspects = true
      }
    }
    if !needsScan {
      needsScan = self.needsScan(from: start, hasLines: leaf.lines.count - first > 1)
    }
    if hasSuspects {
      hasSuspects = needsProtection(from: start, allowsDefinitions: allowsDefinitions(leaf, first))
    }
    if needsScan || hasSuspects { scan(leaf, first: first, from: start, hasSuspects) }
    if isHeading {
      append(Self.headingEnd)
    } else {
      text.append(0x0A)
      addLine([])
    }
  }

  /// Whether anything in the text from `start` on is for the scanner.
  private func needsScan(from start: Int, hasLines: Bool) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: text.bytes[start...])
    guard let base = bytes.baseAddress else { return false }
    let table = UnsafePointer(syntax.table)
    let interesting: InlineSyntax.Flags = [.trigger, .firstOfTwo, .bracket]
    let mask = interesting.rawValue
    let end = base + bytes.count
    var next = base
    var openers = 0
    while next < end {
      while end - next >= 4,
        (table[Int(next[0])] | table[Int(next[1])] | table[Int(next[2])] | table[Int(next[3])])
          & mask == 0
      { next += 4 }
      if next == end { break }
      let flags = table[Int(next.pointee)] & mask
      if flags == 0 {
        next += 1
        continue
      }
      if flags & InlineSyntax.Flags.trigger.rawValue != 0 { return true }
      let byte = next.pointee
      let second = next + 1 < end ? next[1] : 0
      if flags & InlineSyntax.Flags.firstOfTwo.rawValue != 0, syntax.isTrigger(byte, second) {
        return true
      }
      if byte == 0x5D {
        if second == 0x28, LinkTail(bytes: bytes).isRefused(next - base + 1) { return true }
        // libcmark does not count lines in what follows a link's text.
        if hasLines, second == 0x28 || second == 0x5B {
          let offset = next - base
          let tail = LinkTail(bytes: bytes)
          let end = second == 0x28 ? tail.inline(offset + 1)?.end : tail.label(offset + 1)?.end
          if let end, bytes[offset..<end].contains(0x0A) { return true }
        }
      } else if flags & InlineSyntax.Flags.bracket.rawValue != 0 {
        openers += 1
        if openers > 100 || byte == 0x3C && LinkAddress.isRefused(bytes, at: next - base) {
          return true
        }
      }
      next += 1
    }
    return false
  }

  /// Scans the leaf whose text begins at `start`, and changes the text where that is needed.
  private func scan(_ leaf: Leaf, first: Int, from start: Int, _ hasSuspects: Bool) {
    let original = Array(text.bytes[start...])
    var starts = [0]
    for offset in original.indices where original[offset] == 0x0A { starts.append(offset + 1) }
    let lines = LeafLines(leaf: leaf, first: first, starts: starts)
    original.withUnsafeBufferPointer { bytes in
      view.set(bytes.baseAddress, count: bytes.count)
      defer { view.set(nil, count: 0) }
      let known = carriers
      carriers = []
      var scanner = LeafScanner(
        bytes, syntax: syntax, definitions: definitions, view: view, lines: lines, carriers: known)
      if hasSuspects {
        protect(&scanner, starts: starts, allowsDefinitions: allowsDefinitions(leaf, first))
      }
      scanner.scan()
      carriers = scanner.takeCarriers()
      guard !scanner.edits.isEmpty else { return }
      records[records.count - 1].map = maps.count
      rewrite(bytes, scanner.edits, lines, from: start)
    }
  }

  private func allowsDefinitions(_ leaf: Leaf, _ first: Int) -> Bool {
    leaf.style == .paragraph && first == 0
  }

  /// Whether a line of the text from `start` on would begin another block.
  private func needsProtection(from start: Int, allowsDefinitions: Bool) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: text.bytes[start...])
    let check = LineStarts(bytes: bytes, allowsDefinitions: allowsDefinitions)
    let first = records[records.count - 1].line - 1
    for index in first..<lineStarts.count {
      let begin = index == first ? 0 : lineStarts[index] - start
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - start - 1 : bytes.count
      guard begin == end || LineStarts.isSuspect(bytes[begin]) else { continue }
      if check.edits(for: begin..<end, isFirst: index == first, carrier: { 0 }) != nil {
        return true
      }
    }
    return false
  }

  private func protect(_ scanner: inout LeafScanner, starts: [Int], allowsDefinitions: Bool) {
    let bytes = scanner.bytes
    let check = LineStarts(bytes: bytes, allowsDefinitions: allowsDefinitions)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
      if let edits = check.edits(
        for: start..<end, isFirst: index == 0, carrier: { scanner.add(.empty) })
      {
        scanner.protections.append(.init(line: start, edits: edits))
      }
    }
  }

  /// Puts the changed text where the original one is.
  private func rewrite(
    _ bytes: UnsafeBufferPointer<UInt8>, _ edits: [Edit], _ lines: LeafLines, from start: Int
  ) {
    let length = Self.unusedRunLength(bytes)
    let firstLine = records[records.count - 1].line
    while carrierLines.count < carriers.count { carrierLines.append(0) }
    var map = EditMap(lines: lines)
    text.truncate(to: start)
    var done = 0
    func copy(to end: Int) {
      guard end > done, let base = bytes.baseAddress else { return }
      for offset in done..<end where base[offset] == 0x0A {
        map.starts.append(text.count - start + offset + 1 - done)
      }
      text.append(base + done, end - done)
      done = end
    }
    for edit in edits where edit.start >= done {
      copy(to: edit.start)
      map.add(changed: text.count - start, original: edit.start)
      switch edit.replacement {
      case .bytes(let string): append(string)
      case .imageEnd(let index):
        append("](")
        append(index, line: firstLine + map.starts.count - 1)
        text.append(0x29)
      case .carrier(let index):
        let before: UInt8 = text.count > start ? text.bytes[text.count - 1] : 0
        let after: UInt8 = edit.end < bytes.count ? bytes[edit.end] : 0
        // A code span does not go beside backticks.
        let isCode = before != 0x60 && after != 0x60
        if isCode { appendBackticks(length) } else { append("![](") }
        append(index, line: firstLine + map.starts.count - 1)
        if isCode { appendBackticks(length) } else { text.append(0x29) }
      }
      done = edit.end
      map.add(changed: text.count - start, original: edit.end)
    }
    copy(to: bytes.count)
    lineStarts.removeLast(lineStarts.count - firstLine)
    for begin in map.starts.dropFirst() { lineStarts.append(start + begin) }
    maps.append(map)
  }

  private func appendBackticks(_ count: Int) {
    for _ in 0..<count { text.append(0x60) }
  }

  private func append(_ index: Int, line: Int) {
    append(Self.marker[...])
    append(Array(String(index).utf8)[...])
    carrierLines[index] = line
  }

  /// The length of the shortest run of backticks that does not stand in a text.
  private static func unusedRunLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // By length; longer ones are rare.
    var short: UInt64 = 1
    var long: Set<Int> = []
    var run = 0
    func note() {
      if run < 64 { short |= 1 << UInt64(run) } else { long.insert(run) }
      run = 0
    }
    for byte in bytes {
      if byte == 0x60 {
        run &+= 1
      } else if run > 0 {
        note()
      }
    }
    note()
    var length = (~short).trailingZeroBitCount
    while length >= 64, long.contains(length) { length += 1 }
    return length
  }

  /// Has libcmark parse the text.
  func withRoot(_ body: (OpaquePointer) throws -> Void) throws {
    let allocator = doctree_arena_begin()
    defer { doctree_arena_end() }
    // Without this option, libcmark does not count the lines in code and HTML.
    let options = CMARK_OPT_SOURCEPOS
    guard let parser = cmark_parser_new_with_mem(options, allocator) else {
      preconditionFailure("libcmark's allocator ends the program rather than give nothing")
    }
    let bytes = UnsafeRawBufferPointer(text.bytes)
    cmark_parser_feed(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    // The tree and the parser are freed with the arena.
    if let root = cmark_parser_finish(parser) { try body(root) }
  }

  /// Where a line and column of the text, both from 1, stand in the source.
  ///
  /// - Parameter index: the record of the block that they are in.
  func position(line: Int, column: Int, of index: Int, leaves: [Leaf]) -> SourcePosition {
    let record = records[index]
    let line = max(line - record.line, 0)
    let offset = max(column - 1 - (line == 0 ? record.prefix : 0), 0)
    if let map = record.map { return maps[map].position(line: line, offset: offset) }
    return leaves[record.leaf].position(line: record.leafLine + line, offset: offset)
  }

  /// The bytes of a line of the text, without its end.
  func line(_ line: Int) -> UnsafeBufferPointer<UInt8> {
    guard line >= 1, line <= lineStarts.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let end = line < lineStarts.count ? lineStarts[line] - 1 : text.count
    return UnsafeBufferPointer(
      rebasing: text.bytes[lineStarts[line - 1]..<max(end, lineStarts[line - 1])])
  }

  /// The carrier that a code span or an address names.
  ///
  /// - Parameter line: the line of the text in which it stands.
  func carrier(_ literal: UnsafePointer<CChar>?, line: Int) -> Carrier? {
    guard let literal, UInt8(bitPattern: literal[0]) == Self.marker[0],
      UInt8(bitPattern: literal[1]) == Self.marker[1],
      UInt8(bitPattern: literal[2]) == Self.marker[2]
    else { return nil }
    let digits = CmarkText.bytes(literal + 3)
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy(ByteClass.isDigit) else {
      return nil
    }
    let index = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return index < carriers.count && carrierLines[index] == line ? carriers[index] : nil
  }
}

extension Leaf {
  /// Takes white space away from a line's beginning, which libcmark would take away, too.
  fileprivate func stripIndentation(line: Int) {
    let bytes = lines[line].bytes
    guard let first = bytes.first, ByteClass.isBlank(first) else { return }
    let count = bytes.prefix(while: ByteClass.isBlank).count
    lines[line].bytes = bytes.dropFirst(count)
    lines[line].position = position(line: line, offset: count)
    lines[line].removedAt = lines[line].removedAt.filter { $0 >= count }.map { $0 - count }
  }
}
