internal import DocTree

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads leaves that hold nothing but text, code spans, and emphases side by side, while their blocks
/// are read.
///
/// Most leaves do, and libcmark need not see them. Whatever is not certain by the bytes around it
/// (links, tags, escapes, nested emphases, what begins a rule) is left to libcmark, with the whole
/// leaf.
struct PlainLeafReader {
  /// A place where one piece of a leaf ends and another begins.
  private struct Mark {
    enum Kind { case codeStart, codeEnd, open, close }

    var kind: Kind
    /// The index of the line among those of the leaf.
    var line: Int
    var offset: Int
    /// How many bytes belong to neither piece.
    var length: Int
  }

  private struct Place {
    var line: Int
    var offset: Int
  }

  /// What a byte means here, in ``InlineSyntax/plainTable``.
  enum ByteKind {
    static let backtick: UInt8 = 1
    static let delimiter: UInt8 = 2
    static let other: UInt8 = 3
    /// Something else only if a certain byte follows.
    static let firstOfTwo: UInt8 = 4
  }

  private let syntax: InlineSyntax
  private let source: SourceBuffer
  private let context: any ParseContext
  private let base: UnsafePointer<UInt8>
  private let text = TextBuffer()
  private let finished = NodeStack()
  private var marks: [Mark] = []
  /// Whether the lines of the leaf stand side by side in the source, with nothing but line feeds
  /// between them.
  private var isContiguous = true
  private var signs: TextSigns = []

  /// - Parameter base: the bytes of `source`, which stay there while the reader is in use.
  init(
    _ source: SourceBuffer, base: UnsafePointer<UInt8>, syntax: InlineSyntax,
    context: any ParseContext
  ) {
    self.source = source
    self.base = base
    self.syntax = syntax
    self.context = context
  }

  /// - Parameter lines: they begin behind indentation.
  /// - Returns: the children of the leaf; nil if it is one for libcmark.
  mutating func read(_ lines: [LineSpan]) -> [Node]? {
    lines.withUnsafeBufferPointer { (lines) -> [Node]? in
      guard !lines.isEmpty, scan(lines) else { return nil }
      signs = []
      let children = build(lines)
      if signs.isEmpty { return children }
      return TextChanges(
        syntax: syntax, links: LinkMaker(context: context), fixed: [], made: [], signs: signs
      ).apply(to: children)
    }
  }

  /// Reads a whole text as one leaf.
  ///
  /// - Returns: nil if it is one for libcmark.
  static func read(
    _ source: SourceBuffer, syntax: InlineSyntax, context: any ParseContext
  ) -> [Node]? {
    source.bytes.withUnsafeBufferPointer { (bytes) -> [Node]? in
      guard let base = bytes.baseAddress else { return nil }
      let lines = source.lines.map { line in
        var line = line
        while line.start < line.end, ByteClass.isBlank(base[Int(line.start)]) { line.start += 1 }
        return line
      }
      var reader = PlainLeafReader(source, base: base, syntax: syntax, context: context)
      return reader.read(lines)
    }
  }

  // MARK: Looking

  /// - Returns: whether everything was understood.
  private mutating func scan(_ lines: UnsafeBufferPointer<LineSpan>) -> Bool {
    marks.removeAll(keepingCapacity: true)
    isContiguous = true
    let table = UnsafePointer(syntax.plainTable)
    var index = 0
    var opener: Mark?
    while index < lines.count {
      if index > 0 { noteGap(lines[index - 1], lines[index]) }
      var next = base + Int(lines[index].start)
      var end = base + Int(lines[index].end)
      // What is white space at the beginning or the end of a line is not seen alike by all.
      guard next < end, next.pointee > 0x20 else { return false }
      while true {
        while end - next >= 4,
          table[Int(next[0])] | table[Int(next[1])] | table[Int(next[2])] | table[Int(next[3])] == 0
        { next += 4 }
        guard next < end else { break }
        switch table[Int(next.pointee)] {
        case 0: next += 1
        case ByteKind.backtick:
          let length = runLength(next, end)
          guard let closer = codeEnd(length, from: next + length, in: lines, index) else {
            return false
          }
          marks.append(Mark(kind: .codeStart, line: index, offset: next - base, length: length))
          marks.append(closer)
          while index < closer.line {
            index += 1
            noteGap(lines[index - 1], lines[index])
          }
          next = base + closer.offset + length
          end = base + Int(lines[index].end)
        case ByteKind.delimiter:
          let length = runLength(next, end)
          let line = (start: base + Int(lines[index].start), end: end)
          guard let kind = delimiter(next, length, in: line) else { return false }
          if kind != .none {
            let mark = Mark(
              kind: kind == .opener ? .open : .close, line: index, offset: next - base,
              length: length)
            guard pairs(mark, &opener) else { return false }
            marks.append(mark)
          }
          next += length
        case ByteKind.firstOfTwo:
          if next + 1 < end, syntax.isTrigger(next[0], next[1]) { return false }
          next += 1
        default: return false
        }
      }
      guard end[-1] > 0x20 else { return false }
      index += 1
    }
    return opener == nil
  }

  @inline(__always)
  private mutating func noteGap(_ line: LineSpan, _ next: LineSpan) {
    if next.start != line.end &+ 1 || base[Int(line.end)] != 0x0A { isContiguous = false }
  }

  @inline(__always)
  private func runLength(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    var next = start + 1
    while next < end, next.pointee == start.pointee { next += 1 }
    return next - start
  }

  /// Finds the backticks that end a code span, as many as began it.
  private func codeEnd(
    _ length: Int, from start: UnsafePointer<UInt8>, in lines: UnsafeBufferPointer<LineSpan>,
    _ first: Int
  ) -> Mark? {
    var next = start
    for index in first..<lines.count {
      let end = base + Int(lines[index].end)
      if index > first { next = base + Int(lines[index].start) }
      guard next <= end, index == first || next < end else { return nil }
      while let found = memchr(next, 0x60, end - next) {
        let run = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
        let count = runLength(run, end)
        if count == length {
          return Mark(kind: .codeEnd, line: index, offset: run - base, length: length)
        }
        next = run + count
      }
    }
    return nil
  }

  private enum Delimiter { case none, opener, closer }

  /// What a run of `*` or `_` can do; nil if that is not clear from ASCII, or if it can do both.
  /// (CommonMark 0.30, §6.2.)
  private func delimiter(
    _ start: UnsafePointer<UInt8>, _ length: Int,
    in line: (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)
  ) -> Delimiter? {
    let behind = start + length
    let before = start > line.start ? start[-1] : 0x20
    let after = behind < line.end ? behind.pointee : 0x20
    guard length <= 2, before < 0x80, after < 0x80 else { return nil }
    let isSpaceBefore = before <= 0x20
    let isSpaceAfter = after <= 0x20
    let isSignBefore = ByteClass.isPunctuation(before)
    let isSignAfter = ByteClass.isPunctuation(after)
    let isLeft = !isSpaceAfter && (!isSignAfter || isSpaceBefore || isSignBefore)
    let isRight = !isSpaceBefore && (!isSignBefore || isSpaceAfter || isSignAfter)
    switch (isLeft, isRight) {
    case (false, false): return Delimiter.none
    case (true, false): return .opener
    case (false, true): return .closer
    case (true, true):
      // Within a word.
      return start.pointee == 0x5F && !isSignBefore && !isSignAfter ? Delimiter.none : nil
    }
  }

  /// Whether a delimiter goes with the one before, if that is open: no other is between them.
  private func pairs(_ mark: Mark, _ opener: inout Mark?) -> Bool {
    guard let open = opener else {
      opener = mark
      return mark.kind == .open
    }
    opener = nil
    return mark.kind == .close && mark.length == open.length
      && base[mark.offset] == base[open.offset]
  }

  // MARK: Making nodes

  private mutating func build(_ lines: UnsafeBufferPointer<LineSpan>) -> [Node] {
    var place = Place(line: 0, offset: Int(lines[0].start))
    var opened = SourcePosition.unknown
    var inner = 0
    for mark in marks {
      let end = Place(line: mark.line, offset: mark.offset)
      switch mark.kind {
      case .codeStart: addText(place, end, lines)
      case .codeEnd:
        // The place of the backticks, which are as many at both ends.
        let position = position(Place(line: place.line, offset: place.offset - mark.length), lines)
        let text = Text(code(place, end, lines), position: position)
        finished.append(Literal(children: [text], position: position))
      case .open:
        addText(place, end, lines)
        opened = position(end, lines)
        inner = finished.count
      case .close:
        addText(place, end, lines)
        let children = finished.take(from: inner)
        finished.append(
          mark.length == 2
            ? Strong(children: children, position: opened)
            : Emphasis(children: children, position: opened))
      }
      place = Place(line: mark.line, offset: mark.offset + mark.length)
    }
    addText(place, Place(line: lines.count - 1, offset: Int(lines[lines.count - 1].end)), lines)
    return finished.take(from: 0)
  }

  private func position(
    _ place: Place, _ lines: UnsafeBufferPointer<LineSpan>
  ) -> SourcePosition { source.position(line: lines[place.line], offset: place.offset) }

  private mutating func addText(
    _ start: Place, _ end: Place, _ lines: UnsafeBufferPointer<LineSpan>
  ) {
    let bytes = bytes(start, end, lines, separator: 0x0A)
    guard !bytes.isEmpty else { return }
    if syntax.changesText { signs.formUnion(TextSigns(of: bytes, syntax)) }
    finished.append(Text(trustedString(bytes), position: position(start, lines)))
  }

  /// The text of a code span. (CommonMark 0.30, §6.1.)
  private func code(
    _ start: Place, _ end: Place, _ lines: UnsafeBufferPointer<LineSpan>
  ) -> String {
    var bytes = bytes(start, end, lines, separator: 0x20)
    if bytes.count > 2, bytes[0] == 0x20, bytes[bytes.count - 1] == 0x20,
      bytes.contains(where: { $0 != 0x20 })
    {
      bytes = UnsafeBufferPointer(rebasing: bytes[1..<(bytes.count - 1)])
    }
    return trustedString(bytes)
  }

  /// A piece of the leaf, with `separator` between lines. It is good until the next one is asked for.
  private func bytes(
    _ start: Place, _ end: Place, _ lines: UnsafeBufferPointer<LineSpan>, separator: UInt8
  ) -> UnsafeBufferPointer<UInt8> {
    if start.line == end.line || (isContiguous && separator == 0x0A) {
      return UnsafeBufferPointer(start: base + start.offset, count: end.offset - start.offset)
    }
    text.removeAll()
    text.append(base + start.offset, Int(lines[start.line].end) - start.offset)
    for index in (start.line + 1)..<end.line {
      text.append(separator)
      text.append(base + Int(lines[index].start), Int(lines[index].end - lines[index].start))
    }
    text.append(separator)
    let first = Int(lines[end.line].start)
    text.append(base + first, end.offset - first)
    return text.bytes
  }
}
